/// Finds the subscriptions an article concerns, and why.
///
/// Begin with `Matcher`; `QueryIndex` is the index behind it. [Meanings] reads what articles mean,
/// where that is on. Decides nothing about sending. Imports `story`, `article`, `subscription`,
/// `query` and `text`.
@NullMarked
package app.bellwire.match;

import org.jspecify.annotations.NullMarked;

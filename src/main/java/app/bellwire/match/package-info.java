/// Finds the subscriptions an article concerns, and why.
///
/// Begin with `Matcher`; `QueryIndex` is the index behind it. Decides nothing about sending.
/// Imports `story`, `article`, `subscription`, `query` and `text`.
@NullMarked
package app.bellwire.match;

import org.jspecify.annotations.NullMarked;

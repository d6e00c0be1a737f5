/// The chat that Bellwire brings along: a page in the browser, kept in the store.
///
/// Begin with [LocalChat]; it accepts every message once per delivery id, tells its listeners as a
/// [LocalEvent] and hands in what its one person says. [LocalMessages] is where all of it is kept.
/// Imports `chat` and `inbound`.
@NullMarked
package app.bellwire.chat.local;

import org.jspecify.annotations.NullMarked;

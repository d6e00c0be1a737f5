/// The chat that Bellwire brings along: a page in the browser, kept in the store.
///
/// Begin with `LocalChat`; it accepts every message once per delivery id and tells its listeners.
/// Imports `chat` and `inbound`.
@NullMarked
package app.bellwire.chat.local;

import org.jspecify.annotations.NullMarked;

/// Turns an alert or a digest into rich text.
///
/// Begin with `AlertRenderer`: the same alert always gives the same message. No stores, no
/// networks, no clock. Imports `alert`, `article`, `story` (ids), `chat` and `text`.
@NullMarked
package app.bellwire.render;

import org.jspecify.annotations.NullMarked;

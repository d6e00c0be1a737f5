/// Shows status, metrics and the local chat in a browser; mounts the endpoints it is given.
///
/// Begin with [WebServer]. It is handed suppliers and never asks a stage itself: [DeskView] is
/// plain data that the program fills and `StatusPage` puts into words. `Gate` stands before every
/// path. The page itself is files beside these classes: no build step, no outside asset, foreign
/// text only ever as text. Imports `chat` (words), `chat.local` and `inbound`.
@NullMarked
package app.bellwire.web;

import org.jspecify.annotations.NullMarked;

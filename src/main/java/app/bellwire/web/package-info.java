/// Shows status, metrics and the local chat in a browser; mounts the endpoints it is given.
///
/// Begin with `WebServer`. It is handed suppliers and never asks a stage itself. Imports
/// `chat.local` and `inbound`.
@NullMarked
package app.bellwire.web;

import org.jspecify.annotations.NullMarked;

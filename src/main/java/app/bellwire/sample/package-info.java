/// The bundled wire: a seeded writer of invented news and its reader, no socket.
///
/// `SampleWire` says what three invented agencies have published at a given time; `SampleFetcher`
/// serves it as RSS, Atom or JSON Feed by turns. All names, places and events are made up. Imports
/// `fetch` and `source`.
@NullMarked
package app.bellwire.sample;

import org.jspecify.annotations.NullMarked;

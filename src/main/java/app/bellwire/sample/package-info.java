/// The bundled wire: a seeded writer of invented news and its reader, no socket.
///
/// Begin with [SampleFetcher], which serves as RSS, Atom or JSON Feed by turns what `SampleWire`
/// says three invented agencies have published at a given time. Item number n of a wire, with its
/// time and every word, follows from the wire's seed and start alone, so nothing has to be kept but
/// the mark that the fetcher hands out as validator. The first items are written reports (the text
/// files beside this package: `treaty.txt`, `storm.txt`, in the order of `order.txt`), the later
/// ones are made from `newsroom.txt`, for ever. All names, places and events are made up. Imports
/// `fetch` and `source`.
@NullMarked
package app.bellwire.sample;

import org.jspecify.annotations.NullMarked;

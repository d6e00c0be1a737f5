/// Gets one document politely and safely.
///
/// Begin with [Fetcher] and its sealed [FetchResult]. [HttpFetcher] adds what a polite and careful
/// client needs: validators, size and time limits, a guard on every address it dials, room between
/// two requests to a host. It neither parses nor decides when to try again. Imports `source`.
@NullMarked
package app.bellwire.fetch;

import org.jspecify.annotations.NullMarked;

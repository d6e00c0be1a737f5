/// Turns a document into raw items, whatever its dialect.
///
/// Begin with `Parsers`, the one door; each dialect is one package-private class behind it. Any
/// input gives a [ParseResult], never an exception. Cleans and stores nothing. Imports `fetch` and
/// `article`.
@NullMarked
package app.bellwire.parse;

import org.jspecify.annotations.NullMarked;

/// The language in which people say what they want.
///
/// Begin with `QueryParser`: text in, [ParsedQuery] out, either a [Query] tree or an error that
/// points at its place. The grammar stands in the parser's documentation. Imports nothing of ours.
@NullMarked
package app.bellwire.query;

import org.jspecify.annotations.NullMarked;

/// The way of an article, in one file.
///
/// Read `Pipeline` first: it is the whole program in one method. Knows no store, no configuration
/// and no network, only their interfaces.
@NullMarked
package app.bellwire.pipeline;

import org.jspecify.annotations.NullMarked;

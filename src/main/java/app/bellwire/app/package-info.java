/// Starts and stops the program.
///
/// Begin with `Main`, the command line; `Wiring` connects everything by hand in one place;
/// `Lifecycle` starts and stops it in order.
@NullMarked
package app.bellwire.app;

import org.jspecify.annotations.NullMarked;

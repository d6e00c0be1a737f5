/// Attacks on the running program: it is started as a child process, killed, flooded and lied to,
/// and what it did is checked from outside, over HTTP. `-Dattack.size=full` runs the long form.
@NullMarked
package app.bellwire.attack;

import org.jspecify.annotations.NullMarked;

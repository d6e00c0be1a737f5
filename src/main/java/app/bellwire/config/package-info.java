/// Reads, checks and compares the admin's YAML.
///
/// Begin with `ConfigLoader`: files in, `Settings` or a list of [ConfigProblem] out, each with
/// file, line and, where there is one, the word that was probably meant. Imported by `app` alone.
@NullMarked
package app.bellwire.config;

import org.jspecify.annotations.NullMarked;

/// Reads, checks and compares the admin's YAML.
///
/// Begin with [ConfigLoader]: files in, [Settings] or a list of [ConfigProblem] out, each with
/// file, line and, where there is one, the word that was probably meant. [ConfigWatch] decides when
/// a changed file counts, [ConfigDiff] what it changes.
///
/// On the way in: `Content` (bytes), `YamlParser` (values with their places), `Overrides`, then
/// `Section` for each part with its `Keys`, where every value is read in one of the forms of
/// `Values`. Reading never stops at a mistake; all of them gather in `Findings`.
///
/// It changes nothing: taking a configuration is for `app`, which alone imports this package.
/// Imports `source`, `subscription`, `query` and the addresses of `chat`.
@NullMarked
package app.bellwire.config;

import org.jspecify.annotations.NullMarked;

/// What we read from, and how often we may ask.
///
/// Begin with [Source], one wire, feed or page as the configuration names it, and [SourceState],
/// what is known about it between two looks. [SourceStore] keeps the states. Nothing here reads
/// anything. Imports nothing of ours.
@NullMarked
package app.bellwire.source;

import org.jspecify.annotations.NullMarked;

/// The unit of work and the clock's periodic ticks, as words.
///
/// [UnitOfWork] is a transaction without SQL in its name; [Ticks] are named things done again and
/// again; [Ids] makes the time-ordered numbers every row is known by. Imports nothing of ours.
@NullMarked
package app.bellwire.work;

import org.jspecify.annotations.NullMarked;

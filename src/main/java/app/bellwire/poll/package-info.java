/// Decides when each source is due and runs what is due.
///
/// Begin with [PollPlan], which is pure: state and outcome in, next look out. [PollScheduler] calls
/// a [PollTask] for each due source and also drives the ticks; its `Timetable` is all there is of
/// Quartz. Knows neither how a source is read nor what becomes of its items. Imports `source` and
/// `work`.
@NullMarked
package app.bellwire.poll;

import org.jspecify.annotations.NullMarked;

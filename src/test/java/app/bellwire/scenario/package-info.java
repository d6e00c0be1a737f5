/// What Bellwire does over hours and weeks, told as time lines on a hand-moved clock.
///
/// Read one of the `*ScenarioTest` classes first. A [Scenario] has a [Newsroom] (the real parts on
/// a real file), wires that publish, and a chat whose words and silences are checked. When a
/// scenario ends, [Invariants] looks whether the books agree.
@NullMarked
package app.bellwire.scenario;

import org.jspecify.annotations.NullMarked;

package app.bellwire.story;

import java.time.Instant;
import java.util.List;

/// What one chat thread is about: one call, one statement, one accident. Immutable; each placement
/// makes the next revision.
///
/// @param opened when its first report was read
/// @param updated when it last gained something
/// @param revision 1 for the first report, one more with each that changed it
/// @param headline of the report that leads it now
/// @param reports in order of arrival, the first first
public record Event(
    long id,
    long storyline,
    int revision,
    String headline,
    Instant opened,
    Instant updated,
    List<Report> reports) {
  public Event {
    reports = List.copyOf(reports);
  }

  /// The agencies that stand by their reports, in order of arrival, each once.
  public List<String> agencies() {
    return reports.stream().filter(r -> !r.withdrawn()).map(Report::agency).distinct().toList();
  }
}

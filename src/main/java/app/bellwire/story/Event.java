package app.bellwire.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

  /// Who the event is known from: one name for each report that stands and has its news from nobody
  /// who was counted before, in order of arrival. As many as there are reports of different origin;
  /// a report that comes later never makes them fewer.
  public List<String> origins() {
    Set<Origin> known = new HashSet<>();
    List<String> counted = new ArrayList<>();
    for (Report report : reports) {
      List<Origin> own = report.origins().stream().map(Origin::named).toList();
      if (!report.withdrawn()) {
        if (own.stream().noneMatch(known::contains)) {
          counted.add(own.getFirst().name());
        }
        known.addAll(own);
      }
    }
    return List.copyOf(counted);
  }
}

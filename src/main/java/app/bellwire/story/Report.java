package app.bellwire.story;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One article of an event, as a line of "who reports it". Immutable.
///
/// @param day the day the report itself names, from its dateline
/// @param withdrawn whether its agency has asked not to use it
/// @param origins the names of who it has its news from, at least one, see [Origins]
public record Report(
    long articleId,
    String agency,
    Optional<URI> link,
    Instant at,
    Optional<LocalDate> day,
    boolean withdrawn,
    List<String> origins) {
  public Report {
    origins = origins.isEmpty() ? List.of(agency) : List.copyOf(origins);
  }

  /// A report that its agency has first hand.
  public Report(
      long articleId,
      String agency,
      Optional<URI> link,
      Instant at,
      Optional<LocalDate> day,
      boolean withdrawn) {
    this(articleId, agency, link, at, day, withdrawn, List.of(agency));
  }

  /// The same report, which its agency has asked not to use.
  Report taken() {
    return new Report(articleId, agency, link, at, day, true, origins);
  }
}

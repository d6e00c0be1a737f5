package app.bellwire.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the pages of running stories show. Implementations are thread-safe.
public interface Timelines {
  /// The running stories that gained something in the last week, the one that did last first.
  List<Timeline> recent();

  /// The running story with all that is kept of it; none for one that is not kept.
  Optional<Timeline> of(long storyline);

  /// One running story. Immutable.
  ///
  /// @param stories newest first, at least one
  record Timeline(long id, List<Story> stories) {
    public Timeline {
      stories = List.copyOf(stories);
    }
  }

  /// One event of it. Immutable.
  ///
  /// @param language of the headline; `und` when unknown
  /// @param agencies those that stand by their reports; none when all were withdrawn
  /// @param reports in order of arrival
  record Story(
      long id,
      Instant opened,
      Instant updated,
      String headline,
      String language,
      List<String> agencies,
      List<Line> reports) {
    public Story {
      agencies = List.copyOf(agencies);
      reports = List.copyOf(reports);
    }
  }

  /// One report.
  ///
  /// @param link null for none
  /// @param day the day that the report names; null when it names none, then `at` counts
  record Line(String agency, @Nullable URI link, Instant at, @Nullable LocalDate day, Mark mark) {}

  /// What a report is to the story.
  enum Mark {
    REPORT,
    CORRECTION,
    /// The words that take a report back.
    WITHDRAWAL,
    /// A report that was taken back.
    WITHDRAWN
  }
}

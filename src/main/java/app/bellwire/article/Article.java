package app.bellwire.article;

import app.bellwire.source.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A cleaned, dated item. Immutable.
///
/// @param agency who reports it: the dateline's mark, else the source's agency, else the source's
///   name
/// @param published when the source says it was published
/// @param read when we read it
public record Article(
    long id,
    SourceId source,
    Identity identity,
    Copy copy,
    String agency,
    Dateline dateline,
    List<String> authors,
    Optional<Instant> published,
    Instant read,
    Kind kind) {
  public Article {
    authors = List.copyOf(authors);
  }

  /// What an agency means with an item.
  public enum Kind {
    REPORT,
    /// Replaces an earlier report that was wrong.
    CORRECTION,
    /// Asks not to use an earlier report: a kill or withdrawal.
    WITHDRAWAL
  }

  /// The time that orders articles: published where stated, else read.
  public Instant at() {
    return published.orElse(read);
  }
}

package app.bellwire.match;

import app.bellwire.article.Article;
import app.bellwire.article.Copy;
import app.bellwire.article.Dateline;
import app.bellwire.article.Identity;
import app.bellwire.source.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes invented articles.
final class Articles {
  static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private Articles() {}

  /// @param text headline and paragraphs, ` / ` between them
  static Article of(String text) {
    List<String> parts = List.of(text.split(" / "));
    return of(parts.getFirst(), parts.subList(1, parts.size()));
  }

  static Article of(String headline, List<String> paragraphs) {
    return of(1, headline, paragraphs, "en");
  }

  static Article of(long id, String headline, String language) {
    return of(id, headline, List.of(), language);
  }

  private static Article of(long id, String headline, List<String> paragraphs, String language) {
    return new Article(
        id,
        new SourceId("norda-world"),
        new Identity("g", Optional.empty(), "", "", ""),
        new Copy(headline, true, paragraphs, language),
        "Norda Press",
        new Dateline("PORT ARVEN", Optional.empty(), "Norda Press"),
        List.of("Ida Vik", "Omar Holm"),
        Optional.empty(),
        NOW,
        Article.Kind.REPORT);
  }
}

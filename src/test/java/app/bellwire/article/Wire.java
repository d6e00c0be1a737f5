package app.bellwire.article;

import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Normalises invented items of the invented agency Norda.
final class Wire {
  static final Instant READ = Instant.parse("2026-03-05T12:00:00Z");
  static final Instant PUBLISHED = Instant.parse("2026-03-04T09:00:00Z");

  private Wire() {}

  static Source source() {
    return new Source(
        new SourceId("norda"),
        URI.create("https://www.norda-news.example/rss"),
        Optional.empty(),
        Backlog.DEFAULT,
        false,
        Optional.of("Norda"),
        ZoneOffset.UTC);
  }

  static RawItem raw(String title, String text) {
    return raw(title, text, PUBLISHED);
  }

  static RawItem raw(String title, String text, @Nullable Instant published) {
    return new RawItem(
        "guid-1", title, "https://norda.example/a", published, null, List.of(), text, "", "en-GB");
  }

  static Article read(String title, String text) {
    return read(raw(title, text));
  }

  static Article read(RawItem raw) {
    return new ArticleNormalizer(() -> 7).normalize(raw, source(), READ);
  }
}

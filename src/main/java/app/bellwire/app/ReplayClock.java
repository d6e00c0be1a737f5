package app.bellwire.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A clock that stands where the last article put it. Confined to one thread.
final class ReplayClock implements InstantSource {
  private static final Instant NO_DATE = Instant.parse("2000-01-01T00:00:00Z");

  private Instant now;

  /// Starts just before the first dated article.
  ReplayClock(List<JsonArticles.Line> lines) {
    now =
        lines.stream()
            .map(JsonArticles.Line::published)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(NO_DATE);
  }

  /// Goes forward to `instant`; an earlier one leaves it where it is.
  void moveTo(Instant instant) {
    if (instant.isAfter(now)) {
      now = instant;
    }
  }

  @Override
  public Instant instant() {
    return now;
  }
}

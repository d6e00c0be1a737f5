package app.bellwire.parse;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// The syndication module: how often a feed says it changes. Thread-safe.
final class Syndication {
  private Syndication() {}

  static Optional<Duration> period(Element channel) {
    Optional<Duration> period =
        switch (Markup.text(channel, "sy:updateperiod").toLowerCase(Locale.ROOT)) {
          case "hourly" -> Optional.of(Duration.ofHours(1));
          case "daily" -> Optional.of(Duration.ofDays(1));
          case "weekly" -> Optional.of(Duration.ofDays(7));
          default -> Optional.empty();
        };
    return period.map(p -> p.dividedBy(frequency(channel)));
  }

  private static int frequency(Element channel) {
    String frequency = Markup.text(channel, "sy:updatefrequency");
    return frequency.matches("[1-9]\\d{0,3}") ? Integer.parseInt(frequency) : 1;
  }
}

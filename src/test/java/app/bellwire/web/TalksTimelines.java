package app.bellwire.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Two invented running stories: talks on a treaty with a correction and a withdrawal, and a storm.
/// Immutable.
public final class TalksTimelines implements Timelines {
  private final Timeline talks;
  private final Timeline storm;

  /// @param now when the last story was told
  public TalksTimelines(Instant now) {
    Instant yesterday = now.minus(Duration.ofDays(1));
    Instant before = now.minus(Duration.ofDays(9));
    Story signed =
        new Story(
            3,
            now,
            now,
            "Arven and Tolm sign the treaty",
            "en",
            List.of("Norda", "Kestrel"),
            List.of(line("Norda", now, Mark.REPORT), line("Kestrel", now, Mark.REPORT)));
    Story agreed =
        new Story(
            2,
            yesterday,
            yesterday,
            "Arven and Tolm agree on the wells",
            "en",
            List.of("Norda"),
            List.of(
                line("Norda", yesterday, Mark.REPORT), line("Norda", yesterday, Mark.CORRECTION)));
    Story withdrawn =
        new Story(
            1,
            before,
            before,
            "Halvorsen to resign, aide says",
            "en",
            List.of(),
            List.of(line("Oriel", before, Mark.WITHDRAWN), line("Oriel", before, Mark.WITHDRAWAL)));
    talks = new Timeline(1001, List.of(signed, agreed, withdrawn));
    Story ilka =
        new Story(
            4,
            yesterday,
            yesterday,
            "Harbour closes ahead of storm Ilka",
            "en",
            List.of("Kestrel"),
            List.of(line("Kestrel", yesterday, Mark.REPORT)));
    storm = new Timeline(1004, List.of(ilka));
  }

  private static Line line(String agency, Instant at, Mark mark) {
    URI link = URI.create("https://" + agency.toLowerCase(Locale.ROOT) + ".example/1");
    LocalDate day = mark == Mark.CORRECTION ? LocalDate.of(2026, 11, 1) : null;
    return new Line(agency, link, at, day, mark);
  }

  @Override
  public List<Timeline> recent() {
    return List.of(talks, storm);
  }

  @Override
  public Optional<Timeline> of(long storyline) {
    return recent().stream().filter(timeline -> timeline.id() == storyline).findFirst();
  }
}

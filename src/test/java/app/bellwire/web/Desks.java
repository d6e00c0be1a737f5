package app.bellwire.web;

import app.bellwire.web.DeskView.AlertRow;
import app.bellwire.web.DeskView.ConfigRow;
import app.bellwire.web.DeskView.Delay;
import app.bellwire.web.DeskView.Entry;
import app.bellwire.web.DeskView.HalfHour;
import app.bellwire.web.DeskView.Part;
import app.bellwire.web.DeskView.Program;
import app.bellwire.web.DeskView.Refused;
import app.bellwire.web.DeskView.SourceCondition;
import app.bellwire.web.DeskView.SourceRow;
import app.bellwire.web.DeskView.Sum;
import app.bellwire.web.DeskView.Trouble;
import app.bellwire.web.DeskView.WaitingRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/// Desks to show in tests.
public final class Desks {
  private static final int[] DAY = {
    4, 3, 3, 2, 1, 2, 2, 1, 3, 5, 8, 11, 14, 12, 16, 19, 15, 13, 17, 21, 18, 14, 12, 15,
    16, 13, 11, 9, 12, 14, 10, 8, 9, 7, 6, 8, 11, 9, 6, 5, 4, 6, 7, 5, 3, 4, 6, 5
  };

  private Desks() {}

  /// Nothing is wrong: three sources, all read within the last minute.
  public static DeskView well(Instant now) {
    return desk(now, wellSources(now), List.of(), List.of());
  }

  /// A chat that takes nothing, a source that fails, a change that was refused.
  public static DeskView troubled(Instant now) {
    return desk(now, failingSources(now), waiting(now), troubles(now));
  }

  /// The first seconds of a program without subscriptions' hits.
  public static DeskView fresh(Instant now) {
    return new DeskView(
        now,
        new Program(now.minusSeconds(40), "1.0.0", ZoneId.of("UTC"), true, 3),
        List.of(),
        halfHours(now, 47),
        new Sum(now, parts(0, 0, 0), others(0, 0), messages(0, 0, 0, 0), null, List.of()),
        List.of(),
        List.of(),
        new ConfigRow(List.of("bellwire.yml"), now.minusSeconds(40), null),
        List.of());
  }

  private static DeskView desk(
      Instant now, List<SourceRow> sources, List<WaitingRow> waiting, List<Trouble> troubles) {
    boolean well = troubles.isEmpty();
    return new DeskView(
        now,
        new Program(now.minus(Duration.ofDays(2)), "1.0.0", ZoneId.of("UTC"), true, 3),
        sources,
        halfHours(now, 0).stream().map(half -> well ? half : failing(half, now)).toList(),
        new Sum(
            now.minus(Duration.ofHours(9)),
            parts(12, 27, 2),
            others(360, 11),
            messages(31, well ? 0 : 7, 1, 0),
            new Delay(Duration.ofSeconds(41), Duration.ofSeconds(190)),
            List.of(new Entry(now.minusSeconds(3_000), "Ilka turns north, forecasters say", null))),
        waiting,
        alerts(now),
        new ConfigRow(
            List.of("bellwire.yml", "subscriptions.yml"),
            now.minus(Duration.ofDays(2)),
            well ? null : refused(now)),
        troubles);
  }

  private static Refused refused(Instant now) {
    return new Refused(
        now.minusSeconds(900),
        "subscriptions.yml",
        12,
        "“qury” is not a known key.",
        "Did you mean “query”?");
  }

  private static List<SourceRow> wellSources(Instant now) {
    return List.of(
        source(now, "Oriel", 31, SourceCondition.READ, ""),
        source(now, "Norda", 214, SourceCondition.READ, ""),
        source(now, "Kestrel", 167, SourceCondition.UNCHANGED, ""));
  }

  private static List<SourceRow> failingSources(Instant now) {
    return List.of(
        source(now, "Norda", 214, SourceCondition.READ, ""),
        source(now, "Oriel", 31, SourceCondition.FAILING, "503"),
        source(now, "Kestrel", 3, SourceCondition.SILENT, "12"));
  }

  private static SourceRow source(
      Instant now, String name, int fresh, SourceCondition condition, String detail) {
    return new SourceRow(name, now.minusSeconds(20), now.plusSeconds(40), fresh, condition, detail);
  }

  private static List<HalfHour> halfHours(Instant now, int off) {
    Instant first = now.minus(Duration.ofHours(24));
    return IntStream.range(0, DAY.length)
        .mapToObj(
            i ->
                i < off
                    ? new HalfHour(at(first, i), 0, 0, false, List.of())
                    : new HalfHour(at(first, i), DAY[i], i % 5 == 2 ? 1 : 0, true, List.of()))
        .toList();
  }

  private static Instant at(Instant first, int half) {
    return first.plus(Duration.ofMinutes(30L * half));
  }

  private static HalfHour failing(HalfHour half, Instant now) {
    boolean failed = half.start().isAfter(now.minus(Duration.ofHours(3)));
    return failed
        ? new HalfHour(half.start(), half.reports(), half.told(), true, List.of("Oriel"))
        : half;
  }

  private static List<Part> parts(int told, int joined, int muted) {
    return List.of(Part.of("Told", told), Part.of("Joined", joined), Part.of("Muted", muted));
  }

  private static List<Part> others(int unwatched, int before) {
    return List.of(Part.of("Not watched for", unwatched), Part.of("Read before", before));
  }

  private static List<Part> messages(int sent, int waiting, int uncertain, int failed) {
    return List.of(
        Part.of("Sent", sent),
        Part.of("Waiting", waiting),
        Part.of("Uncertain", uncertain),
        Part.of("Failed", failed));
  }

  private static List<WaitingRow> waiting(Instant now) {
    return List.of(new WaitingRow("#newsroom", 7, now.minusSeconds(2_400), "not_in_channel", null));
  }

  private static List<AlertRow> alerts(Instant now) {
    return List.of(
        new AlertRow(
            now.minusSeconds(900),
            "Arven and Tolm agree to resume water treaty talks",
            "en",
            List.of("desk"),
            2),
        new AlertRow(
            now.minusSeconds(7_600),
            "Harbour of Port Sanel closes ahead of storm Ilka",
            "en",
            List.of("desk", "night"),
            1));
  }

  private static List<Trouble> troubles(Instant now) {
    return List.of(
        new Trouble(
            Trouble.Kind.SOURCE_FAILING,
            "Oriel",
            now.minusSeconds(9_000),
            9,
            "Oriel cannot be read: the server answers 503.",
            "A story that only Oriel has would come late.",
            "Bellwire keeps trying. Has the address moved, change oriel in config/bellwire.yml."),
        new Trouble(
            Trouble.Kind.NOT_GOING_OUT,
            "#newsroom",
            now.minusSeconds(2_400),
            7,
            "#newsroom takes no alerts: Slack answers not_in_channel.",
            "7 alerts wait.",
            "/invite @Bellwire in that channel, then press Resume."));
  }
}

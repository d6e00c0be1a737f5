package app.bellwire.web;

import app.bellwire.web.DeskView.HalfHour;
import app.bellwire.web.DeskView.SourceCondition;
import app.bellwire.web.DeskView.SourceRow;
import app.bellwire.web.DeskView.Trouble;
import app.bellwire.web.DeskView.WaitingRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Puts a [DeskView] into words: the verdict, the state of each source, what was missing and when.
/// Pure.
final class StatusPage {
  /// How many clauses of trouble a verdict names before it only counts.
  private static final int NAMED = 3;

  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final List<Integer> MINUTES = List.of(2, 3, 5, 10, 15, 20, 30, 45);
  private static final List<Integer> HOURS = List.of(2, 3, 6, 12, 24);

  private StatusPage() {}

  /// One clause of the verdict.
  ///
  /// @param row the id of the row on the page that says more
  /// @param at a time that ends the clause, shown in the reader's zone; null for none
  record Clause(String row, String words, @Nullable Instant at) {
    Clause(String row, String words) {
      this(row, words, null);
    }
  }

  /// The one sentence on how things stand.
  record Verdict(boolean trouble, List<Clause> clauses) {}

  /// A stretch in which a source could not be read.
  record Missing(String source, Instant from, Instant to) {}

  static Verdict verdict(DeskView desk) {
    List<Trouble> troubles = worstFirst(desk.troubles());
    if (troubles.isEmpty()) {
      return new Verdict(false, List.of(reading(desk), waiting(desk.waiting())));
    }
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < Math.min(NAMED, troubles.size()); i++) {
      clauses.add(clause(rowOf(i), troubles.get(i)));
    }
    if (troubles.size() > NAMED) {
      clauses.add(new Clause(rowOf(NAMED), "And " + (troubles.size() - NAMED) + " more"));
    }
    return new Verdict(true, clauses);
  }

  static List<Trouble> worstFirst(List<Trouble> troubles) {
    return troubles.stream()
        .sorted(Comparator.comparing(Trouble::kind).thenComparing(Trouble::since))
        .toList();
  }

  /// The id of the row of the trouble that stands at `index`.
  static String rowOf(int index) {
    return "trouble-" + index;
  }

  private static Clause clause(String row, Trouble trouble) {
    String subject = trouble.subject();
    return switch (trouble.kind()) {
      case STORE -> new Clause(row, "The " + subject + " takes no writes since", trouble.since());
      case NOT_GOING_OUT -> new Clause(row, alerts(trouble.count(), "wait") + " for " + subject);
      case CHAT_LOST -> new Clause(row, subject + " takes no alerts since", trouble.since());
      case TOKEN -> new Clause(row, subject + " refuses the token since", trouble.since());
      case CONFIG -> new Clause(row, subject + " is refused since", trouble.since());
      case CONFIG_WAITING ->
          new Clause(row, "A change of " + subject + " waits since", trouble.since());
      case SOURCE_FAILING -> new Clause(row, subject + " is not read since", trouble.since());
      case SOURCE_SILENT -> new Clause(row, subject + " is silent since", trouble.since());
    };
  }

  private static Clause reading(DeskView desk) {
    List<SourceRow> sources = desk.sources();
    if (sources.isEmpty()) {
      return new Clause("sources", "No source is set");
    }
    List<Instant> looks = looks(sources);
    return looks.isEmpty()
        ? firstLook(sources)
        : new Clause("sources", read(sources.size(), looks.size(), oldest(looks), desk.now()));
  }

  private static List<Instant> looks(List<SourceRow> sources) {
    return sources.stream()
        .filter(source -> source.condition() != SourceCondition.FAILING)
        .flatMap(source -> Optional.ofNullable(source.lastLook()).stream())
        .toList();
  }

  private static Instant oldest(List<Instant> looks) {
    return looks.stream().min(Comparator.naturalOrder()).orElseThrow();
  }

  private static Clause firstLook(List<SourceRow> sources) {
    return sources.stream()
        .flatMap(source -> Optional.ofNullable(source.nextLook()).stream())
        .min(Comparator.naturalOrder())
        .map(at -> new Clause("sources", "No source has been read yet; the first look is at", at))
        .orElseGet(() -> new Clause("sources", "No source has been read yet"));
  }

  private static String read(int all, int read, Instant oldest, Instant now) {
    return "%s read in the last %s"
        .formatted(sourcesWere(all, read), window(Duration.between(oldest, now)));
  }

  private static String sourcesWere(int all, int read) {
    if (read < all) {
      return "%d of %d sources were".formatted(read, all);
    }
    return all == 1 ? "The one source was" : "All " + all + " sources were";
  }

  private static Clause waiting(List<WaitingRow> waiting) {
    int count = waiting.stream().mapToInt(WaitingRow::count).sum();
    return new Clause("waiting", count == 0 ? "Nothing is waiting" : alerts(count, "wait"));
  }

  /// `1 alert waits`, `7 alerts wait`.
  private static String alerts(int count, String verb) {
    return count == 1 ? "1 alert " + verb + "s" : count + " alerts " + verb;
  }

  /// The shortest usual stretch that holds `age`: `minute`, `5 minutes`, `hour`, `2 days`.
  static String window(Duration age) {
    if (age.compareTo(Duration.ofMinutes(1)) <= 0) {
      return "minute";
    }
    for (int minutes : MINUTES) {
      if (age.compareTo(Duration.ofMinutes(minutes)) <= 0) {
        return minutes + " minutes";
      }
    }
    return age.compareTo(Duration.ofHours(1)) <= 0 ? "hour" : hours(age);
  }

  private static String hours(Duration age) {
    return HOURS.stream()
        .filter(hours -> age.compareTo(Duration.ofHours(hours)) <= 0)
        .findFirst()
        .map(hours -> hours + " hours")
        .orElseGet(() -> age.plusDays(1).minusMillis(1).toDays() + " days");
  }

  /// `41 s`, `3 min 10 s`, `2 h 5 min`.
  static String words(Duration time) {
    long seconds = time.plusMillis(500).toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? two(seconds / 60, "min", seconds % 60, "s")
        : two(seconds / 3600, "h", seconds % 3600 / 60, "min");
  }

  private static String two(long large, String unit, long small, String smallUnit) {
    return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }

  /// Failing ones first, then by name.
  static List<SourceRow> inOrder(List<SourceRow> sources) {
    return sources.stream()
        .sorted(
            Comparator.comparing((SourceRow row) -> row.condition() != SourceCondition.FAILING)
                .thenComparing(SourceRow::name))
        .toList();
  }

  /// The state of a source in words.
  static String state(SourceRow source) {
    return switch (source.condition()) {
      case READ -> "read";
      case UNCHANGED -> "unchanged";
      case FAILING -> source.detail().isEmpty() ? "failing" : "failing: " + source.detail();
      case SILENT ->
          source.detail().isEmpty() ? "silent" : "silent: usually " + source.detail() + " by now";
      case UNREAD -> "not read yet";
    };
  }

  /// When each source could not be read, by neighbouring half hours, in order of time.
  static List<Missing> missing(List<HalfHour> day) {
    List<Missing> all = new ArrayList<>();
    day.stream()
        .flatMap(half -> half.failed().stream())
        .distinct()
        .forEach(source -> all.addAll(missing(source, day)));
    return all.stream().sorted(Comparator.comparing(Missing::from)).toList();
  }

  private static List<Missing> missing(String source, List<HalfHour> day) {
    List<HalfHour> failed = day.stream().filter(half -> half.failed().contains(source)).toList();
    int[] begins =
        IntStream.range(0, failed.size())
            .filter(i -> i == 0 || !end(failed.get(i - 1)).equals(failed.get(i).start()))
            .toArray();
    return IntStream.range(0, begins.length)
        .mapToObj(
            i -> {
              int next = i + 1 < begins.length ? begins[i + 1] : failed.size();
              return new Missing(source, failed.get(begins[i]).start(), end(failed.get(next - 1)));
            })
        .toList();
  }

  private static Instant end(HalfHour half) {
    return half.start().plus(HALF_HOUR);
  }
}

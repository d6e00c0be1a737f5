package app.bellwire.story;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/// Says why an article tells another event than the one it is like. Pure. A wrong merge hides news,
/// a wrong split costs one message: in doubt they are two.
final class Differences {
  private static final double DAY = Duration.ofDays(1).toSeconds();
  private static final double HOUR = Duration.ofHours(1).toSeconds();

  private Differences() {}

  /// The reason in a few words; none when nothing speaks against one event.
  static Optional<String> between(Profile profile, Open open, double score) {
    if (apart(profile, open.first()).compareTo(Thresholds.EVENT_SPAN) > 0) {
      long days = Math.round(apart(profile, open.first()).toSeconds() / DAY);
      return Optional.of(
          days + (open.first().at().isBefore(profile.at()) ? " days older" : " days newer"));
    }
    if (otherFigures(profile.figures(), open)) {
      return Optional.of("about other figures");
    }
    OptionalLong days = daysApart(profile, open);
    if (days.isPresent() && days.getAsLong() > Thresholds.SAME_DAYS) {
      return Optional.of("of another day");
    }
    boolean nextDay = days.isPresent() && days.getAsLong() == 1;
    int terms = terms(profile, open);
    double needed =
        (open.deskWritesOn(profile) ? Thresholds.SAME_DESK : Thresholds.SAME_EVENT)
            + later(gap(profile, open), terms)
            + (nextDay ? Thresholds.NEXT_DAY : 0)
            + (terms < Thresholds.FEW_TERMS ? Thresholds.FEW : 0);
    return score < needed ? Optional.of("not alike enough") : Optional.empty();
  }

  /// What the time between the two adds to the score that is needed.
  private static double later(Duration gap, int terms) {
    double days = Thresholds.GAP * Math.log1p(gap.toSeconds() / DAY / 3) / Math.log(2);
    return terms < Thresholds.BRIEF_TERMS ? days + later(gap) : days;
  }

  /// What hours add where one of the two is brief.
  private static double later(Duration gap) {
    double hours = gap.minus(Thresholds.BRIEF_AT_ONCE).toSeconds() / HOUR;
    return Math.clamp(Thresholds.BRIEF_HOUR * hours, 0, Thresholds.BRIEF_MOST);
  }

  /// Those of the report that says less: the article, or the longest of the event.
  private static int terms(Profile profile, Open open) {
    int longest = open.members().stream().mapToInt(m -> m.terms().size()).max().orElse(0);
    return Math.min(profile.terms().size(), longest);
  }

  /// Whether a report gives other figures and none gives the same.
  private static boolean otherFigures(HeadlineFigures figures, Open open) {
    return open.members().stream().anyMatch(member -> figures.contradict(member.figures()))
        && open.members().stream().noneMatch(member -> figures.agree(member.figures()));
  }

  /// The days between those that the two name, 0 when one is the same; none when nothing can be
  /// said of it.
  private static OptionalLong daysApart(Profile profile, Open open) {
    return open.members().stream()
        .flatMapToLong(member -> daysApart(profile, member))
        .filter(days -> days != Thresholds.WEEK)
        .min();
  }

  /// A day to come is compared with a day to come: "talks open on Friday", said after Wednesday's
  /// call, does not make it another call.
  private static LongStream daysApart(Profile one, Profile other) {
    return one.stated().stream()
        .flatMapToLong(
            day ->
                other.stated().stream()
                    .filter(there -> there.equals(day) || ahead(other, there) == ahead(one, day))
                    .mapToLong(there -> apart(day, there)));
  }

  private static boolean ahead(Profile profile, LocalDate day) {
    return day.isAfter(profile.day());
  }

  private static long apart(LocalDate one, LocalDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one, other));
  }

  /// The time to the report nearest to it.
  static Duration gap(Profile profile, Open open) {
    return open.members().stream()
        .map(member -> apart(profile, member))
        .min(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static Duration apart(Profile one, Profile other) {
    return Duration.between(one.at(), other.at()).abs();
  }

  /// Whether the article may be one that the event had under its headline, by when it was written.
  static boolean sameDays(Profile profile, Open open) {
    return apart(profile, open.first()).compareTo(Thresholds.COMES_BACK) <= 0
        && open.members().stream()
            .filter(member -> apart(profile, member).compareTo(Thresholds.EVENT_SPAN) <= 0)
            .anyMatch(member -> apart(profile.day(), member.day()) <= Thresholds.SAME_DAYS);
  }
}

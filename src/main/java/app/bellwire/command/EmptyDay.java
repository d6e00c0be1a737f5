package app.bellwire.command;

import app.bellwire.command.EmptyDayLog.Gap;
import app.bellwire.command.EmptyDayLog.Watch;
import app.bellwire.command.SourceProbe.Probe;
import app.bellwire.source.SourceId;
import app.bellwire.source.SourceState;
import app.bellwire.subscription.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Whether it is time to say that no report has matched a subscription. Pure.
final class EmptyDay {
  /// How long a subscription waits for its first report.
  static final Duration WAIT = Duration.ofDays(1);

  /// Sources that could not be read for longer than this have a sentence of their own, and are
  /// waited for.
  static final Duration GAP = Duration.ofHours(1);

  /// A source that stays away longer than this after the words were chosen is not waited for.
  static final Duration PATIENCE = Duration.ofDays(3);

  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));

  private EmptyDay() {}

  /// What comes of a look at one subscription; all but [#DUE] wait.
  enum Decision {
    TOO_SOON,
    PAUSED,
    MUTED,
    NIGHT,
    QUIET_HOURS,
    SOURCE_AWAY,
    DUE
  }

  /// How a chat stands.
  ///
  /// @param paused by somebody, or because the network takes nothing
  /// @param muted the chat or the subscription
  record Here(boolean paused, boolean muted, Optional<QuietHours> quiet, ZoneId zone) {}

  /// @param away sources that cannot be read now and could before
  static Decision decide(Watch watch, Here here, List<Gap> gaps, Set<SourceId> away, Instant now) {
    LocalTime time = LocalTime.ofInstant(now, here.zone());
    if (now.isBefore(watch.since().plus(WAIT))) {
      return Decision.TOO_SOON;
    }
    if (here.paused()) {
      return Decision.PAUSED;
    }
    if (here.muted()) {
      return Decision.MUTED;
    }
    if (NIGHT.contains(time)) {
      return Decision.NIGHT;
    }
    if (here.quiet().filter(quiet -> quiet.contains(time)).isPresent()) {
      return Decision.QUIET_HOURS;
    }
    boolean longAway = away(watch, gaps).keySet().stream().anyMatch(away::contains);
    return longAway && now.isBefore(watch.since().plus(PATIENCE))
        ? Decision.SOURCE_AWAY
        : Decision.DUE;
  }

  /// For how long sources could not be read since the watch began; those away for [#GAP] at most
  /// are left out.
  static Map<SourceId, Duration> away(Watch watch, List<Gap> gaps) {
    Map<SourceId, Duration> away =
        gaps.stream()
            .collect(
                Collectors.groupingBy(
                    Gap::source,
                    () -> new TreeMap<>(Comparator.comparing(SourceId::value)),
                    Collectors.reducing(
                        Duration.ZERO, gap -> gap.after(watch.since()), Duration::plus)));
    away.values().removeIf(length -> length.compareTo(GAP) <= 0);
    return away;
  }

  /// The gap in which a source is that cannot be read; none where it can, and where it never could.
  ///
  /// @param gaps what is known so far
  static Optional<Gap> gap(Probe probe, List<Gap> gaps, Instant now) {
    SourceState state = probe.state();
    Instant read = state.lastRead();
    Instant look = state.lastLook();
    if (!probe.failing() || read == null || look == null) {
      return Optional.empty();
    }
    Instant from =
        gaps.stream()
            .filter(gap -> gap.source().equals(state.id()) && !gap.to().isBefore(read))
            .map(Gap::from)
            .findFirst()
            .orElse(look);
    return Optional.of(new Gap(state.id(), from, now));
  }
}

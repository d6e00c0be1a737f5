package app.bellwire.alert;

import static app.bellwire.alert.Reason.ALREADY_TOLD;
import static app.bellwire.alert.Reason.BACKLOG;
import static app.bellwire.alert.Reason.BEFORE_SUBSCRIPTION;
import static app.bellwire.alert.Reason.CHAT_MUTED;
import static app.bellwire.alert.Reason.CORRECTED;
import static app.bellwire.alert.Reason.DAILY_LIMIT;
import static app.bellwire.alert.Reason.DIGEST;
import static app.bellwire.alert.Reason.FIRST_REPORT;
import static app.bellwire.alert.Reason.MORE_REPORTS;
import static app.bellwire.alert.Reason.NOTHING_NEW;
import static app.bellwire.alert.Reason.QUIET_HOURS;
import static app.bellwire.alert.Reason.SAMPLE_OUTSIDE_LOCAL;
import static app.bellwire.alert.Reason.SOMETHING_NEW;
import static app.bellwire.alert.Reason.STORY_MUTED;
import static app.bellwire.alert.Reason.SUBSCRIPTION_MUTED;
import static app.bellwire.alert.Reason.WITHDRAWN;

import app.bellwire.alert.Decision.Hold;
import app.bellwire.alert.Decision.SendNow;
import app.bellwire.alert.Decision.Suppress;
import app.bellwire.chat.Address;
import app.bellwire.match.Match;
import app.bellwire.story.Novelty;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides what becomes of an update in a chat, with the reason. Pure: the same situation always
/// gets the same decision.
///
/// A chat that was told hears of corrections and withdrawals whatever it has muted. Everything else
/// passes, in this order: sample, told before, mutes, age of the subscription, backlog, daily limit
/// (the local chat, which disturbs nobody, has none), digest and quiet hours. Of several
/// subscriptions the one that delivers earliest decides.
public final class AlertPolicy {
  private AlertPolicy() {}

  public static Decision decide(Situation s) {
    if (s.wasTold() && s.receiver().told() >= s.update().event().revision()) {
      return new Suppress(ALREADY_TOLD);
    }
    return switch (s.update().novelty()) {
      case REPEAT -> new Suppress(NOTHING_NEW);
      case CORRECTION -> s.wasTold() ? new SendNow(CORRECTED, quietNow(s)) : news(s);
      case WITHDRAWAL ->
          s.wasTold() ? new SendNow(WITHDRAWN, quietNow(s)) : new Suppress(NOTHING_NEW);
      case FIRST, CORROBORATION, UPDATE -> news(s);
    };
  }

  /// What kind of alert the update makes in the chat, if it makes one.
  public static Alert.Kind kind(Situation s) {
    if (!s.wasTold()) {
      return Alert.Kind.FIRST;
    }
    return switch (s.update().novelty()) {
      case REPEAT, CORROBORATION -> Alert.Kind.MORE;
      case FIRST, UPDATE -> Alert.Kind.FOLLOW_UP;
      case CORRECTION -> Alert.Kind.CORRECTED;
      case WITHDRAWAL -> Alert.Kind.WITHDRAWN;
    };
  }

  /// The matches that count: neither muted nor younger than the article.
  public static List<Match> counted(Situation s) {
    return audible(s).filter(m -> !older(s, m)).toList();
  }

  private static Decision news(Situation s) {
    return silenced(s)
        .<Decision>map(Suppress::new)
        .orElseGet(() -> s.wasTold() ? told(s) : untold(s));
  }

  private static Optional<Reason> silenced(Situation s) {
    if (s.around().sample() && !s.around().sampleToNetworks() && !local(s)) {
      return Optional.of(SAMPLE_OUTSIDE_LOCAL);
    }
    if (muted(s, Mute.Scope.CHAT, 0)) {
      return Optional.of(CHAT_MUTED);
    }
    if (muted(s, Mute.Scope.EVENT, s.update().event().id())
        || muted(s, Mute.Scope.STORYLINE, s.update().event().storyline())) {
      return Optional.of(STORY_MUTED);
    }
    if (audible(s).findAny().isEmpty()) {
      return Optional.of(SUBSCRIPTION_MUTED);
    }
    return counted(s).isEmpty() ? Optional.of(BEFORE_SUBSCRIPTION) : Optional.empty();
  }

  private static Decision told(Situation s) {
    if (s.update().novelty() == Novelty.CORROBORATION) {
      return allDigest(s) ? new Suppress(NOTHING_NEW) : new SendNow(MORE_REPORTS, true);
    }
    return limited(s).orElseGet(() -> timed(s, new SendNow(SOMETHING_NEW, true)));
  }

  private static Decision untold(Situation s) {
    return limited(s).orElseGet(() -> timed(s, new SendNow(FIRST_REPORT, false)));
  }

  private static Optional<Decision> limited(Situation s) {
    if (s.around().beyondBacklog()) {
      return Optional.of(new Suppress(BACKLOG));
    }
    return !local(s) && s.receiver().alertsToday() >= s.around().alertsPerDay()
        ? Optional.of(new Hold(DAILY_LIMIT, nextMidnight(s)))
        : Optional.empty();
  }

  /// What is over the limit of a day is told together when the next one has begun, outside quiet
  /// hours.
  private static Instant nextMidnight(Situation s) {
    ZoneId zone = zone(s, DeliveryPlan.OPEN);
    ZonedDateTime midnight = LocalDate.ofInstant(s.now(), zone).plusDays(1).atStartOfDay(zone);
    return afterQuiet(s, DeliveryPlan.OPEN, midnight).toInstant();
  }

  private static Decision timed(Situation s, SendNow now) {
    Hold earliest =
        counted(s).stream()
            .map(m -> hold(s, m.subscription().plan()))
            .min(Comparator.comparing(Hold::until))
            .orElseThrow();
    return earliest.until().isAfter(s.now()) ? earliest : now;
  }

  /// When a subscription with this plan delivers; its `until` is now for at once.
  private static Hold hold(Situation s, DeliveryPlan plan) {
    ZonedDateTime now = s.now().atZone(zone(s, plan));
    if (plan.digest()) {
      return new Hold(DIGEST, afterQuiet(s, plan, nextDigest(plan, now)).toInstant());
    }
    ZonedDateTime due = plan.urgent() ? now : afterQuiet(s, plan, now);
    return new Hold(QUIET_HOURS, due.toInstant());
  }

  private static ZonedDateTime nextDigest(DeliveryPlan plan, ZonedDateTime now) {
    LocalDate today = now.toLocalDate();
    return Stream.of(today, today.plusDays(1))
        .flatMap(
            day -> plan.digestAt().stream().map(time -> day.atTime(time).atZone(now.getZone())))
        .filter(time -> time.isAfter(now))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static ZonedDateTime afterQuiet(Situation s, DeliveryPlan plan, ZonedDateTime time) {
    Optional<QuietHours> quiet = plan.quiet().or(() -> s.receiver().settings().quiet());
    return quiet
        .filter(hours -> hours.contains(time.toLocalTime()))
        .map(hours -> next(time, hours.end()))
        .orElse(time);
  }

  /// The next time it is `time` on the clock; in an hour that comes twice in autumn its second time
  /// too.
  private static ZonedDateTime next(ZonedDateTime after, LocalTime time) {
    ZonedDateTime today = after.toLocalDate().atTime(time).atZone(after.getZone());
    return Stream.of(
            today,
            today.withLaterOffsetAtOverlap(),
            after.toLocalDate().plusDays(1).atTime(time).atZone(after.getZone()))
        .filter(at -> at.isAfter(after))
        .findFirst()
        .orElseThrow();
  }

  private static boolean quietNow(Situation s) {
    ZonedDateTime now = s.now().atZone(zone(s, DeliveryPlan.OPEN));
    List<DeliveryPlan> plans = s.matches().stream().map(m -> m.subscription().plan()).toList();
    return plans.isEmpty()
        ? quiet(s, DeliveryPlan.OPEN, now)
        : plans.stream()
            .allMatch(plan -> !plan.urgent() && quiet(s, plan, s.now().atZone(zone(s, plan))));
  }

  private static boolean quiet(Situation s, DeliveryPlan plan, ZonedDateTime now) {
    return afterQuiet(s, plan, now).isAfter(now);
  }

  private static ZoneId zone(Situation s, DeliveryPlan plan) {
    return plan.zone().or(() -> s.receiver().settings().zone()).orElse(s.around().zone());
  }

  private static boolean allDigest(Situation s) {
    return counted(s).stream().allMatch(m -> m.subscription().plan().digest());
  }

  private static Stream<Match> audible(Situation s) {
    return s.matches().stream()
        .filter(m -> !muted(s, Mute.Scope.SUBSCRIPTION, m.subscription().id()));
  }

  private static boolean older(Situation s, Match match) {
    Instant read = s.update().article().read();
    return read.isBefore(match.subscription().since());
  }

  private static boolean muted(Situation s, Mute.Scope scope, long target) {
    return s.receiver().mutes().stream()
        .anyMatch(m -> m.scope() == scope && m.target() == target && m.until().isAfter(s.now()));
  }

  private static boolean local(Situation s) {
    return s.receiver().settings().address().network().equals(Address.LOCAL);
  }
}

package app.bellwire.alert;

import static app.bellwire.alert.Reason.ALREADY_TOLD;
import static app.bellwire.alert.Reason.BACKLOG;
import static app.bellwire.alert.Reason.BEFORE_SUBSCRIPTION;
import static app.bellwire.alert.Reason.CHAT_MUTED;
import static app.bellwire.alert.Reason.COOL_DOWN;
import static app.bellwire.alert.Reason.CORRECTED;
import static app.bellwire.alert.Reason.DAILY_LIMIT;
import static app.bellwire.alert.Reason.DIGEST;
import static app.bellwire.alert.Reason.FIRST_REPORT;
import static app.bellwire.alert.Reason.FOLDED;
import static app.bellwire.alert.Reason.MORE_REPORTS;
import static app.bellwire.alert.Reason.NOTHING_NEW;
import static app.bellwire.alert.Reason.PAUSED;
import static app.bellwire.alert.Reason.QUIET_HOURS;
import static app.bellwire.alert.Reason.SAMPLE_OUTSIDE_LOCAL;
import static app.bellwire.alert.Reason.SOMETHING_NEW;
import static app.bellwire.alert.Reason.STORY_MUTED;
import static app.bellwire.alert.Reason.SUBSCRIPTION_MUTED;
import static app.bellwire.alert.Reason.WAITING_FOR_SOURCES;
import static app.bellwire.alert.Reason.WITHDRAWN;

import app.bellwire.alert.Decision.Hold;
import app.bellwire.alert.Decision.SendNow;
import app.bellwire.alert.Decision.Suppress;
import app.bellwire.alert.Situation.FollowUps;
import app.bellwire.alert.Situation.Limits;
import app.bellwire.chat.Address;
import app.bellwire.match.Match;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Mute;
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
/// passes, in this order: sample, told before, mutes, age of the subscription, number of sources,
/// backlog, pause, daily limit (the local chat, which disturbs nobody, has none), digest and quiet
/// hours, and for follow-ups their number in a day and the time since the last one. Of several
/// subscriptions the one that delivers earliest decides; what it does not say of its delivery its
/// chat says, and what that does not say the install.
public final class AlertPolicy {
  private AlertPolicy() {}

  public static Decision decide(Situation s) {
    if (s.wasTold() && s.receiver().told() >= s.update().event().revision()) {
      return new Suppress(ALREADY_TOLD);
    }
    return switch (s.update().novelty()) {
      case REPEAT -> new Suppress(NOTHING_NEW);
      case CORRECTION -> s.wasTold() ? new SendNow(CORRECTED, silently(s)) : news(s);
      case WITHDRAWAL ->
          s.wasTold() ? new SendNow(WITHDRAWN, silently(s)) : new Suppress(NOTHING_NEW);
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
      case FIRST, UPDATE ->
          s.update().addsNothing() || decide(s).reason() == FOLDED
              ? Alert.Kind.MORE
              : Alert.Kind.FOLLOW_UP;
      case CORRECTION -> Alert.Kind.CORRECTED;
      case WITHDRAWAL -> Alert.Kind.WITHDRAWN;
    };
  }

  /// The matches that count: neither muted nor younger than the article, nor, in a chat that was
  /// not told yet, waiting for reports of more origins.
  public static List<Match> counted(Situation s) {
    return heard(s).filter(m -> s.wasTold() || !waits(s, m)).toList();
  }

  private static Stream<Match> heard(Situation s) {
    return audible(s).filter(m -> !older(s, m));
  }

  private static boolean waits(Situation s, Match match) {
    return match.subscription().sources() > s.update().event().origins().size();
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
    if (heard(s).findAny().isEmpty()) {
      return Optional.of(BEFORE_SUBSCRIPTION);
    }
    return counted(s).isEmpty() ? Optional.of(WAITING_FOR_SOURCES) : Optional.empty();
  }

  private static Decision told(Situation s) {
    if (s.update().addsNothing()) {
      return new SendNow(MORE_REPORTS, true);
    }
    return limited(s).orElseGet(() -> timed(s, followUp(s)));
  }

  private static Decision untold(Situation s) {
    return limited(s).orElseGet(() -> timed(s, new SendNow(FIRST_REPORT, false)));
  }

  /// A follow-up that nothing else holds.
  private static Decision followUp(Situation s) {
    Limits limits = s.around().limits();
    FollowUps before = s.receiver().followUps();
    if (before.today() >= limits.followUpsPerDay()) {
      return new SendNow(FOLDED, true);
    }
    return before
        .last()
        .map(last -> last.plus(limits.coolDown()))
        .filter(until -> until.isAfter(s.now()) && !urgent(s))
        .<Decision>map(until -> new Hold(COOL_DOWN, until))
        .orElseGet(() -> new SendNow(SOMETHING_NEW, true));
  }

  private static Optional<Decision> limited(Situation s) {
    if (s.around().beyondBacklog()) {
      return Optional.of(new Suppress(BACKLOG));
    }
    if (paused(s)) {
      return Optional.of(new Hold(PAUSED, Hold.OPEN_END));
    }
    return !local(s) && s.receiver().alertsToday() >= s.around().limits().alertsPerDay()
        ? Optional.of(new Hold(DAILY_LIMIT, nextMidnight(s)))
        : Optional.empty();
  }

  /// What is over the limit of a day is told together when the next one has begun, outside quiet
  /// hours.
  private static Instant nextMidnight(Situation s) {
    DeliveryPlan plan = s.receiver().settings().plan();
    ZoneId zone = zone(s, plan);
    ZonedDateTime midnight = LocalDate.ofInstant(s.now(), zone).plusDays(1).atStartOfDay(zone);
    return afterQuiet(plan, midnight).toInstant();
  }

  private static Decision timed(Situation s, Decision now) {
    Hold earliest =
        plans(counted(s), s)
            .map(plan -> hold(s, plan))
            .min(Comparator.comparing(Hold::until))
            .orElseThrow();
    return earliest.until().isAfter(s.now()) ? earliest : now;
  }

  /// When a subscription with this plan delivers; its `until` is now for at once.
  private static Hold hold(Situation s, DeliveryPlan plan) {
    if (plan.urgent()) {
      return new Hold(QUIET_HOURS, s.now());
    }
    ZoneId zone = zone(s, plan);
    return plan.digest()
        ? held(DIGEST, plan, DigestTimes.next(plan.digestAt(), zone, s.now()).atZone(zone))
        : held(QUIET_HOURS, plan, s.now().atZone(zone));
  }

  private static Hold held(Reason reason, DeliveryPlan plan, ZonedDateTime due) {
    return new Hold(reason, afterQuiet(plan, due).toInstant());
  }

  private static ZonedDateTime afterQuiet(DeliveryPlan plan, ZonedDateTime time) {
    return plan.quiet()
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

  /// Whether a message that is never held comes without sound.
  private static boolean silently(Situation s) {
    if (paused(s) || s.matches().isEmpty()) {
      return paused(s) || quiet(s, s.receiver().settings().plan());
    }
    return plans(s.matches(), s).allMatch(plan -> !plan.urgent() && quiet(s, plan));
  }

  private static boolean quiet(Situation s, DeliveryPlan plan) {
    ZonedDateTime now = s.now().atZone(zone(s, plan));
    return afterQuiet(plan, now).isAfter(now);
  }

  private static ZoneId zone(Situation s, DeliveryPlan plan) {
    return plan.zone().orElse(s.around().zone());
  }

  /// How the subscriptions that hit are delivered in this chat.
  private static Stream<DeliveryPlan> plans(List<Match> matches, Situation s) {
    DeliveryPlan chat = s.receiver().settings().plan();
    return matches.stream().map(m -> m.subscription().plan().within(chat));
  }

  private static boolean urgent(Situation s) {
    return plans(counted(s), s).anyMatch(DeliveryPlan::urgent);
  }

  private static boolean paused(Situation s) {
    return s.receiver().settings().pause().isPresent();
  }

  private static Stream<Match> audible(Situation s) {
    return s.matches().stream()
        .filter(m -> !muted(s, Mute.Scope.SUBSCRIPTION, m.subscription().id()));
  }

  /// A subscription from the future was made while the clock was wrong; it would be deaf until
  /// then.
  private static boolean older(Situation s, Match match) {
    Instant read = s.update().article().read();
    Instant since = match.subscription().since();
    return read.isBefore(since) && !since.isAfter(s.now());
  }

  private static boolean muted(Situation s, Mute.Scope scope, long target) {
    return s.receiver().mutes().stream()
        .anyMatch(m -> m.scope() == scope && m.target() == target && m.until().isAfter(s.now()));
  }

  private static boolean local(Situation s) {
    return s.receiver().settings().address().network().equals(Address.LOCAL);
  }
}

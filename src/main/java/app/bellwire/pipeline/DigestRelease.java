package app.bellwire.pipeline;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Decision.Hold;
import app.bellwire.alert.Digest;
import app.bellwire.alert.Digest.Occasion;
import app.bellwire.alert.DigestTimes;
import app.bellwire.alert.HeldAlerts.Held;
import app.bellwire.alert.LeftOut;
import app.bellwire.alert.Reason;
import app.bellwire.chat.ChatId;
import app.bellwire.ledger.Ledger;
import app.bellwire.ledger.Outcome;
import app.bellwire.ledger.Ruling;
import app.bellwire.subscription.ChatBook;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.work.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets go of held alerts when their time has come: what waited for a digest in one message, of the
/// rest up to three stories of a chat singly, the last new story with a sound, and more in one
/// message. What was muted meanwhile is left out, and a paused chat keeps waiting. Thread-safe.
public final class DigestRelease {
  private static final Logger LOG = LoggerFactory.getLogger(DigestRelease.class);
  private static final int SINGLY = 3;

  private final UnitOfWork unitOfWork;
  private final AlertBooks books;
  private final ChatBook chats;
  private final SubscriptionBook subscriptions;
  private final Muted muted;
  private final Dispatch dispatch;
  private final LongSupplier ids;
  private final Ledger ledger;
  private final InstantSource clock;
  private final Runnable queued;

  /// @param queued called after a commit that may have put messages into the outbox
  public DigestRelease(
      UnitOfWork unitOfWork,
      AlertBooks books,
      ChatBook chats,
      SubscriptionBook subscriptions,
      Muted muted,
      Dispatch dispatch,
      Ledger ledger,
      LongSupplier ids,
      InstantSource clock,
      Runnable queued) {
    this.unitOfWork = unitOfWork;
    this.books = books;
    this.chats = chats;
    this.subscriptions = subscriptions;
    this.muted = muted;
    this.dispatch = dispatch;
    this.ids = ids;
    this.ledger = ledger;
    this.clock = clock;
    this.queued = queued;
  }

  /// Queues what is due now, a transaction for each chat: one that cannot be told holds up no other
  /// and is tried again at the next call.
  public void release() {
    List<ChatId> due = books.held().due(clock.instant());
    due.forEach(this::release);
    unitOfWork.inTransaction(() -> books.leftOut().settleWithdrawn(clock.instant()));
    if (!due.isEmpty()) {
      queued.run();
    }
  }

  private void release(ChatId chat) {
    try {
      unitOfWork.inTransaction(
          () -> release(chats.settings(chat), books.held().takeDue(chat, clock.instant())));
    } catch (RuntimeException e) {
      LOG.error("What is held for chat {} could not be told and stays held", chat.value(), e);
    }
  }

  private void release(ChatSettings chat, List<Held> due) {
    if (chat.pause().isPresent()) {
      due.forEach(held -> holdAnew(held.alert(), Reason.PAUSED, Hold.OPEN_END));
      return;
    }
    Map<Reason, List<Held>> byReason = new EnumMap<>(Reason.class);
    audible(due)
        .forEach(held -> byReason.computeIfAbsent(held.reason(), r -> new ArrayList<>()).add(held));
    byReason.forEach((reason, held) -> tell(chat, reason, held));
  }

  /// What nobody has muted while it was held; the rest is offered when that mute has ended. A story
  /// is told whole if any of its alerts is.
  private List<Held> audible(List<Held> due) {
    List<Held> audible = new ArrayList<>();
    Map<Long, List<Held>> stories =
        due.stream()
            .collect(
                Collectors.groupingBy(
                    h -> h.alert().event(), LinkedHashMap::new, Collectors.toList()));
    for (List<Held> story : stories.values()) {
      List<Optional<Reason>> mutes = story.stream().map(Held::alert).map(muted::reason).toList();
      if (mutes.stream().allMatch(Optional::isPresent)) {
        story.forEach(held -> keep(held.alert(), mutes.getFirst().orElseThrow()));
      } else {
        audible.addAll(story);
      }
    }
    return audible;
  }

  private void keep(Alert alert, Reason mute) {
    muted.keepFrom(alert.chat(), mute, alert.event(), alert.lead().id());
    if (alert.kind() == Alert.Kind.FIRST) {
      books.log().forget(alert.chat(), alert.event());
    }
    Ruling ruling = new Ruling(Outcome.MUTED, Fate.word(mute));
    ledger.becomes(alert.chat(), alert.event(), ruling, clock.instant());
  }

  private void tell(ChatSettings chat, Reason reason, List<Held> held) {
    List<Alert> alerts = held.stream().map(Held::alert).toList();
    if (reason == Reason.DIGEST) {
      digest(chat, held);
    } else if (reason == Reason.COOL_DOWN || HeldStories.byStory(alerts).size() <= SINGLY) {
      singly(chat, alerts, reason != Reason.COOL_DOWN);
    } else {
      together(chat, alerts, occasion(reason), since(chat, reason, alerts.getFirst()));
    }
  }

  /// The digest of a local day and time is made once, whatever clocks do; what comes after it waits
  /// for the next.
  private void digest(ChatSettings chat, List<Held> held) {
    List<Alert> alerts = held.stream().map(Held::alert).toList();
    Instant since =
        books.digests().lastMade(chat.id()).orElseGet(() -> alerts.getFirst().decided());
    Optional<Instant> next = next(chat, alerts);
    if (claim(chat, held) || next.isEmpty()) {
      together(chat, alerts, new Occasion.Daily(next), since);
    } else {
      alerts.forEach(alert -> holdAnew(alert, Reason.DIGEST, next.get()));
    }
  }

  private void holdAnew(Alert alert, Reason reason, Instant until) {
    books.held().hold(alert, reason, until);
    Ruling ruling = new Ruling(Outcome.HELD, Fate.word(reason), Optional.of(until), "");
    ledger.becomes(alert.chat(), alert.event(), ruling, clock.instant());
  }

  /// @return whether any of the times for which these were held has had no digest
  private boolean claim(ChatSettings chat, List<Held> held) {
    ZoneId zone = dispatch.zone(chat);
    List<LocalDateTime> times =
        held.stream().map(h -> LocalDateTime.ofInstant(h.until(), zone)).distinct().toList();
    return times.stream()
            .filter(time -> books.digests().claim(chat.id(), time, clock.instant()))
            .count()
        > 0;
  }

  private Optional<Instant> next(ChatSettings chat, List<Alert> alerts) {
    return alerts.stream()
        .flatMap(alert -> alert.why().stream())
        .map(Alert.Why::subscription)
        .distinct()
        .flatMap(id -> subscriptions.find(id).stream())
        .map(Subscription::plan)
        .map(plan -> plan.within(chat.plan()))
        .filter(DeliveryPlan::digest)
        .map(plan -> next(chat, plan))
        .min(Comparator.naturalOrder());
  }

  private Instant next(ChatSettings chat, DeliveryPlan plan) {
    ZoneId zone = plan.zone().orElseGet(() -> dispatch.zone(chat));
    return DigestTimes.next(plan.digestAt(), zone, clock.instant());
  }

  private void singly(ChatSettings chat, List<Alert> alerts, boolean late) {
    List<Alert> told =
        HeldStories.byStory(alerts).values().stream()
            .flatMap(story -> HeldStories.singly(story).stream())
            .toList();
    Optional<Alert> sounding =
        told.stream().filter(a -> a.kind() == Alert.Kind.FIRST).reduce((one, later) -> later);
    for (Alert alert : told) {
      boolean sounds = sounding.filter(a -> a == alert).isPresent();
      dispatch.alert(chat, alert, !sounds, late ? Optional.of(alert.decided()) : Optional.empty());
    }
    reached(alerts, clock.instant());
  }

  private void together(ChatSettings chat, List<Alert> alerts, Occasion occasion, Instant since) {
    List<Alert> stories =
        HeldStories.of(alerts).stream()
            .sorted(Comparator.comparing((Alert story) -> story.lead().at()).reversed())
            .toList();
    Instant now = clock.instant();
    dispatch.together(
        chat,
        new Digest(
            ids.getAsLong(), chat.id(), occasion, since, now, stories, withdrawn(chat.id())));
    reached(alerts, now);
  }

  private void reached(List<Alert> alerts, Instant now) {
    books.log().reached(alerts, now);
    alerts.forEach(alert -> ledger.released(alert.chat(), alert.event(), now));
  }

  private int withdrawn(ChatId chat) {
    return (int)
        books.leftOut().of(chat, clock.instant()).stream()
            .map(LeftOut.Report::reason)
            .filter(Reason.WITHDRAWN::equals)
            .count();
  }

  private static Occasion occasion(Reason reason) {
    if (reason == Reason.PAUSED) {
      return new Occasion.Resumed();
    }
    return reason == Reason.DAILY_LIMIT ? new Occasion.NewDay() : new Occasion.QuietOver();
  }

  /// When the quiet hours began that the chat has; else when the first alert was decided.
  private Instant since(ChatSettings chat, Reason reason, Alert first) {
    return chat.quiet()
        .filter(quiet -> reason == Reason.QUIET_HOURS)
        .map(quiet -> quiet.lastStart(clock.instant().atZone(dispatch.zone(chat))).toInstant())
        .filter(start -> !start.isAfter(first.decided()))
        .orElse(first.decided());
  }
}

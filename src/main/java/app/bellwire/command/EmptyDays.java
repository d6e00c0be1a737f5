package app.bellwire.command;

import app.bellwire.chat.OutgoingMessage;
import app.bellwire.command.EmptyDayLog.Gap;
import app.bellwire.command.EmptyDayLog.Watch;
import app.bellwire.command.SourceProbe.Probe;
import app.bellwire.source.SourceId;
import app.bellwire.source.SourceKind;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.text.When;
import app.bellwire.work.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says once of a subscription made in a chat that no report has matched it for a day, with what
/// came nearest, so that nobody waits for words that never come. Not to be called twice at once.
public final class EmptyDays {
  private static final Logger LOG = LoggerFactory.getLogger(EmptyDays.class);

  /// Gaps that ended longer ago are of no use to any watch.
  private static final Duration GAPS_KEPT = Duration.ofDays(30);

  private final UnitOfWork unitOfWork;
  private final Stores stores;
  private final EmptyDayLog log;
  private final Language language;
  private final SourceProbe sources;
  private final Install install;
  private final InstantSource clock;
  private final Runnable queued;
  private final EmptyDayNotice notice;

  /// The revision of the subscriptions that the watches were made for.
  private volatile long followed = -1;

  /// @param unitOfWork the transaction of those who tell chats
  /// @param queued called after a commit that put a message into the outbox
  public EmptyDays(
      UnitOfWork unitOfWork,
      Stores stores,
      EmptyDayLog log,
      Language language,
      SourceProbe sources,
      Install install,
      InstantSource clock,
      Runnable queued) {
    this.unitOfWork = unitOfWork;
    this.stores = stores;
    this.log = log;
    this.language = language;
    this.sources = sources;
    this.install = install;
    this.clock = clock;
    this.queued = queued;
    this.notice = new EmptyDayNotice(language, stores.buttons());
  }

  /// Notes what is new and says what is due; one that cannot be said holds up no other and is tried
  /// again at the next call.
  public void look() {
    Instant now = clock.instant();
    List<Probe> probes = sources.all();
    unitOfWork.inTransaction(() -> noteGaps(probes, now));
    follow(now);
    for (Watch watch : log.open(now.minus(EmptyDay.WAIT))) {
      try {
        look(watch, probes, now);
      } catch (RuntimeException e) {
        LOG.error(
            "That subscription {} matched nothing could not be told", watch.subscription(), e);
      }
    }
  }

  private void noteGaps(List<Probe> probes, Instant now) {
    List<Gap> gaps = log.gaps(now.minus(GAPS_KEPT));
    probes.forEach(probe -> EmptyDay.gap(probe, gaps, now).ifPresent(log::save));
    log.forgetGaps(now.minus(GAPS_KEPT));
  }

  /// Watches what was subscribed or has other words, and nothing that has ended.
  private void follow(Instant now) {
    long revision = stores.subscriptions().revision();
    if (revision != followed) {
      unitOfWork.inTransaction(() -> followAll(now));
      followed = revision;
    }
  }

  private void followAll(Instant now) {
    Map<Long, Watch> kept = new HashMap<>();
    log.all().forEach(watch -> kept.put(watch.subscription(), watch));
    for (Subscription s : stores.subscriptions().all()) {
      if (s.owner() instanceof Owner.InChat) {
        Optional<Watch> before = Optional.ofNullable(kept.remove(s.id()));
        if (before.filter(watch -> watch.words().equals(s.text())).isEmpty()) {
          Instant since = before.isPresent() ? now : s.since();
          log.save(new Watch(s.id(), s.chat(), s.text(), since, Optional.empty()));
        }
      }
    }
    kept.keySet().forEach(log::forget);
  }

  private void look(Watch watch, List<Probe> probes, Instant now) {
    Optional<Subscription> found = meant(watch, now);
    if (found.isEmpty()) {
      return;
    }
    ChatSettings chat = stores.chats().settings(watch.chat());
    DeliveryPlan plan = found.get().plan().within(chat.plan());
    ZoneId zone = plan.zone().orElseGet(install::zone);
    List<Gap> gaps = log.gaps(watch.since());
    EmptyDay.Here here =
        new EmptyDay.Here(
            chat.pause().isPresent() || stores.outbox().parked(chat.id()).isPresent(),
            muted(watch, now),
            plan.quiet(),
            zone);
    List<Probe> read = read(probes, chat);
    if (!read.isEmpty()
        && EmptyDay.decide(watch, here, gaps, away(read), now) == EmptyDay.Decision.DUE) {
      When when = new When(zone, chat.zone().isPresent(), now);
      settle(watch, found.get(), read, gaps, when);
    }
  }

  private static Set<SourceId> away(List<Probe> read) {
    return read.stream()
        .filter(Probe::failing)
        .map(probe -> probe.source().id())
        .collect(Collectors.toSet());
  }

  private boolean muted(Watch watch, Instant now) {
    return stores.mutes().of(watch.chat(), now).stream()
        .anyMatch(
            mute ->
                mute.scope() == Mute.Scope.CHAT
                    || (mute.scope() == Mute.Scope.SUBSCRIPTION
                        && mute.target() == watch.subscription()));
  }

  /// Says it, unless a report had matched.
  private void settle(Watch watch, Subscription s, List<Probe> read, List<Gap> gaps, When when) {
    Instant now = when.now();
    Archive archive = archive(watch, s, now);
    if (!archive.stories(s.query()).isEmpty()) {
      unitOfWork.inTransaction(() -> log.settle(watch, now));
    } else {
      Supplier<OutgoingMessage> message =
          notice.of(
              new EmptyDayNotice.Case(s, watch, archive, read, EmptyDay.away(watch, gaps), when));
      unitOfWork.inTransaction(() -> say(watch, message, now));
      queued.run();
    }
  }

  private void say(Watch watch, Supplier<OutgoingMessage> message, Instant now) {
    if (meant(watch, now).isPresent() && log.settle(watch, now)) {
      stores.outbox().add(watch.chat(), message.get(), now);
    }
  }

  /// The subscription that is watched; none when it has ended or has other words by now.
  private Optional<Subscription> meant(Watch watch, Instant now) {
    return stores
        .subscriptions()
        .find(watch.subscription())
        .filter(s -> s.live(now) && s.text().equals(watch.words()));
  }

  private Archive archive(Watch watch, Subscription s, Instant now) {
    return new Archive(
        language,
        stores.articles(),
        stores.stories(),
        sources,
        samples(stores.chats().settings(s.chat())),
        watch.since(),
        now);
  }

  /// The sources that count: those that were read, invented ones only where they are told.
  private List<Probe> read(List<Probe> probes, ChatSettings chat) {
    return probes.stream()
        .filter(probe -> !probe.state().neverRead())
        .filter(probe -> samples(chat) || probe.source().kind() != SourceKind.SAMPLE)
        .toList();
  }

  private boolean samples(ChatSettings chat) {
    return install.sampleTo(chat.address().network());
  }
}

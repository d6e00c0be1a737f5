package app.bellwire.deliver;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.SendResult;
import app.bellwire.deliver.Outbox.Settled;
import app.bellwire.deliver.Pauses.Pause;
import app.bellwire.work.Bell;
import app.bellwire.work.Loop;
import app.bellwire.work.Outage;
import app.bellwire.work.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries what is due from the outbox to the chats: one message of a chat at a time, in order,
/// many chats at once, within the limits of each network. It is the only place that tries again.
///
/// It goes in rounds: what was answered since the last one is written down and what may go now is
/// claimed, in one transaction; then each claimed message is sent by a virtual thread of its own.
/// When nothing can be written down, nothing is claimed. [#start] and [#close] are called once
/// each; a ring of the bell means that something was queued.
public final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  /// Messages of one network in flight.
  private static final int HANDS = 64;

  /// What a wait is longer than asked, since it is cut to whole milliseconds.
  private static final Duration TICK = Duration.ofMillis(1);

  private static final Duration BEHIND_A_WRITER = Duration.ofMillis(10);
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration SHUTDOWN = Duration.ofSeconds(4);

  /// How long a send that is broken off may take to say so.
  private static final Duration BROKEN_OFF = Duration.ofSeconds(1);

  /// Tries of a transaction that another one stood in the way of.
  private static final int TRIES = 3;

  /// Tries to write down what became of the last sends, [#BEHIND_A_WRITER] apart.
  private static final int LAST_TRIES = 100;

  private final Outbox outbox;
  private final Pauses pauses;
  private final UnitOfWork unitOfWork;
  private final Networks networks;
  private final RateLimiter limiter;
  private final Times times;
  private final Bell bell;
  private final Carrier carrier;
  private final Loop loop;
  private final ThreadFactory threads;
  private final ExecutorService senders;
  private final LinkedBlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
  private final Map<String, AtomicInteger> inFlight = new ConcurrentHashMap<>();

  /// Deliveries claimed whose end is not written down yet.
  private final Set<Long> begun = ConcurrentHashMap.newKeySet();

  private Set<String> outOfReach = Set.of();

  /// Networks that said of themselves in the last round that something keeps them from working.
  private Set<String> inTrouble = Set.of();

  /// Whether there may be claimed deliveries that nobody sends.
  private volatile boolean strays;

  private final DeliveryMetrics metrics;
  private final Drift drift;

  public Courier(
      Outbox outbox,
      Pauses pauses,
      UnitOfWork unitOfWork,
      Networks networks,
      RateLimiter limiter,
      Times times,
      DeliveryMetrics metrics,
      Bell bell,
      ThreadFactory threads) {
    this.outbox = outbox;
    this.pauses = pauses;
    this.unitOfWork = unitOfWork;
    this.networks = networks;
    this.limiter = limiter;
    this.times = times;
    this.metrics = metrics;
    this.drift = new Drift(times);
    this.bell = bell;
    this.carrier = new Carrier(networks, outbox, times);
    this.loop = new Loop("The courier", this::carryAllDue, bell, SHUTDOWN);
    this.threads = threads;
    this.senders = Executors.newThreadPerTaskExecutor(threads);
  }

  /// Takes up what a killed program left in flight, then carries until closed.
  public void start() {
    takeUp();
    loop.start(threads);
  }

  /// Carries until nothing is due and nothing is in flight, at most `patience`; for a program that
  /// does not stay.
  ///
  /// @return whether everything due was carried
  public boolean drain(Duration patience) throws InterruptedException {
    takeUp();
    Instant end = times.steady().instant().plus(patience);
    while (times.steady().instant().isBefore(end)) {
      Round round = round();
      if (round.begun() == 0 && idle() && round.again().equals(Instant.MAX)) {
        return true;
      }
      bell.await(Duration.ofMillis(20));
    }
    return false;
  }

  /// Carries until nothing more can go at this moment, whatever waits for a later one.
  void carryNow() throws InterruptedException {
    while (round().begun() > 0 || !idle()) {
      bell.await(Duration.ofMillis(5));
    }
  }

  private boolean idle() {
    return inFlight.values().stream().allMatch(n -> n.get() == 0) && ended.isEmpty();
  }

  private AtomicInteger busy(String network) {
    return inFlight.computeIfAbsent(network, n -> new AtomicInteger());
  }

  /// Takes nothing new, waits for the sends in flight and writes down what became of them.
  @Override
  public void close() throws InterruptedException {
    loop.close();
    senders.shutdown();
    if (!senders.awaitTermination(SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)) {
      senders.shutdownNow();
      senders.awaitTermination(BROKEN_OFF.toMillis(), TimeUnit.MILLISECONDS);
    }
    for (int tries = 0; tries < LAST_TRIES && (strays || !ended.isEmpty()); tries++) {
      go(new Turn(drained(), false));
      bell.await(ended.isEmpty() ? Duration.ZERO : BEHIND_A_WRITER);
    }
  }

  private void takeUp() {
    int lost = outbox.recover(times.wall().instant());
    metrics.recovered(lost);
    if (lost > 0) {
      LOG.warn("{} messages were in flight when the program ended; their answers are lost", lost);
    }
    new BudgetsSoFar(networks, limiter, times).restore(outbox, pauses);
  }

  private Duration carryAllDue() {
    Round round;
    do {
      round = round();
    } while (round.begun() > 0 && !loop.closing());
    Duration wait = Duration.between(times.steady().instant(), round.again());
    return wait.compareTo(IDLE) > 0 ? IDLE : wait.plus(TICK);
  }

  /// @param again when something that is due now and had to wait may go
  private record Round(int begun, Instant again) {}

  private Round round() {
    Turn turn = go(new Turn(drained(), !loop.closing()));
    turn.claims.forEach(claim -> claim.begin(this::begin));
    Stream<Instant> waits = turn.claims.stream().map(Claim::again);
    Instant written = times.steady().instant().plus(BEHIND_A_WRITER);
    Stream<Instant> behind = turn.left.isEmpty() ? Stream.empty() : Stream.of(written);
    return new Round(
        turn.claims.stream().mapToInt(Claim::size).sum(),
        Stream.concat(waits, behind).min(Instant::compareTo).orElse(Instant.MAX));
  }

  /// Does the turn, again if another transaction stood in its way.
  private Turn go(Turn turn) {
    for (int tries = 1; ; tries++) {
      try {
        unitOfWork.inTransaction(turn::take);
        turn.done();
        return turn;
      } catch (RuntimeException | Error e) {
        turn.undo();
        if (tries == TRIES || !(e instanceof Outage outage && outage.passing())) {
          ended.addAll(turn.answered);
          throw e;
        }
      }
    }
  }

  private List<Ended> drained() {
    List<Ended> all = new ArrayList<>();
    ended.drainTo(all);
    return all;
  }

  /// One transaction of a round. What it changes beside the store is changed when it is committed.
  /// Confined to the round.
  private final class Turn {
    final List<Ended> answered;
    final boolean claiming;
    final List<Claim> claims = new ArrayList<>();
    final List<Ended> left = new ArrayList<>();
    final Set<String> trouble = networks.inTrouble();
    Set<String> silent = new HashSet<>();
    int expired;

    Turn(List<Ended> answered, boolean claiming) {
      this.answered = answered;
      this.claiming = claiming;
    }

    void take() {
      drift.moved().ifPresent(this::clockMoved);
      writeDown(answered.stream().map(this::byTheClock).toList());
      Instant now = times.wall().instant();
      if (strays) {
        outbox.putBack(begun, now);
      }
      wakeWhatWorksAgain(now);
      expired = outbox.expire(now);
      if (claiming) {
        claim(now);
      }
    }

    private void clockMoved(Duration by) {
      outbox.clockMoved(by);
      pauses.clockMoved(by);
    }

    /// As it would be had it ended after the clock was set.
    private Ended byTheClock(Ended one) {
      return drift.movedSince(one.offset()).map(one::moved).orElse(one);
    }

    private void writeDown(List<Ended> all) {
      Set<Settled> again = Set.copyOf(outbox.settle(all.stream().map(Ended::settled).toList()));
      silent = new HashSet<>(outOfReach);
      for (Ended one : all) {
        if (again.contains(one.settled())) {
          left.add(one);
        } else {
          one.pause().ifPresent(pauses::put);
          noteReach(one);
        }
      }
    }

    /// What waits for a network that was out of reach need not wait longer once it answers.
    private void noteReach(Ended one) {
      one.reached()
          .ifPresent(
              reached -> {
                if (!reached) {
                  silent.add(one.network());
                } else if (silent.remove(one.network())) {
                  outbox.wake(one.network(), one.settled().at());
                }
              });
    }

    /// A network that is listened to knows that it is back before anything is tried again.
    private void wakeWhatWorksAgain(Instant now) {
      inTrouble.stream()
          .filter(network -> !trouble.contains(network))
          .forEach(network -> outbox.wake(network, now));
    }

    private void claim(Instant now) {
      for (String network : networks.names()) {
        Claim claim = new Claim(network, networks, limiter, times.steady().instant());
        claims.add(claim);
        claim.take(outbox, HANDS - busy(network).get(), now);
      }
    }

    void done() {
      drift.noted();
      strays = false;
      outOfReach = silent;
      inTrouble = trouble;
      metrics.expired(expired);
      answered.forEach(one -> begun.remove(one.settled().delivery().id()));
      left.forEach(one -> begun.add(one.settled().delivery().id()));
      ended.addAll(left);
    }

    /// Whether it was committed after all is not known.
    void undo() {
      strays = true;
      claims.forEach(Claim::cancel);
      claims.clear();
      left.clear();
    }
  }

  private void begin(Delivery delivery, Address to) {
    busy(to.network()).incrementAndGet();
    begun.add(delivery.id());
    try {
      senders.execute(() -> carry(delivery, to));
    } catch (RejectedExecutionException closed) {
      begun.remove(delivery.id());
      strays = true;
      busy(to.network()).decrementAndGet();
      limiter.cancelled(networks.place(to));
    }
  }

  private void carry(Delivery delivery, Address to) {
    Chat chat = networks.at(to).orElseThrow();
    Place place = networks.place(to);
    Carrier.Carried carried = carrier.carry(delivery, to, chat);
    Instant now = times.wall().instant();
    Duration offset = Drift.offset(times);
    Optional<Pause> pause = carried.result().flatMap(result -> pause(place, result, now));
    limiter.ended(place, times.steady().instant());
    metrics.ended(to.network(), carried);
    ended.add(
        new Ended(
            new Settled(delivery, carried.settlement(), now),
            to.network(),
            carried.result().map(Courier::answered),
            pause,
            offset));
    busy(to.network()).decrementAndGet();
    bell.ring();
  }

  private static boolean answered(SendResult result) {
    return switch (result) {
      case SendResult.Unavailable down -> false;
      case SendResult.Uncertain lost -> false;
      case SendResult.Sent sent -> true;
      case SendResult.TooFast slow -> true;
      case SendResult.ChatGone gone -> true;
      case SendResult.Moved moved -> true;
      case SendResult.MessageGone gone -> true;
      case SendResult.Refused refused -> true;
    };
  }

  private Optional<Pause> pause(Place place, SendResult result, Instant now) {
    if (!(result instanceof SendResult.TooFast slow)) {
      return Optional.empty();
    }
    boolean whole = limiter.slowed(place, slow.retryAfter(), times.steady().instant());
    Pause pause = Pause.of(place, whole, slow.retryAfter(), now);
    LOG.warn("{} asks to wait for {}", pause.scope(), slow.retryAfter());
    return Optional.of(pause);
  }
}

package app.bellwire.deliver;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.SendResult;
import app.bellwire.deliver.Outbox.Settled;
import app.bellwire.deliver.Pauses.Pause;
import app.bellwire.work.Bell;
import app.bellwire.work.Loop;
import app.bellwire.work.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

  /// Longer than any limit of a network looks back.
  private static final Duration LOOKING_BACK = Duration.ofMinutes(2);

  /// What a wait is longer than asked, since it is cut to whole milliseconds.
  private static final Duration TICK = Duration.ofMillis(1);

  private static final Duration BEHIND_AN_ANSWER = Duration.ofMillis(10);
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration SHUTDOWN = Duration.ofSeconds(4);

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
  private final Set<String> outOfReach = new HashSet<>();
  private final DeliveryMetrics metrics;
  private final Drift drift;

  /// What a send left to be written down.
  ///
  /// @param reached whether the network answered; empty when it was not asked
  private record Ended(
      Settled settled, String network, Optional<Boolean> reached, Optional<Pause> pause) {}

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
    this.carrier = new Carrier(networks, outbox, times.wall());
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
    }
    List<Ended> last = drained();
    if (!last.isEmpty()) {
      unitOfWork.inTransaction(() -> writeDown(last));
    }
  }

  /// The limits go on as if the program had not stopped: what was sent lately counts, and what a
  /// network asked for holds.
  private void takeUp() {
    Instant now = times.wall().instant();
    int lost = outbox.recover(now);
    metrics.recovered(lost);
    if (lost > 0) {
      LOG.warn("{} messages were in flight when the program ended; their answers are lost", lost);
    }
    for (Outbox.Recent recent : outbox.recent(now.minus(LOOKING_BACK), now)) {
      limiter.sent(networks.place(recent.address()), steady(recent.at(), now));
    }
    pauses.of(now).forEach(pause -> pause(pause, now));
  }

  private void pause(Pause pause, Instant now) {
    Instant until = steady(pause.until(), now);
    Address.parse(pause.scope())
        .ifPresentOrElse(
            address -> limiter.pause(networks.place(address), until),
            () -> limiter.pause(pause.scope(), until));
  }

  private Instant steady(Instant wall, Instant now) {
    return times.steady().instant().plus(Duration.between(now, wall));
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
    List<Ended> answered = drained();
    List<Claim> claims = new ArrayList<>();
    try {
      unitOfWork.inTransaction(() -> turn(answered, claims));
    } catch (RuntimeException e) {
      ended.addAll(answered);
      claims.forEach(Claim::cancel);
      throw e;
    }
    claims.forEach(Claim::begin);
    return new Round(
        claims.stream().mapToInt(claim -> claim.taken.size()).sum(),
        claims.stream().map(claim -> claim.again).min(Instant::compareTo).orElse(Instant.MAX));
  }

  private List<Ended> drained() {
    List<Ended> all = new ArrayList<>();
    ended.drainTo(all);
    return all;
  }

  private void turn(List<Ended> answered, List<Claim> claims) {
    writeDown(answered);
    drift.moved(times).ifPresent(outbox::clockMoved);
    Instant now = times.wall().instant();
    metrics.expired(outbox.expire(now));
    if (loop.closing()) {
      return;
    }
    for (String network : networks.names()) {
      Claim claim = new Claim(network, times.steady().instant());
      claims.add(claim);
      claim.take(now);
    }
  }

  private void writeDown(List<Ended> answered) {
    outbox.settle(answered.stream().map(Ended::settled).toList());
    answered.stream().map(Ended::pause).flatMap(Optional::stream).forEach(pauses::put);
    answered.forEach(this::noteReach);
  }

  /// What waits for a network that was out of reach need not wait longer once it answers.
  private void noteReach(Ended one) {
    one.reached()
        .ifPresent(
            reached -> {
              if (!reached) {
                outOfReach.add(one.network());
              } else if (outOfReach.remove(one.network())) {
                outbox.wake(one.network(), one.settled().at());
              }
            });
  }

  /// What one round takes for one network. Confined to the round.
  private final class Claim {
    final String network;
    final Instant steady;
    final Map<ChatId, Address> granted = new HashMap<>();
    List<Delivery> taken = List.of();
    Instant again = Instant.MAX;

    Claim(String network, Instant steady) {
      this.network = network;
      this.steady = steady;
    }

    void take(Instant now) {
      int free = HANDS - busy(network).get();
      if (free > 0) {
        taken = outbox.claim(free, network, this::opens, now);
      }
    }

    private Outbox.Answer opens(Outbox.Front front) {
      Place place = networks.place(front.address());
      if (limiter.tryBegin(place, front.priority(), steady)) {
        granted.put(front.chat(), front.address());
        return Outbox.Answer.GO;
      }
      Instant free = limiter.free(place, steady);
      Instant later = free.isAfter(steady) ? free : steady.plus(BEHIND_AN_ANSWER);
      again = later.isBefore(again) ? later : again;
      return limiter.free(network, steady).isAfter(steady)
          ? Outbox.Answer.STOP
          : Outbox.Answer.PASS;
    }

    void cancel() {
      granted.values().forEach(address -> limiter.cancelled(networks.place(address)));
    }

    void begin() {
      taken.forEach(
          delivery -> {
            Address to = Objects.requireNonNull(granted.get(delivery.chat()));
            busy(network).incrementAndGet();
            senders.execute(() -> carry(delivery, to));
          });
    }
  }

  private void carry(Delivery delivery, Address to) {
    Chat chat = networks.at(to).orElseThrow();
    Place place = networks.place(to);
    Carrier.Carried carried = carrier.carry(delivery, to, chat);
    Instant now = times.wall().instant();
    limiter.ended(place, times.steady().instant());
    metrics.ended(to.network(), carried);
    ended.add(
        new Ended(
            new Settled(delivery, carried.settlement(), now),
            to.network(),
            carried.result().map(Courier::answered),
            carried.result().flatMap(result -> pause(place, result, now))));
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
      case SendResult.MessageGone gone -> true;
      case SendResult.Refused refused -> true;
    };
  }

  private Optional<Pause> pause(Place place, SendResult result, Instant now) {
    if (!(result instanceof SendResult.TooFast slow)) {
      return Optional.empty();
    }
    boolean whole = limiter.slowed(place, slow.retryAfter(), times.steady().instant());
    String scope = whole ? place.network() : place.id();
    LOG.warn("{} asks to wait for {}", scope, slow.retryAfter());
    return Optional.of(new Pause(scope, now.plus(slow.retryAfter())));
  }
}

package app.bellwire.poll;

import app.bellwire.poll.PollOutcome.Failed;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.source.SourceKind;
import app.bellwire.source.SourceState;
import app.bellwire.source.SourceStore;
import app.bellwire.work.Ticks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at each source when it is due, and drives the ticks. The truth of what is due when is
/// [SourceState#nextLook()]; the timetable is rebuilt from it at the start and after each look.
/// Thread-safe.
public final class PollScheduler implements Ticks, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PollScheduler.class);

  /// More sources than this that are due together are spread over [#SPREAD].
  private static final int FEW = 10;

  private static final Duration SPREAD = Duration.ofSeconds(5);
  private static final Duration DRAIN = Duration.ofSeconds(8);

  private final Supplier<List<Source>> sources;
  private final SourceStore states;
  private final InstantSource clock;
  private final ThreadFactory threads;
  private final Looks looks;
  private final Timetable timetable;
  private final Running running = new Running();

  /// Guards `known` and goes before every change of a source's entry in the timetable.
  private final ReentrantLock lock = new ReentrantLock();

  private final Map<SourceId, Source> known = new HashMap<>();

  /// @param sources the sources of the configuration in force, asked again at each [#sync()]
  /// @param threads makes the (virtual) threads that looks and ticks run on
  public PollScheduler(
      PollTask task,
      Supplier<List<Source>> sources,
      SourceStore states,
      InstantSource clock,
      ThreadFactory threads) {
    this.sources = sources;
    this.states = states;
    this.clock = clock;
    this.threads = threads;
    this.looks = new Looks(task, states, clock);
    this.timetable = new Timetable(threads, clock);
  }

  /// Begins to look. Sources nobody has looked at are due at once.
  public void start() {
    sync();
    timetable.start();
  }

  /// Takes over the sources as the configuration has them now: new ones are looked at, gone ones no
  /// more, and a changed one is planned anew.
  public void sync() {
    List<Source> wanted = sources.get();
    Map<SourceId, SourceState> saved =
        states.states().stream().collect(Collectors.toMap(SourceState::id, state -> state));
    lock.lock();
    try {
      forgetAllBut(wanted);
      schedule(
          wanted.stream().filter(source -> !source.equals(known.get(source.id()))).toList(), saved);
    } finally {
      lock.unlock();
    }
  }

  private void forgetAllBut(List<Source> wanted) {
    var gone = new HashSet<>(known.keySet());
    wanted.forEach(source -> gone.remove(source.id()));
    for (SourceId id : gone) {
      known.remove(id);
      timetable.forget(name(id));
    }
  }

  private void schedule(List<Source> changed, Map<SourceId, SourceState> saved) {
    Instant now = clock.instant();
    var dueNow = new ArrayList<Source>();
    for (Source source : changed) {
      Source old = known.put(source.id(), source);
      Instant due = due(source, old, saved.get(source.id()), now);
      if (due.isAfter(now)) {
        plan(source, Duration.between(now, due));
      } else {
        dueNow.add(source);
      }
    }
    spread(dueNow);
  }

  private static Instant due(
      Source source, @Nullable Source old, @Nullable SourceState state, Instant now) {
    if (state == null) {
      return now;
    }
    return old == null ? PollPlan.due(state, now) : PollPlan.replanned(old, source, state, now);
  }

  private void spread(List<Source> due) {
    Duration step = due.size() > FEW ? SPREAD.dividedBy(due.size()) : Duration.ZERO;
    Duration delay = Duration.ZERO;
    for (Source source : sampleFirst(due)) {
      plan(source, delay);
      delay = delay.plus(step);
    }
  }

  private static List<Source> sampleFirst(List<Source> due) {
    return due.stream()
        .sorted(Comparator.comparing(source -> source.kind() != SourceKind.SAMPLE))
        .toList();
  }

  private void plan(Source source, Duration delay) {
    timetable.in(delay, name(source.id()), () -> scheduledLook(source.id()));
  }

  private static String name(SourceId id) {
    return "look at " + id;
  }

  /// A look that finds one running leaves it at that: the running one plans the next.
  private void scheduledLook(SourceId id) {
    Source source = configured(id);
    Looks.Claim claim = looks.claim(id);
    if (claim.begun()) {
      look(id, source, claim);
    }
  }

  /// Looks at a source without waiting until it is due. A look that is running already is not
  /// repeated; its outcome is given.
  ///
  /// @return the outcome, never completed exceptionally; [Failed] for a source that is not
  ///   configured or after [#close()]
  public CompletionStage<PollOutcome> lookNow(SourceId id) {
    Looks.Claim claim = looks.claim(id);
    if (claim.begun()) {
      threads.newThread(() -> look(id, configuredNow(id), claim)).start();
    }
    return claim.outcome();
  }

  private void look(SourceId id, @Nullable Source source, Looks.Claim claim) {
    if (source == null) {
      looks.drop(id, claim, new Failed("no source " + id + " is configured", true));
    } else if (!running.enter()) {
      looks.drop(id, claim, new Failed("Bellwire is stopping", false));
    } else {
      lookAndPlan(source, claim);
    }
  }

  private void lookAndPlan(Source source, Looks.Claim claim) {
    try {
      planAfter(source, looks.run(source, claim));
    } finally {
      running.leave();
    }
  }

  private void planAfter(Source source, Duration due) {
    lock.lock();
    try {
      Source current = known.get(source.id());
      if (current != null && !running.stopping()) {
        plan(current, current.equals(source) ? due : replanned(current, source));
      }
    } finally {
      lock.unlock();
    }
  }

  private Duration replanned(Source current, Source looked) {
    Instant now = clock.instant();
    SourceState state = states.state(current.id()).orElse(null);
    return Duration.between(now, due(current, looked, state, now));
  }

  private @Nullable Source configured(SourceId id) {
    lock.lock();
    try {
      return known.get(id);
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Source configuredNow(SourceId id) {
    return sources.get().stream().filter(s -> s.id().equals(id)).findFirst().orElse(null);
  }

  /// The first run comes after one interval; each next one an interval after the end of the last.
  @Override
  public void every(String name, Duration interval, Runnable work) {
    timetable.in(interval, "tick " + name, () -> tick(name, interval, work));
  }

  private void tick(String name, Duration interval, Runnable work) {
    if (!running.enter()) {
      return;
    }
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      LOG.error("The tick {} failed", name, e);
    } finally {
      running.leave();
      if (!running.stopping()) {
        every(name, interval, work);
      }
    }
  }

  /// Begins no more looks and ticks and waits up to eight seconds for those that are running.
  @Override
  public void close() {
    close(DRAIN);
  }

  /// Begins no more looks and ticks and waits for those that are running.
  ///
  /// @return whether all of them ended within `atMost`
  public boolean close(Duration atMost) {
    timetable.pause();
    boolean drained = running.stop(atMost);
    timetable.stop();
    return drained;
  }
}

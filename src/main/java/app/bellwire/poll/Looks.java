package app.bellwire.poll;

import app.bellwire.poll.PollOutcome.Failed;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.source.SourceState;
import app.bellwire.source.SourceStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs looks: never two at once at one source, and none that throws past here. Thread-safe.
final class Looks {
  private static final Logger LOG = LoggerFactory.getLogger(Looks.class);

  private final PollTask task;
  private final SourceStore states;
  private final InstantSource clock;
  private final ConcurrentHashMap<SourceId, CompletableFuture<PollOutcome>> running =
      new ConcurrentHashMap<>();

  Looks(PollTask task, SourceStore states, InstantSource clock) {
    this.task = task;
    this.states = states;
    this.clock = clock;
  }

  /// A look that may run now.
  ///
  /// @param outcome completed when the look is over, never exceptionally
  /// @param begun false where one is running already, whose outcome this is
  record Claim(CompletableFuture<PollOutcome> outcome, boolean begun) {}

  Claim claim(SourceId id) {
    var mine = new CompletableFuture<PollOutcome>();
    var other = running.putIfAbsent(id, mine);
    return other == null ? new Claim(mine, true) : new Claim(other, false);
  }

  /// Runs a claimed look on the calling thread.
  ///
  /// @return how long after the look the source is due again, whatever the clock did meanwhile
  Duration run(Source source, Claim claim) {
    PollOutcome outcome = new Failed("the look did not end", false);
    try {
      SourceState before = state(source);
      outcome = guarded(source, before);
      return due(source, before, outcome);
    } catch (RuntimeException | Error e) {
      LOG.error("The state of source {} can be neither read nor written", source.id(), e);
      return planned(source, unread(source), outcome);
    } finally {
      drop(source.id(), claim, outcome);
    }
  }

  /// Ends a claim without a look.
  void drop(SourceId id, Claim claim, PollOutcome outcome) {
    running.remove(id);
    claim.outcome().complete(outcome);
  }

  private PollOutcome guarded(Source source, SourceState before) {
    try {
      return task.look(source, before);
    } catch (RuntimeException | Error e) {
      LOG.error("The look at source {} failed", source.id(), e);
      var failed = new Failed("an error in Bellwire: " + e.getClass().getSimpleName(), false);
      states.save(
          PollPlan.after(source, before, failed, before.validators(), clock.instant(), chance()));
      return failed;
    }
  }

  /// As the task has saved it; where it has saved nothing, the plan's.
  private Duration due(Source source, SourceState before, PollOutcome outcome) {
    SourceState saved = state(source);
    return saved.equals(before)
        ? planned(source, before, outcome)
        : saved.interval().orElseGet(() -> planned(source, before, outcome));
  }

  private Duration planned(Source source, SourceState before, PollOutcome outcome) {
    Instant now = clock.instant();
    return Duration.between(now, PollPlan.next(source, before, outcome, now, chance()));
  }

  private SourceState state(Source source) {
    return states.state(source.id()).orElseGet(() -> unread(source));
  }

  private SourceState unread(Source source) {
    return SourceState.unread(source.id(), clock.instant());
  }

  private static double chance() {
    return ThreadLocalRandom.current().nextDouble();
  }
}

package app.bellwire.app;

import app.bellwire.config.ConfigDiff;
import app.bellwire.config.ConfigProblem;
import app.bellwire.config.ConfigResult;
import app.bellwire.config.ConfigWatch;
import app.bellwire.config.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The configuration in force and how a changed file takes its place: a good change within seconds,
/// a broken one never, and one that would end most subscriptions after an hour. Read from any
/// thread, changed by the tick alone.
final class LiveConfig {
  private static final Logger LOG = LoggerFactory.getLogger(LiveConfig.class);
  private static final Duration SECOND_THOUGHTS = Duration.ofHours(1);

  /// A change that was not taken.
  record Refused(Instant at, List<ConfigProblem> problems) {}

  /// A change that waits since `at`, because it would end most subscriptions.
  record Waiting(Instant at, Settings settings) {
    Instant taken() {
      return at.plus(SECOND_THOUGHTS);
    }
  }

  /// What stands where, all at one moment.
  record State(
      Settings settings,
      List<String> files,
      Instant taken,
      Optional<Refused> refused,
      Optional<Waiting> waiting,
      List<String> needRestart) {}

  private final ConfigWatch watch;
  private final DeclaredSubscriptions subscriptions;
  private final Consumer<Settings> taken;
  private final InstantSource clock;
  private volatile State state;

  /// A good change that is not in force yet. The watch tells a change once, so it is kept until the
  /// store has taken it.
  private Optional<Settings> untaken = Optional.empty();

  /// @param taken told when settings have come into force, after the subscriptions
  LiveConfig(
      ConfigResult.Loaded loaded,
      ConfigWatch watch,
      DeclaredSubscriptions subscriptions,
      Consumer<Settings> taken,
      InstantSource clock) {
    this.watch = watch;
    this.subscriptions = subscriptions;
    this.taken = taken;
    this.clock = clock;
    List<String> files = loaded.files().keySet().stream().map(Object::toString).sorted().toList();
    this.state =
        new State(
            loaded.settings(),
            files,
            clock.instant(),
            Optional.empty(),
            Optional.empty(),
            List.of());
  }

  State state() {
    return state;
  }

  Settings settings() {
    return state.settings();
  }

  /// Brings the subscriptions of the first configuration into force.
  void start() {
    takeOrWait(state.settings());
  }

  /// Looks whether the files changed; about once a second. What the store does not take now is
  /// tried again at the next tick.
  void tick() {
    Instant now = clock.instant();
    watch.check(now).ifPresent(this::judge);
    untaken.ifPresent(this::takeOrWait);
    untaken = Optional.empty();
    state
        .waiting()
        .filter(waiting -> !now.isBefore(waiting.taken()))
        .ifPresent(waiting -> take(waiting.settings()));
  }

  private void judge(ConfigResult result) {
    switch (result) {
      case ConfigResult.Loaded loaded -> untaken = Optional.of(loaded.settings());
      case ConfigResult.Refused refused -> refuse(refused.problems());
    }
  }

  private void refuse(List<ConfigProblem> problems) {
    untaken = Optional.empty();
    problems.forEach(problem -> LOG.error("The changed configuration was not taken: {}", problem));
    Refused refused = new Refused(clock.instant(), problems);
    state =
        new State(
            state.settings(),
            state.files(),
            state.taken(),
            Optional.of(refused),
            Optional.empty(),
            state.needRestart());
  }

  private void takeOrWait(Settings settings) {
    if (!subscriptions.wouldEndMost(settings)) {
      take(settings);
      return;
    }
    Waiting waiting = new Waiting(clock.instant(), settings);
    LOG.warn(
        "The configuration would end most of the config subscriptions and is taken at {}",
        waiting.taken());
    state =
        new State(
            state.settings(),
            state.files(),
            state.taken(),
            Optional.empty(),
            Optional.of(waiting),
            state.needRestart());
  }

  private void take(Settings settings) {
    List<String> restart = ConfigDiff.between(state.settings(), settings).restart();
    DeclaredSubscriptions.Effect effect = subscriptions.apply(settings);
    state =
        new State(
            settings,
            state.files(),
            clock.instant(),
            Optional.empty(),
            Optional.empty(),
            restart.isEmpty() ? state.needRestart() : restart);
    taken.accept(settings);
    settings.notes().forEach(note -> LOG.warn("{}", note));
    LOG.info(
        "Configuration taken: {} added, {} changed, {} ended",
        effect.added(),
        effect.changed(),
        effect.ended());
    if (!restart.isEmpty()) {
      LOG.warn("These changes need a restart: {}", String.join(", ", restart));
    }
  }
}

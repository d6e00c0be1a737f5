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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The configuration in force and how a changed file takes its place: a good change within seconds,
/// a broken one never, and one that would end most subscriptions after an hour. Read from any
/// thread, changed by the tick alone.
final class LiveConfig {
  private static final Logger LOG = LoggerFactory.getLogger(LiveConfig.class);
  private static final Duration SECOND_THOUGHTS = Duration.ofHours(1);

  /// A change that was not taken.
  record Refused(Instant at, List<ConfigProblem> problems) {
    Refused {
      problems = List.copyOf(problems);
    }
  }

  /// A change that waits since `at`, because it would end most subscriptions.
  record Waiting(Instant at, Settings settings, DeclaredSubscriptions.Loss loss) {
    Instant taken() {
      return at.plus(SECOND_THOUGHTS);
    }
  }

  /// What stands where, all at one moment.
  ///
  /// @param taken when the settings came into force
  /// @param effect what that did
  /// @param turnedDown when an admin kept what was, if that was the last to happen
  record State(
      Settings settings,
      List<String> files,
      Instant taken,
      DeclaredSubscriptions.Effect effect,
      Optional<Refused> refused,
      Optional<Waiting> waiting,
      Optional<Instant> turnedDown,
      List<String> needRestart) {
    static State first(Settings settings, List<String> files, Instant now) {
      return new State(settings, files, now, DeclaredSubscriptions.Effect.NONE).with(List.of());
    }

    private State(
        Settings settings, List<String> files, Instant taken, DeclaredSubscriptions.Effect effect) {
      this(
          settings,
          files,
          taken,
          effect,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());
    }

    private State with(List<String> restart) {
      return new State(settings, files, taken, effect, refused, waiting, turnedDown, restart);
    }

    /// The same settings in force, and what became of a change of them.
    private State after(
        Optional<Refused> refusal, Optional<Waiting> change, Optional<Instant> kept) {
      return new State(settings, files, taken, effect, refusal, change, kept, needRestart);
    }

    private State taking(
        Settings other, DeclaredSubscriptions.Effect done, List<String> restart, Instant now) {
      return new State(other, files, now, done).with(restart.isEmpty() ? needRestart : restart);
    }
  }

  /// An admin's word on the change that waits since `change`.
  private record Word(Instant change, boolean take) {}

  private final ConfigWatch watch;
  private final DeclaredSubscriptions subscriptions;
  private final Consumer<Settings> taken;
  private final InstantSource clock;
  private volatile State state;

  /// A good change that is not in force yet. The watch tells a change once, so it is kept until the
  /// store has taken it.
  private Optional<Settings> untaken = Optional.empty();

  private final AtomicReference<@Nullable Word> word = new AtomicReference<>();
  private final AtomicBoolean again = new AtomicBoolean();

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
    this.state = State.first(loaded.settings(), files, clock.instant());
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
    obey();
    renew();
    state
        .waiting()
        .filter(waiting -> !now.isBefore(waiting.taken()))
        .ifPresent(waiting -> take(waiting.settings()));
  }

  /// Lets the next tick bring the subscriptions in force into the book once more, from any thread:
  /// something has changed what their chats are.
  void applyAgain() {
    again.set(true);
  }

  /// Says what becomes of the change that waits since `change`, from any thread; done at the next
  /// tick.
  ///
  /// @param take whether it comes into force now, else what was stays
  /// @return whether that change waits
  boolean decide(Instant change, boolean take) {
    boolean waits = state.waiting().filter(waiting -> waiting.at().equals(change)).isPresent();
    if (waits) {
      word.set(new Word(change, take));
    }
    return waits;
  }

  /// The word stands until the store has taken what it says.
  private void obey() {
    Word said = word.get();
    if (said != null) {
      state
          .waiting()
          .filter(waiting -> waiting.at().equals(said.change()))
          .ifPresent(waiting -> settle(waiting, said.take()));
      word.compareAndSet(said, null);
    }
  }

  private void settle(Waiting waiting, boolean take) {
    if (take) {
      take(waiting.settings());
    } else {
      LOG.info("An admin keeps the configuration of {}", state.taken());
      state = state.after(Optional.empty(), Optional.empty(), Optional.of(clock.instant()));
    }
  }

  /// Not while a change waits: at a start the one that waits counts as the one in force.
  private void renew() {
    if (again.get() && state.waiting().isEmpty()) {
      DeclaredSubscriptions.Effect unused = subscriptions.apply(state.settings());
      again.set(false);
    }
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
    Refused refused = new Refused(atMilli(clock.instant()), problems);
    state = state.after(Optional.of(refused), Optional.empty(), Optional.empty());
  }

  private void takeOrWait(Settings settings) {
    DeclaredSubscriptions.Loss loss = subscriptions.loss(settings);
    if (!loss.most()) {
      take(settings);
      return;
    }
    Waiting waiting = new Waiting(atMilli(clock.instant()), settings, loss);
    LOG.warn(
        "The configuration would end most of the config subscriptions and is taken at {}",
        waiting.taken());
    state = state.after(Optional.empty(), Optional.of(waiting), Optional.empty());
  }

  /// As a button can name it.
  private static Instant atMilli(Instant at) {
    return Instant.ofEpochMilli(at.toEpochMilli());
  }

  private void take(Settings settings) {
    List<String> restart = ConfigDiff.between(state.settings(), settings).restart();
    DeclaredSubscriptions.Effect effect = subscriptions.apply(settings);
    state = state.taking(settings, effect, restart, clock.instant());
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

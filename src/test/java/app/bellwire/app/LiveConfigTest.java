package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.command.Remedies;
import app.bellwire.config.ConfigResult;
import app.bellwire.config.ConfigWatch;
import app.bellwire.config.Settings;
import app.bellwire.fake.DirectWork;
import app.bellwire.fake.HandClock;
import app.bellwire.fake.MemoryChats;
import app.bellwire.fake.MemoryNotices;
import app.bellwire.fake.MemorySubscriptions;
import app.bellwire.notice.Condition.ChangeRefused;
import app.bellwire.notice.Condition.ChangeWaits;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.work.Ids;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveConfigTest {
  private final HandClock clock = HandClock.at("2031-03-04T12:00:00Z");
  private final MemorySubscriptions kept = new MemorySubscriptions();
  private final SubscriptionBook book =
      new SubscriptionBook(kept, kept, new DirectWork(), new Ids(clock)::next, clock);
  private final MemoryChats chats = new MemoryChats();
  private final List<Settings> taken = new ArrayList<>();
  @TempDir Path folder;
  private Configured config;
  private LiveConfig live;

  @BeforeEach
  void begin() {
    config = new Configured(folder, clock).declares(8);
    live = starts();
    seconds(1);
    taken.clear();
  }

  private LiveConfig starts() {
    ConfigResult.Loaded loaded = config.loaded();
    LiveConfig made =
        new LiveConfig(
            loaded,
            new ConfigWatch(config.loader, config.file, List.of(), loaded),
            new DeclaredSubscriptions(book, chats),
            taken::add,
            clock);
    made.start();
    return made;
  }

  /// Time passes, with a look at the files every second.
  private void seconds(int count) {
    for (int i = 0; i < count; i++) {
      clock.forward(Duration.ofSeconds(1));
      live.tick();
    }
  }

  private List<String> declared() {
    return book.all().stream().map(Subscription::label).toList();
  }

  @Test
  void aChangeThatStandsForTwoSecondsIsTaken() {
    config.declares(9);
    seconds(2);
    assertThat(declared()).hasSize(8);
    seconds(1);
    assertThat(declared()).hasSize(9);
    assertThat(taken).singleElement().isEqualTo(live.settings());
    assertThat(live.state().taken()).isEqualTo(clock.instant());
    seconds(10);
    assertThat(taken).hasSize(1);
  }

  @Test
  void aFileThatIsStillBeingWrittenReplacesNothing() {
    String whole = "zone: Europe/Berlin\nsources: [ { id: norda, url: \"https://n.example/\" } ]\n";
    for (int end = 1; end < whole.length(); end += 4) {
      config.holds(whole.substring(0, end));
      seconds(1);
      assertThat(taken).isEmpty();
      assertThat(live.state().refused()).isEmpty();
    }
    assertThat(declared()).hasSize(8);
  }

  @Test
  void aBrokenFileIsRefusedOnceAndForgottenWhenItIsRestored() {
    config.holds("sources: [ { id: norda, url: \"https://n.example/\" }\nzone: Mars\n");
    seconds(5);
    assertThat(live.state().refused())
        .hasValueSatisfying(refused -> assertThat(refused.problems()).isNotEmpty());
    assertThat(declared()).hasSize(8);
    assertThat(taken).isEmpty();

    config.declares(8);
    seconds(3);
    assertThat(live.state().refused()).isEmpty();
    assertThat(declared()).hasSize(8);
  }

  @Test
  void aRefusedChangeThatIsMendedIsTaken() {
    config.holds("zone: Mars\n");
    seconds(5);
    config.says("zone: Europe/Berlin\n" + Configured.subscriptions(7));
    seconds(3);
    assertThat(live.state().refused()).isEmpty();
    assertThat(live.settings().zone().getId()).isEqualTo("Europe/Berlin");
    assertThat(declared()).hasSize(7);
  }

  @Test
  void aChangeThatWouldEndMostWaitsAnHour() {
    config.declares(1);
    seconds(3);
    assertThat(live.state().waiting())
        .hasValueSatisfying(
            waiting ->
                assertThat(waiting.taken()).isEqualTo(clock.instant().plus(Duration.ofHours(1))));
    assertThat(declared()).hasSize(8);

    clock.forward(Duration.ofMinutes(59));
    seconds(59);
    assertThat(declared()).hasSize(8);
    seconds(1);
    assertThat(declared()).containsExactly("s1");
    assertThat(live.state().waiting()).isEmpty();
    assertThat(live.settings().subscriptions()).hasSize(1);
  }

  @Test
  void anAdminsWordTakesAChangeThatWaits() {
    config.declares(1);
    seconds(3);
    LiveConfig.Waiting waiting = live.state().waiting().orElseThrow();
    assertThat(waiting.loss().ended()).hasSize(7);
    assertThat(waiting.loss().of()).isEqualTo(8);
    assertThat(live.decide(waiting.at().minusSeconds(1), true)).as("another change").isFalse();
    seconds(1);
    assertThat(declared()).hasSize(8);
    assertThat(live.decide(waiting.at(), true)).isTrue();
    seconds(1);
    assertThat(declared()).containsExactly("s1");
    assertThat(live.state().effect()).isEqualTo(new DeclaredSubscriptions.Effect(0, 0, 7));
    assertThat(live.decide(waiting.at(), true)).isFalse();
  }

  @Test
  void whatIsWrongIsShownAsLongAsItStands() {
    config.holds("zone: Mars\n");
    seconds(5);
    Instant change = live.state().refused().orElseThrow().at();
    assertThat(remedies().problems(Instant.ofEpochMilli(change.toEpochMilli())))
        .hasSize(2)
        .first()
        .isEqualTo(
            new ChangeRefused.Problem(
                config.file.toString(),
                1,
                "'zone': 'Mars' is not a time zone, such as UTC or Europe/Berlin",
                ""));
    config.declares(8);
    seconds(3);
    assertThat(remedies().problems(change)).isEmpty();
  }

  @Test
  void whatWouldEndIsShownAsLongAsItWaits() {
    config.declares(1);
    seconds(3);
    Instant change = live.state().waiting().orElseThrow().at();
    assertThat(remedies().ends(change))
        .hasSize(7)
        .contains(new ChangeWaits.Ended("s2", "local:desk"));
    assertThat(remedies().ends(change.plusMillis(1))).as("another change").isEmpty();
    live.decide(change, true);
    seconds(1);
    assertThat(remedies().ends(change)).isEmpty();
  }

  @Test
  void whatIsInForceIsBroughtInOnceMoreWhenItIsAskedFor() {
    book.end(book.all().getFirst(), "somebody");
    seconds(1);
    assertThat(declared()).hasSize(7);
    live.applyAgain();
    seconds(1);
    assertThat(declared()).hasSize(8);

    config.declares(1);
    live = starts();
    live.applyAgain();
    seconds(1);
    assertThat(declared()).as("a change waits").hasSize(8);
  }

  private Remedies remedies() {
    return new RunningRemedies(
        source -> {}, chat -> {}, live::state, live::decide, new MemoryNotices());
  }

  @Test
  void anAdminsWordKeepsTheOldFileUntilItChanges() {
    config.declares(1);
    seconds(3);
    assertThat(live.decide(live.state().waiting().orElseThrow().at(), false)).isTrue();
    seconds(1);
    assertThat(live.state().waiting()).isEmpty();
    assertThat(live.state().turnedDown()).contains(clock.instant());
    clock.forward(Duration.ofHours(2));
    seconds(1);
    assertThat(declared()).hasSize(8);
    config.declares(7);
    seconds(3);
    assertThat(declared()).hasSize(7);
    assertThat(live.state().turnedDown()).isEmpty();
  }

  @Test
  void aChangeThatWaitsIsCalledOffByTheOldFile() {
    config.declares(1);
    seconds(3);
    config.declares(8);
    seconds(3);
    assertThat(live.state().waiting()).isEmpty();
    clock.forward(Duration.ofHours(2));
    seconds(1);
    assertThat(declared()).hasSize(8);
  }

  @Test
  void whatNeedsARestartIsNamedUntilThen() {
    config.says("web: { port: 18080 }\n" + Configured.subscriptions(8));
    seconds(3);
    assertThat(live.state().needRestart()).isNotEmpty();
    config.says("web: { port: 18080 }\n" + Configured.subscriptions(9));
    seconds(3);
    assertThat(live.state().needRestart()).isNotEmpty();
    assertThat(declared()).hasSize(9);
  }

  @Test
  void aStartWithAFileThatEndsMostKeepsTheOldOnesForAnHour() {
    config.declares(1);
    live = starts();
    assertThat(declared()).hasSize(8);
    assertThat(live.state().waiting()).isPresent();
    clock.forward(Duration.ofHours(1));
    live.tick();
    assertThat(declared()).containsExactly("s1");
  }
}

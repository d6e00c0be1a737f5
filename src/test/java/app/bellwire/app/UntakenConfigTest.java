package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.config.ConfigLoader;
import app.bellwire.config.ConfigResult;
import app.bellwire.config.ConfigWatch;
import app.bellwire.fake.DirectWork;
import app.bellwire.fake.HandClock;
import app.bellwire.fake.MemoryChats;
import app.bellwire.fake.MemorySubscriptions;
import app.bellwire.query.QueryParser;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.work.Ids;
import app.bellwire.work.UnitOfWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a clock that is moved by hand, with a store that can be made to take no writes.
class UntakenConfigTest {
  private static final String MAIN =
      "include: [ subscriptions.yml ]\nsources: [ { id: sample, url: \"sample:wires\" } ]\n";
  private static final String HARBOUR =
      "subscriptions:\n  - { id: harbour, query: harbour, to: local:desk }\n";
  private static final String FERRY = HARBOUR + "  - { id: ferry, query: ferry, to: local:desk }\n";

  @TempDir Path folder;

  private final HandClock clock = HandClock.at("2026-11-02T12:00:00Z");
  private final FullDisk disk = new FullDisk();
  private SubscriptionBook book;
  private LiveConfig config;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("subscriptions.yml"), HARBOUR);
    Path file = Files.writeString(folder.resolve("bellwire.yml"), MAIN);
    ConfigLoader loader = new ConfigLoader(name -> null, QueryParser::parse, clock);
    ConfigResult.Loaded loaded = (ConfigResult.Loaded) loader.load(file, List.of());
    MemorySubscriptions store = new MemorySubscriptions();
    book = new SubscriptionBook(store, store, disk, new Ids(clock)::next, clock);
    config =
        new LiveConfig(
            loaded,
            new ConfigWatch(loader, file, List.of(), loaded),
            new DeclaredSubscriptions(book, new MemoryChats()),
            settings -> {},
            clock);
    config.start();
  }

  @Test
  void a_change_that_the_store_could_not_take_is_taken_once_it_can() throws IOException {
    Files.writeString(folder.resolve("subscriptions.yml"), FERRY);
    seconds(2);
    disk.full = true;
    assertThatThrownBy(() -> seconds(1)).hasMessage("full");
    assertThatThrownBy(() -> seconds(1)).hasMessage("full");
    assertThat(queries()).containsExactly("harbour");

    disk.full = false;
    seconds(1);

    assertThat(queries()).containsExactly("harbour", "ferry");
  }

  @Test
  void what_was_put_back_before_the_store_could_take_it_is_not_taken() throws IOException {
    Files.writeString(folder.resolve("subscriptions.yml"), FERRY);
    seconds(2);
    disk.full = true;
    assertThatThrownBy(() -> seconds(1)).hasMessage("full");
    Files.writeString(folder.resolve("subscriptions.yml"), "subscription: []\n");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> seconds(1)).hasMessage("full");
    }
    seconds(1);

    disk.full = false;
    seconds(2);

    assertThat(queries()).containsExactly("harbour");
    assertThat(config.state().refused()).isPresent();
  }

  private List<String> queries() {
    return book.all().stream().map(Subscription::text).toList();
  }

  private void seconds(int count) {
    for (int i = 0; i < count; i++) {
      clock.forward(Duration.ofSeconds(1));
      config.tick();
    }
  }

  private static final class FullDisk implements UnitOfWork {
    private final DirectWork work = new DirectWork();
    private boolean full;

    @Override
    public <T> T inTransaction(Supplier<T> todo) {
      if (full) {
        throw new IllegalStateException("full");
      }
      return work.inTransaction(todo);
    }
  }
}

package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.telegram.TelegramChat;
import app.bellwire.chat.telegram.TelegramLimits;
import app.bellwire.fake.HandClock;
import app.bellwire.fake.TelegramServer;
import app.bellwire.query.QueryParser;
import app.bellwire.store.Database;
import app.bellwire.store.Stores;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.work.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A channel that the configuration names, in a store and on a server.
@Timeout(60)
class NamedChatsTest {
  private static final long CHANNEL = -1002;
  private static final Address NAME = Address.parse("telegram:@deskwire").orElseThrow();
  private static final Address THERE = Address.parse("telegram:-1002").orElseThrow();

  private final HandClock clock = HandClock.at("2031-03-04T12:00:00Z");
  private final List<ChatId> settled = new ArrayList<>();
  @TempDir Path folder;
  private TelegramServer server;
  private TelegramChat telegram;
  private Database database;
  private Stores stores;
  private SubscriptionBook book;
  private DeclaredSubscriptions declared;
  private Configured config;
  private NamedChats named;

  @BeforeEach
  void begin() throws IOException {
    server = new TelegramServer();
    server.people().user(501, "Ann");
    server.places().channel(CHANNEL, "Desk wire").publicName(CHANNEL, "deskwire");
    telegram =
        new TelegramChat(
            server.url(),
            TelegramServer.TOKEN,
            TelegramLimits.OF_A_BOT,
            incoming -> true,
            Thread.ofVirtual().factory(),
            InstantSource.system());
    telegram.start();
    await().until(() -> telegram.name().isPresent());
    database = Database.open("jdbc:sqlite:" + folder.resolve("bellwire.db"));
    Ids ids = new Ids(clock);
    stores = new Stores(database, ids::next, clock, QueryParser::parse);
    book = new SubscriptionBook(stores.subscriptions(), stores.audit(), database, ids::next, clock);
    declared = new DeclaredSubscriptions(book, stores.chats());
    config =
        new Configured(folder, clock)
            .says("subscriptions:\n  - { id: s1, query: storm, to: \"telegram:@deskwire\" }\n");
    named = new NamedChats(List.of(telegram), stores.chats(), book, database, settled::add);
  }

  @AfterEach
  void end() throws Exception {
    telegram.close();
    server.close();
    database.close();
  }

  private List<String> watchedAt(Address address) {
    return book.of(stores.chats().at(address)).stream().map(Subscription::label).toList();
  }

  @Test
  void itIsLookedForUntilTheNetworkKnowsItAndThenNoMore() {
    declared.apply(config.settings());
    ChatId chat = stores.chats().at(NAME);
    named.look();
    assertThat(stores.chats().settings(chat).address()).isEqualTo(NAME);
    assertThat(settled).isEmpty();

    server.people().promote(501, CHANNEL);
    named.look();
    assertThat(stores.chats().settings(chat).address()).isEqualTo(THERE);
    assertThat(settled).containsExactly(chat);
    assertThat(watchedAt(THERE)).containsExactly("s1");
    int asked = server.counts().calls("getChat");
    named.look();
    assertThat(server.counts().calls("getChat")).isEqualTo(asked);
    assertThat(settled).hasSize(1);
  }

  @Test
  void aChannelThatWasThereUnderItsIdIsOneWithTheNamedOne() {
    server.people().promote(501, CHANNEL);
    ChatId older = stores.chats().at(THERE);
    declared.apply(config.settings());
    assertThat(stores.chats().at(NAME)).isNotEqualTo(older);
    named.look();
    assertThat(stores.chats().at(NAME)).isEqualTo(older);
    assertThat(watchedAt(NAME)).containsExactly("s1");
    DeclaredSubscriptions.Effect again = declared.apply(config.settings());
    assertThat(again).as("the file means the same").isEqualTo(DeclaredSubscriptions.Effect.NONE);
    assertThat(book.all()).hasSize(1);
  }
}

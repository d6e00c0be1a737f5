package app.bellwire.attack;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.Limits;
import app.bellwire.chat.OnUncertain;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.deliver.Courier;
import app.bellwire.deliver.DeliveryMetrics;
import app.bellwire.deliver.Express;
import app.bellwire.deliver.Networks;
import app.bellwire.deliver.RateLimiter;
import app.bellwire.deliver.Times;
import app.bellwire.fake.ChatServer;
import app.bellwire.fake.WireChat;
import app.bellwire.query.QueryParser;
import app.bellwire.store.Database;
import app.bellwire.store.Stores;
import app.bellwire.work.Bell;
import app.bellwire.work.Ids;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/// The parts that send, on a SQLite file.
final class Sender implements RateRun.Sending, AutoCloseable {
  private static final ThreadFactory THREADS = Thread.ofVirtual().factory();

  private final Database database;
  private final Stores stores;
  private final Bell bell = new Bell();
  private final Chat chat;
  private final Courier courier;
  private final Express express;

  /// @param limits what the network says of itself
  Sender(Path folder, ChatServer server, Limits limits) throws IOException {
    InstantSource wall = InstantSource.system();
    long start = System.nanoTime();
    Instant began = wall.instant();
    InstantSource steady = () -> began.plusNanos(System.nanoTime() - start);
    database = Database.open("jdbc:sqlite:" + folder.resolve("bellwire.db"));
    stores = new Stores(database, new Ids(wall)::next, wall, QueryParser::parse);
    chat = new WireChat(Address.TELEGRAM, server.url(), Duration.ofSeconds(5), limits);
    Networks networks = new Networks(List.of(chat), a -> OnUncertain.RESEND);
    RateLimiter limiter = new RateLimiter(networks.limits());
    courier =
        new Courier(
            stores.outbox(),
            stores.pauses(),
            database,
            networks,
            limiter,
            new Times(wall, steady),
            new DeliveryMetrics(new SimpleMeterRegistry()),
            bell,
            THREADS);
    express =
        new Express(networks, limiter, new Times(wall, steady), stores.pauses(), bell, THREADS);
    courier.start();
  }

  @Override
  public void alert(Address to, OutgoingMessage message) {
    stores.outbox().add(stores.chats().at(to), message, InstantSource.system().instant());
    bell.ring();
  }

  @Override
  public void answer(Address to, OutgoingMessage message) {
    express.carry(to, () -> chat.post(to, message, "a-" + message.text().plain(), null), () -> {});
  }

  @Override
  public void close() throws InterruptedException {
    express.close();
    courier.close();
    database.close();
  }
}

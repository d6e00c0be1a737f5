package app.bellwire.chat.telegram;

import app.bellwire.chat.Inbox;
import app.bellwire.chat.Incoming;
import app.bellwire.work.Bell;
import app.bellwire.work.Loop;
import app.bellwire.work.Outage;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;

/// Listens for updates: hands each in before the server forgets it, leaves out those that cannot be
/// read, and goes on whatever the server answers. One thread; [#start] and [#close] once each.
final class Poller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration BEHIND_THE_STORE = Duration.ofSeconds(2);

  /// Tries of an update that a store which works does not keep.
  private static final int TRIES = 3;

  private static final Duration SHUTDOWN = Duration.ofSeconds(2);

  private final BotApi api;
  private final Supplier<Optional<UpdateReader>> reader;
  private final Inbox inbox;
  private final BiConsumer<String, String> pressed;
  private final Watch watch;
  private final Loop loop;
  private final AtomicLong poison = new AtomicLong();
  private long offset;
  private boolean cutOff;

  /// How often the update at the offset was not kept in a row.
  private int refusals;

  private int failures;

  /// @param reader knows who the bot is; empty while that is not known
  /// @param pressed told the id of the update and of the press, for each press
  Poller(
      BotApi api,
      Supplier<Optional<UpdateReader>> reader,
      Inbox inbox,
      BiConsumer<String, String> pressed,
      Watch watch) {
    this.api = api;
    this.reader = reader;
    this.inbox = inbox;
    this.pressed = pressed;
    this.watch = watch;
    this.loop = new Loop("Listening to Telegram", this::round, new Bell(), SHUTDOWN);
  }

  void start(ThreadFactory threads) {
    loop.start(threads);
  }

  /// Updates left out because they could not be read.
  long poison() {
    return poison.get();
  }

  /// @return how long to pause
  private Duration round() {
    Optional<UpdateReader> knowing = reader.get();
    if (knowing.isEmpty()) {
      return pause();
    }
    Reply<JsonNode> reply =
        api.updates(offset, cutOff ? Duration.ZERO : BotApi.HELD, UpdateReader.KINDS);
    cutOff = cutOff(reply);
    if (loop.closing()) {
      return Duration.ZERO;
    }
    watch.polled(reply);
    return switch (reply) {
      case Reply.Done<JsonNode>(JsonNode updates) -> take(updates, knowing.get());
      case Reply.Denied<JsonNode> denied -> denied(denied);
      case Reply.Unreached<JsonNode> unreached -> pause();
      case Reply.Lost<JsonNode> lost -> pause();
    };
  }

  /// Whether the next poll is to tell at once that the server is back, instead of when somebody
  /// writes. Not beside another poller: a short poll gets through between two of its own, as if
  /// there were none.
  private static boolean cutOff(Reply<JsonNode> reply) {
    return switch (reply) {
      case Reply.Done<JsonNode> done -> false;
      case Reply.Denied<JsonNode> denied -> denied.code() != 409 && denied.code() != 429;
      case Reply.Unreached<JsonNode> unreached -> true;
      case Reply.Lost<JsonNode> lost -> true;
    };
  }

  private Duration take(JsonNode updates, UpdateReader knowing) {
    failures = 0;
    for (JsonNode update : updates) {
      if (!taken(update, knowing)) {
        return BEHIND_THE_STORE;
      }
      refusals = 0;
      offset = update.path("update_id").asLong(offset - 1) + 1;
    }
    return Duration.ZERO;
  }

  /// Whether there is no more to be done with an update. What cannot be kept while the store works
  /// is left out after some tries, or all that came later would wait for it for ever.
  private boolean taken(JsonNode update, UpdateReader knowing) {
    try {
      handIn(update, knowing);
      return true;
    } catch (RuntimeException e) {
      boolean store = e instanceof Outage outage && (outage.lasting() || outage.passing());
      if (!store && ++refusals == TRIES) {
        leaveOut(update, e);
        return true;
      }
      LOG.warn("What came from Telegram is not kept yet and is asked for again", e);
      return false;
    }
  }

  private void handIn(JsonNode update, UpdateReader knowing) {
    Incoming incoming = read(update, knowing);
    if (incoming != null) {
      UpdateReader.pressId(update).ifPresent(id -> pressed.accept(incoming.updateId(), id));
      inbox.accept(incoming);
    }
  }

  private @Nullable Incoming read(JsonNode update, UpdateReader knowing) {
    try {
      return knowing.read(update).orElse(null);
    } catch (RuntimeException e) {
      leaveOut(update, e);
      return null;
    }
  }

  private void leaveOut(JsonNode update, RuntimeException why) {
    poison.incrementAndGet();
    LOG.warn("Update {} cannot be read and is left out", update.path("update_id").asText(), why);
  }

  private Duration denied(Reply.Denied<JsonNode> denied) {
    if (denied.code() == 429) {
      return Denials.wait(denied);
    }
    if (denied.code() == 409 && denied.description().contains("webhook")) {
      LOG.warn("The bot had a webhook, which keeps it from listening; it is taken away");
      api.call(new DeleteWebhook());
    }
    return pause();
  }

  /// Longer after each failure, with chance.
  private Duration pause() {
    failures = Math.min(failures + 1, 16);
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 7));
    Duration most = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    double chance = ThreadLocalRandom.current().nextDouble(0.75, 1.0);
    return Duration.ofMillis((long) (most.toMillis() * chance));
  }

  @Override
  public void close() throws InterruptedException {
    Thread ending = Thread.ofVirtual().start(api::endPoll);
    loop.close();
    ending.join();
  }
}

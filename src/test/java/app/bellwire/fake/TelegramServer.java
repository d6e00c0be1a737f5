package app.bellwire.fake;

import app.bellwire.chat.Limits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Telegram's Bot API as a real HTTP server on this machine, as strict as the real one. It knows
/// people and chats, keeps a [TelegramTranscript] of what a bot said, holds the bot to limits if it
/// is given some, and fails as its [TelegramFaults] say. Thread-safe.
///
/// What it does not know: other methods, parse modes, webhooks, files, inline messages.
public final class TelegramServer implements AutoCloseable {
  /// The one token it knows until it is given another.
  public static final String TOKEN = "1000:TEST";

  /// The bot's name without the @.
  public static final String BOT_NAME = TelegramWorld.BOT_NAME;

  private static final String JSON_TYPE = "application/json";

  private final TelegramWorld world = new TelegramWorld();
  private final TelegramCounts counts = new TelegramCounts();
  private final TelegramTranscript transcript = new TelegramTranscript();
  private final TelegramUpdates updates = new TelegramUpdates(world, counts);
  private final TelegramPace pace = new TelegramPace(counts);
  private final TelegramCalls calls =
      new TelegramCalls(world, updates, new TelegramPosts(world, pace, transcript));
  private final TelegramPeople people = new TelegramPeople(world, updates);
  private final TelegramKeys keys = new TelegramKeys(world, updates, people);
  private final TelegramPlaces places = new TelegramPlaces(world, updates);
  private final TelegramFaults faults;
  private final RawServer door;
  private volatile String token = TOKEN;

  /// @param seed of its faults
  public TelegramServer(long seed) throws IOException {
    this.faults = new TelegramFaults(seed);
    this.door = new RawServer(this::answer);
  }

  /// Without limits, in a world that is empty but for the bot.
  public TelegramServer() throws IOException {
    this(1);
  }

  /// The limits that Telegram names: 30 messages a second overall, one a second in a chat after so
  /// many at once, 20 a minute in a group.
  public static Limits namedLimits(int burst) {
    return new Limits(
        List.of(new Limits.Window(30, Duration.ofSeconds(1))),
        List.of(new Limits.Window(burst, Duration.ofSeconds(burst))),
        List.of(new Limits.Window(20, Duration.ofMinutes(1))));
  }

  /// From now on this is the bot's token.
  public TelegramServer token(String other) {
    token = other;
    return this;
  }

  /// From now on the bot is held to these.
  public TelegramServer limit(Limits limits) {
    synchronized (world) {
      pace.limit(limits);
    }
    return this;
  }

  /// From now on a press must be answered within this; 15 seconds are usual.
  public TelegramServer pressesLive(Duration life) {
    synchronized (world) {
      world.pressLife = life;
    }
    return this;
  }

  /// A week without any update has passed, after which Telegram numbers them anew: those of
  /// `meanwhile` come after `id`, and before the bot asks again.
  public void afterAQuietWeek(int id, Runnable meanwhile) {
    synchronized (world) {
      updates.renumber(id);
      meanwhile.run();
    }
  }

  public URI url() {
    return door.url();
  }

  public InetSocketAddress address() {
    return door.address();
  }

  public TelegramPeople people() {
    return people;
  }

  public TelegramKeys keys() {
    return keys;
  }

  public TelegramPlaces places() {
    return places;
  }

  public TelegramFaults faults() {
    return faults;
  }

  public TelegramTranscript transcript() {
    return transcript;
  }

  public TelegramCounts counts() {
    return counts;
  }

  /// A chat as people see it now.
  public List<TelegramMessage> messages(long chat) {
    synchronized (world) {
      return world.knownRoom(chat).shown();
    }
  }

  /// Updates that the bot has not confirmed.
  public List<JsonNode> pending() {
    synchronized (world) {
      return updates.pending();
    }
  }

  /// Whether a call of `getUpdates` waits at this moment.
  public boolean isPolled() {
    synchronized (world) {
      return updates.isPolled();
    }
  }

  /// The bot's commands by scope: `default`, `all_private_chats`, `all_private_chats/ru`.
  public Map<String, JsonNode> commands() {
    synchronized (world) {
      return new LinkedHashMap<>(world.commands);
    }
  }

  private void answer(RawHttp http, RawHttp.Request request) throws IOException {
    String method = "";
    try {
      TelegramRequest call = TelegramRequest.of(request);
      method = call.method();
      counts.called(method);
      if (!call.token().equals(token)) {
        throw TelegramRefusal.of(401, "Unauthorized");
      }
      answer(http, call);
    } catch (TelegramRefusal refusal) {
      counts.refused(method, refusal);
      http.answer(refusal.code(), JSON_TYPE, refusal.json(), refusal.headers());
    }
  }

  private void answer(RawHttp http, TelegramRequest call) throws IOException {
    Optional<TelegramFault> fault = faults.draw(call);
    if (fault.isEmpty()) {
      http.answer(200, JSON_TYPE, done(http, call));
      return;
    }
    switch (fault.get()) {
      case TelegramFault.Common common -> answer(http, call, common.fault());
      case TelegramFault.AllTooFast all -> throw tooFast(TelegramPace.EVERYWHERE, all.retryAfter());
      case TelegramFault.Failure failure ->
          throw TelegramRefusal.of(failure.code(), failure.description());
      case TelegramFault.WithoutOk odd -> {
        if (odd.done()) {
          var _ = doneInVain(http, call);
        }
        http.answer(200, JSON_TYPE, "{\"message\":\"upstream unavailable\"}");
      }
    }
  }

  private void answer(RawHttp http, TelegramRequest call, ChatFault fault) throws IOException {
    switch (fault) {
      case ChatFault.Lost lost ->
          http.lose(lost.how(), lost.accepted() ? doneInVain(http, call) : "{}");
      case ChatFault.Slow slow -> {
        String answer = done(http, call);
        door.linger(slow.delay());
        http.answer(200, JSON_TYPE, answer);
      }
      case ChatFault.TooFast busy -> throw tooFast(chat(call), busy.retryAfter());
      case ChatFault.Gone _ -> throw TelegramRefusal.forbidden("bot was blocked by the user");
      case ChatFault.Refused _ -> throw TelegramRefusal.bad("message can't be sent");
    }
  }

  private TelegramRefusal tooFast(long chat, Duration wait) {
    synchronized (world) {
      pace.ban(chat, wait);
    }
    return TelegramRefusal.tooFast(wait);
  }

  private static long chat(TelegramRequest call) {
    return call.parameters().path("chat_id").asLong();
  }

  private String done(RawHttp http, TelegramRequest call) {
    JsonNode result = calls.call(call, http::gone);
    return JsonNodeFactory.instance.objectNode().put("ok", true).set("result", result).toString();
  }

  private String doneInVain(RawHttp http, TelegramRequest call) {
    String answer = done(http, call);
    if (call.has("text") && call.has("chat_id")) {
      counts.answerLost(chat(call), call.text("text"));
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}

package app.bellwire.chat.slack;

import app.bellwire.chat.Inbox;
import app.bellwire.chat.Incoming;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The listening side without a network: what is handed to it is written down. Thread-safe.
final class Ear implements AutoCloseable, Hearing, People, Inbox {
  static final String BOT = "UBOT";

  /// What is handed in, in order, repetitions too.
  final List<Incoming> handedIn = new CopyOnWriteArrayList<>();

  /// How the listening stood, in order: `heard`, `broken: …`, `refused: …`.
  final List<String> standing = new CopyOnWriteArrayList<>();

  final Map<String, String> names = new ConcurrentHashMap<>();
  final Map<String, String> directs = new ConcurrentHashMap<>();
  final Surfaces surfaces;
  final BoltApp app;
  final Slack slack;
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private volatile Inbox before = incoming -> true;

  Ear(InstantSource clock) {
    this(clock, "http://127.0.0.1:1/api/");
  }

  /// @param api the prefix of the Web API
  Ear(InstantSource clock, String api) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(api);
    config.setProxyUrl(null);
    config.setStatsEnabled(false);
    slack = Slack.getInstance(config);
    surfaces = new Surfaces(clock);
    app =
        new BoltApp(
            slack,
            new PayloadReader(this, clock),
            new EventReader(() -> Optional.of(BOT), this, clock),
            this,
            surfaces,
            view -> Views.waiting("Bellwire", view.getPrivateMetadata()),
            this);
  }

  /// Does this first with whatever is handed in.
  Ear first(Inbox deed) {
    before = deed;
    return this;
  }

  @Override
  public boolean accept(Incoming incoming) {
    before.accept(incoming);
    handedIn.add(incoming);
    return known.add(incoming.updateId());
  }

  @Override
  public void heard() {
    standing.add("heard");
  }

  @Override
  public void broken(String why) {
    standing.add("broken: " + why);
  }

  @Override
  public void tokenRefused(String why) {
    standing.add("refused: " + why);
  }

  @Override
  public Optional<String> name(String user) {
    return Optional.ofNullable(names.get(user));
  }

  @Override
  public Optional<String> direct(String user) {
    return Optional.ofNullable(directs.get(user));
  }

  /// Takes a payload as it comes over a socket.
  ///
  /// @return the payload of the ack, empty for none in it; null when it is not acknowledged
  @Nullable String hears(String payload) {
    JsonObject envelope = new JsonObject();
    envelope.addProperty("envelope_id", "envelope-1");
    envelope.addProperty("type", "interactive");
    envelope.add("payload", JsonParser.parseString(payload));
    Optional<String> ack = app.envelope(envelope);
    return ack.map(
            text -> {
              JsonObject said = JsonParser.parseString(text).getAsJsonObject();
              return said.has("payload") ? said.get("payload").toString() : "";
            })
        .orElse(null);
  }

  /// The last that was handed in.
  Incoming last() {
    return handedIn.getLast();
  }

  @Override
  public void close() throws Exception {
    slack.close();
  }
}

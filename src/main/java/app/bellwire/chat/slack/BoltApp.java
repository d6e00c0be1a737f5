package app.bellwire.chat.slack;

import app.bellwire.chat.Inbox;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadDetector;
import com.slack.api.app_backend.util.JsonPayloadExtractor;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.view.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what Slack sends, whichever way it comes. It is in the inbox before it is acknowledged;
/// what cannot be kept is not acknowledged, so that Slack sends it again; what cannot be read is
/// acknowledged and left out. Thread-safe; a call blocks until the inbox has committed.
final class BoltApp {
  private static final Logger LOG = LoggerFactory.getLogger(BoltApp.class);
  private static final int OK = 200;
  private static final int AGAIN_LATER = 503;

  /// Bolt writes what is of any other kind into the log, contents and all.
  private static final Set<String> KINDS =
      Set.of(
          "event_callback",
          "url_verification",
          "block_actions",
          "view_submission",
          "view_closed",
          "message_action",
          "shortcut");

  private final App app;
  private final SocketModeRequestParser envelopes;
  private final SlackRequestParser requests;
  private final JsonPayloadExtractor payloads = new JsonPayloadExtractor();
  private final SlashCommandPayloadDetector commands = new SlashCommandPayloadDetector();
  private final Inbox inbox;
  private final Surfaces surfaces;
  private final AtomicLong unreadable = new AtomicLong();
  private final AtomicLong notKept = new AtomicLong();

  /// @param slack only its settings are used: nothing is asked of Slack here
  /// @param surfaces told of each command and press before it is handed in
  /// @param waiting what stands in the place of a form that was handed in, until it is answered
  /// @param hearing told when the app is taken out of the workspace
  BoltApp(
      Slack slack,
      PayloadReader people,
      EventReader events,
      Inbox inbox,
      Surfaces surfaces,
      UnaryOperator<View> waiting,
      Hearing hearing) {
    this.inbox = inbox;
    this.surfaces = surfaces;
    AppConfig config = config(slack);
    this.envelopes = new SocketModeRequestParser(config);
    this.requests = new SlackRequestParser(config);
    this.app = new App(config, List.of());
    new Routes(people, events, waiting, hearing, this::keep).addTo(app);
    app.start();
  }

  /// Bolt asks `auth.test` with each request and verifies signatures only when it makes its list of
  /// middleware itself; here it is given an empty one.
  private static AppConfig config(Slack slack) {
    return AppConfig.builder()
        .slack(slack)
        .singleTeamBotToken(null)
        .signingSecret(null)
        .clientId(null)
        .clientSecret(null)
        .allEventsApiAutoAckEnabled(true)
        .build();
  }

  /// What came and was left out because it could not be read.
  long unreadable() {
    return unreadable.get();
  }

  /// How often something was not acknowledged because it could not be kept.
  long notKept() {
    return notKept.get();
  }

  /// Takes an envelope of Socket Mode.
  ///
  /// @return what acknowledges it; none when Slack is to send it again
  Optional<String> envelope(JsonObject envelope) {
    String id = text(envelope, "envelope_id");
    if (id == null) {
      leftOut("it has no envelope id");
      return Optional.empty();
    }
    Response taken =
        taken(
            id,
            () ->
                readable(envelope.get("payload"))
                    ? envelopes.parse(envelope.toString()).getBoltRequest()
                    : null);
    return taken.getStatusCode() == OK ? Optional.of(ack(id, taken.getBody())) : Optional.empty();
  }

  private static String ack(String envelope, @Nullable String payload) {
    JsonObject ack = new JsonObject();
    ack.addProperty("envelope_id", envelope);
    if (payload != null) {
      ack.add("payload", JsonParser.parseString(payload));
    }
    return ack.toString();
  }

  /// Takes a request of HTTP mode, whose signature was verified.
  ///
  /// @param delivery an id that a second delivery of the same would have too
  /// @return what to answer
  Response request(String body, String delivery) {
    return taken(delivery, () -> readable(body) ? requests.parse(http(body)) : null);
  }

  private static SlackRequestParser.HttpRequest http(String body) {
    return SlackRequestParser.HttpRequest.builder()
        .requestUri("")
        .queryString(Map.of())
        .requestBody(body)
        .headers(new RequestHeaders(Map.of()))
        .remoteAddress("")
        .build();
  }

  private boolean readable(String body) {
    String payload = payloads.extractIfExists(body);
    return payload == null ? commands.isCommand(body) : readable(JsonParser.parseString(payload));
  }

  private static boolean readable(@Nullable JsonElement payload) {
    if (payload == null || !payload.isJsonObject()) {
      return false;
    }
    String kind = text(payload.getAsJsonObject(), "type");
    return kind == null ? payload.getAsJsonObject().has("command") : KINDS.contains(kind);
  }

  private static @Nullable String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : null;
  }

  private Response taken(String delivery, Callable<@Nullable Request<?>> reading) {
    try {
      Request<?> request = reading.call();
      if (request == null) {
        return leftOut("it is of no known kind");
      }
      request.getContext().getAdditionalValues().put(Routes.DELIVERY, delivery);
      Response done = app.run(request);
      return done.getStatusCode() == OK ? done : leftOut("nothing takes it");
    } catch (NotKept e) {
      notKept.incrementAndGet();
      LOG.warn("What came from Slack is not kept yet; it is to be sent again", e);
      return Response.error(AGAIN_LATER);
    } catch (Unreadable e) {
      return leftOut(String.valueOf(e.getMessage()));
    } catch (Exception | StackOverflowError e) {
      return leftOut(e.getClass().getSimpleName());
    }
  }

  /// @param why without anything of the contents
  private Response leftOut(String why) {
    unreadable.incrementAndGet();
    LOG.warn("Something from Slack cannot be read and is left out: {}", why);
    return Response.ok();
  }

  private void keep(Read read) {
    Surface surface = read.surface();
    if (surface != null) {
      surfaces.came(read.incoming().updateId(), surface);
    }
    try {
      inbox.accept(read.incoming());
    } catch (RuntimeException e) {
      throw new NotKept("the inbox does not take it", e);
    }
  }
}

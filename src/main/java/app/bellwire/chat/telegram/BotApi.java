package app.bellwire.chat.telegram;

import app.bellwire.chat.http.NotHandedOver;
import app.bellwire.chat.http.OneTry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/// Calls of one bot to the Bot API, each made once: nothing here tries again. Thread-safe; calls
/// block. No answer and no error carries the token.
final class BotApi implements AutoCloseable {
  /// A message that is not answered after this is not known to have come.
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private static final Duration WHOLE_CALL = Duration.ofSeconds(20);

  /// Whoever waits for a command waits for the answers to our questions.
  private static final Duration QUESTION = Duration.ofSeconds(4);

  /// How long the server holds a poll that has nothing to tell.
  static final Duration HELD = Duration.ofSeconds(50);

  private static final Duration POLL = HELD.plusSeconds(25);
  private static final int AT_ONCE = 64;
  private static final MediaType JSON_TYPE = MediaType.get("application/json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ExecutorService calls;
  private final OkHttpClient http;
  private final OkHttpClient polling;
  private final OkHttpTelegramClient client;
  private final OkHttpTelegramClient questions;
  private final String base;
  private volatile @Nullable Call poll;

  /// @param server without a path, such as `https://api.telegram.org`
  BotApi(URI server, String token, ThreadFactory threads) {
    calls = Executors.newThreadPerTaskExecutor(threads);
    http = OneTry.client(calls, AT_ONCE, ANSWER, WHOLE_CALL);
    polling = http.newBuilder().readTimeout(POLL).callTimeout(POLL).build();
    boolean tls = server.getScheme().equals("https");
    int port = server.getPort() > 0 ? server.getPort() : tls ? 443 : 80;
    TelegramUrl url = new TelegramUrl(server.getScheme(), server.getHost(), port, false);
    client = new OkHttpTelegramClient(http, token, url);
    OkHttpClient asking = http.newBuilder().callTimeout(QUESTION).build();
    questions = new OkHttpTelegramClient(asking, token, url);
    base = server.getScheme() + "://" + server.getHost() + ":" + port + "/bot" + token + "/";
  }

  <T extends Serializable> Reply<T> call(BotApiMethod<T> method) {
    return call(client, method);
  }

  /// Asks something that nothing is sent by, and does not wait long.
  <T extends Serializable> Reply<T> ask(BotApiMethod<T> method) {
    return call(questions, method);
  }

  private static <T extends Serializable> Reply<T> call(
      OkHttpTelegramClient client, BotApiMethod<T> method) {
    try {
      return new Reply.Done<>(client.execute(method));
    } catch (TelegramApiValidationException e) {
      return new Reply.Denied<>(400, "refused before it was sent: " + e.getMessage(), null, null);
    } catch (TelegramApiRequestException e) {
      return denied(e);
    } catch (TelegramApiException e) {
      return failed(e);
    }
  }

  private static <T> Reply<T> denied(TelegramApiRequestException e) {
    Integer code = e.getErrorCode();
    if (code == null || code == 0) {
      return new Reply.Lost<>("an answer that says nothing");
    }
    String description = Objects.requireNonNullElse(e.getApiResponse(), "no reason given");
    if (code >= 500) {
      return new Reply.Lost<>(code + " " + description);
    }
    boolean more = e.getParameters() != null;
    return new Reply.Denied<>(
        code,
        description,
        more ? e.getParameters().getRetryAfter() : null,
        more ? e.getParameters().getMigrateToChatId() : null);
  }

  private static <T> Reply<T> failed(TelegramApiException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    if (NotHandedOver.in(e)) {
      return new Reply.Unreached<>(why(cause));
    }
    return new Reply.Lost<>("the answer was lost: " + why(cause));
  }

  private static String why(Throwable failure) {
    return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
  }

  /// What happened since the update before `offset`; waits until something has.
  ///
  /// @param held how long at most
  /// @param kinds of updates that are wanted
  Reply<JsonNode> updates(long offset, Duration held, String... kinds) {
    ObjectNode body = JSON.createObjectNode();
    body.put("offset", offset).put("timeout", held.toSeconds()).put("limit", 100);
    for (String kind : kinds) {
      body.withArray("allowed_updates").add(kind);
    }
    Request request =
        new Request.Builder()
            .url(base + "getUpdates")
            .post(RequestBody.create(body.toString(), JSON_TYPE))
            .build();
    Call call = polling.newCall(request);
    poll = call;
    try (Response response = call.execute()) {
      return read(response.body().string());
    } catch (IOException e) {
      return new Reply.Unreached<>(why(e));
    } finally {
      poll = null;
    }
  }

  private static Reply<JsonNode> read(String body) {
    JsonNode answer;
    try {
      answer = JSON.readTree(body);
    } catch (IOException e) {
      return new Reply.Lost<>("an answer that is no JSON");
    }
    if (answer.path("ok").asBoolean()) {
      return new Reply.Done<>(answer.path("result"));
    }
    if (!answer.has("error_code")) {
      return new Reply.Lost<>("an answer that says nothing");
    }
    JsonNode wait = answer.path("parameters").path("retry_after");
    return new Reply.Denied<>(
        answer.path("error_code").asInt(),
        answer.path("description").asText(),
        wait.isNumber() ? wait.intValue() : null,
        null);
  }

  /// Ends a poll that is waiting: another one that begins soon would be in conflict with it.
  void endPoll() {
    Call waiting = poll;
    if (waiting != null) {
      waiting.cancel();
    }
  }

  @Override
  public void close() {
    endPoll();
    calls.shutdown();
    http.connectionPool().evictAll();
  }
}

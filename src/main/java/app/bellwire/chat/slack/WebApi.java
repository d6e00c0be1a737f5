package app.bellwire.chat.slack;

import app.bellwire.chat.http.NotHandedOver;
import app.bellwire.chat.http.OneTry;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.model.ErrorResponseMetadata;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls of one app to the Slack Web API, each made once: nothing here tries again. Thread-safe;
/// calls block. No answer and no error carries the token.
final class WebApi implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebApi.class);

  /// A message that is not answered after this is not known to have come.
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private static final Duration WHOLE_CALL = Duration.ofSeconds(20);

  /// Whoever waits for a command waits for the answers to our questions.
  private static final Duration QUESTION = Duration.ofSeconds(4);

  private static final int AT_ONCE = 64;
  private static final int TOO_MANY = 429;

  private final ExecutorService calls;
  private final OkHttpClient http;
  private final boolean sendable;
  private final Slack slack;
  private final MethodsClient client;
  private final MethodsClient questions;

  /// One call, by the method of the SDK that makes it.
  @FunctionalInterface
  interface Call<T> {
    T on(MethodsClient slack) throws IOException, SlackApiException;
  }

  /// @param api where the methods are, such as `https://slack.com/api/`
  /// @param token of the bot
  WebApi(URI api, String token, ThreadFactory threads) {
    calls = Executors.newThreadPerTaskExecutor(threads);
    http = OneTry.client(calls, AT_ONCE, ANSWER, WHOLE_CALL);
    sendable = token.chars().allMatch(c -> c > ' ' && c < 127);
    SlackConfig config = config(api);
    slack = Slack.getInstance(config, new SlackHttpClient(http));
    client = slack.methods(token);
    OkHttpClient asking = http.newBuilder().callTimeout(QUESTION).build();
    questions = Slack.getInstance(config, new SlackHttpClient(asking)).methods(token);
  }

  /// What it calls with, and how that is set.
  Slack slack() {
    return slack;
  }

  /// Keeps no figures, which cost threads, and takes no proxy from the environment, since NO_PROXY
  /// is not heeded.
  private static SlackConfig config(URI api) {
    SlackConfig config = new SlackConfig();
    String prefix = api.toString();
    config.setMethodsEndpointUrlPrefix(prefix.endsWith("/") ? prefix : prefix + "/");
    config.setProxyUrl(null);
    // The switch for all of them leaves this one out.
    config.getSCIM2Config().setStatsEnabled(false);
    config.setStatsEnabled(false);
    return config;
  }

  <T extends SlackApiTextResponse> Reply<T> call(Call<T> call) {
    return call(client, call);
  }

  /// Asks something that nothing is sent by, and does not wait long.
  <T extends SlackApiTextResponse> Reply<T> ask(Call<T> question) {
    return call(questions, question);
  }

  /// Answers by an address that came with a command or a press.
  ///
  /// @return denied in Slack's word, such as `used_url`, when it takes no more
  Reply<Boolean> respond(String url, ActionResponse response) {
    try (Response answer = slack.getHttpClient().postJsonBody(url, response)) {
      String body = answer.body().string();
      if (answer.code() >= 500) {
        return new Reply.Lost<>("status " + answer.code());
      }
      return answer.isSuccessful()
          ? new Reply.Done<>(true)
          : new Reply.Denied<>(body.strip(), null, seconds(answer.header("Retry-After")));
    } catch (IOException e) {
      return NotHandedOver.in(e)
          ? new Reply.Unreached<>(why(e))
          : new Reply.Lost<>("the answer was lost: " + why(e));
    } catch (IllegalArgumentException e) {
      return new Reply.Denied<>("no address", null, null);
    }
  }

  private <T extends SlackApiTextResponse> Reply<T> call(MethodsClient slack, Call<T> call) {
    if (!sendable) {
      return new Reply.Denied<>("invalid_auth", null, null);
    }
    try {
      return answered(call.on(slack));
    } catch (SlackApiException e) {
      return failed(e);
    } catch (IOException e) {
      return NotHandedOver.in(e)
          ? new Reply.Unreached<>(why(e))
          : new Reply.Lost<>("the answer was lost: " + why(e));
    } catch (RuntimeException e) {
      // What the SDK throws at an answer that is no JSON, or not of the form it knows.
      LOG.debug("An answer of Slack cannot be read", e);
      return new Reply.Lost<>("an answer that cannot be read");
    }
  }

  private static <T extends SlackApiTextResponse> Reply<T> answered(T response) {
    if (response.isOk()) {
      return new Reply.Done<>(response);
    }
    if (response.getError() == null) {
      return new Reply.Lost<>("an answer that says nothing");
    }
    reasons(response)
        .forEach(reason -> LOG.warn("Slack answers {}: {}", response.getError(), reason));
    List<String> waits = response.getHttpResponseHeaders().get("retry-after");
    return new Reply.Denied<>(
        response.getError(),
        response.getNeeded(),
        waits == null ? null : seconds(waits.getFirst()));
  }

  /// What is wrong with a message, and where.
  private static List<String> reasons(SlackApiTextResponse response) {
    @Nullable ErrorResponseMetadata more =
        switch (response) {
          case ChatPostMessageResponse post -> post.getResponseMetadata();
          case ChatUpdateResponse update -> update.getResponseMetadata();
          default -> null;
        };
    return more == null || more.getMessages() == null ? List.of() : more.getMessages();
  }

  /// An answer with another status than 200; the SDK has an error for it only where its body is
  /// JSON.
  private static <T> Reply<T> failed(SlackApiException e) {
    int status = e.getResponse().code();
    String error = e.getError() == null ? null : e.getError().getError();
    Duration wait = seconds(e.getResponse().header("Retry-After"));
    if (status == TOO_MANY) {
      return new Reply.Denied<>("ratelimited", null, wait);
    }
    if (error != null && (status < 500 || Denials.undone(error))) {
      return new Reply.Denied<>(error, e.getError().getNeeded(), wait);
    }
    return status < 500
        ? new Reply.Unreached<>("status " + status + ", which is not an answer of Slack")
        : new Reply.Lost<>("status " + status + (error == null ? "" : " " + error));
  }

  private static @Nullable Duration seconds(@Nullable String header) {
    return header != null && header.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(header))
        : null;
  }

  private static String why(Throwable failure) {
    return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
  }

  @Override
  public void close() {
    calls.shutdown();
    http.connectionPool().evictAll();
  }
}

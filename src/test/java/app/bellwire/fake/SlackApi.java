package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// The door of the Web API and of the response addresses: who may come in, what goes wrong, what is
/// answered. Thread-safe by the lock of its world.
final class SlackApi {
  private static final String JSON_TYPE = "application/json; charset=utf-8";
  private static final String PAGE = "<html><body><h1>Server Error</h1></body></html>";

  /// One call, whichever door it came by.
  ///
  /// @param method or [SlackFaults#RESPONSE]
  /// @param channel empty when it has none
  /// @param text empty when it has none
  private record Call(String method, String channel, String text, Deed deed) {}

  private interface Deed {
    String done();
  }

  private final SlackWorld world;
  private final SlackCounts counts;
  private final SlackPace pace;
  private final SlackFaults faults;
  private final SlackCalls calls;
  private final SlackResponses responses;
  private final SlackTokens tokens;
  private final Consumer<Duration> linger;

  SlackApi(
      SlackWorld world,
      SlackCounts counts,
      SlackPace pace,
      SlackFaults faults,
      SlackCalls calls,
      SlackResponses responses,
      SlackTokens tokens,
      Consumer<Duration> linger) {
    this.world = world;
    this.counts = counts;
    this.pace = pace;
    this.faults = faults;
    this.calls = calls;
    this.responses = responses;
    this.tokens = tokens;
    this.linger = linger;
  }

  void answer(RawHttp http, RawHttp.Request request) throws IOException {
    if (request.target().startsWith(SlackResponses.PATH)) {
      respond(http, request);
    } else if (request.target().startsWith(SlackRequest.API)) {
      call(http, request);
    } else {
      http.answer(404, "text/html", "<html><body>Not Found</body></html>");
    }
  }

  private void call(RawHttp http, RawHttp.Request request) throws IOException {
    String method = request.target().substring(SlackRequest.API.length()).replaceAll("\\?.*", "");
    counts.called(method);
    try {
      SlackRequest call = SlackRequest.of(request);
      synchronized (world) {
        tokens.check(call);
      }
      spoil(http, new Call(method, channel(call), call.text("text"), () -> done(call)));
    } catch (SlackRefusal refusal) {
      counts.refused(method, refusal);
      http.answer(refusal.status(), JSON_TYPE, refusal.json(), refusal.headers());
    }
  }

  /// A person stands for the conversation with them.
  private String channel(SlackRequest call) {
    synchronized (world) {
      String named = call.text("channel");
      return world.user(named).isPresent() ? world.direct(named).id : named;
    }
  }

  private String done(SlackRequest call) {
    synchronized (world) {
      pace.call(call.method(), channel(call));
      JsonNode result = calls.call(call);
      return JsonNodeFactory.instance
          .objectNode()
          .put("ok", true)
          .setAll((ObjectNode) result)
          .toString();
    }
  }

  private void respond(RawHttp http, RawHttp.Request request) throws IOException {
    String id = request.target().substring(SlackResponses.PATH.length());
    counts.called(SlackFaults.RESPONSE);
    try {
      JsonNode reply = SlackRequest.body(request.body());
      String text = reply.path("text").asText("");
      Call call = new Call(SlackFaults.RESPONSE, channel(id), text, () -> responded(id, reply));
      spoil(http, call);
    } catch (SlackRefusal refusal) {
      counts.refused(SlackFaults.RESPONSE, refusal);
      int status = refusal.status() == 200 ? 404 : refusal.status();
      http.answer(status, JSON_TYPE, refusal.json(), refusal.headers());
    }
  }

  private String channel(String id) {
    synchronized (world) {
      return responses.channel(id);
    }
  }

  private String responded(String id, JsonNode reply) {
    synchronized (world) {
      responses.respond(id, reply);
      return "ok";
    }
  }

  private void spoil(RawHttp http, Call call) throws IOException {
    Optional<SlackFault> fault = faults.draw(call.method, call.channel);
    if (fault.isEmpty()) {
      http.answer(200, JSON_TYPE, call.deed.done());
      return;
    }
    switch (fault.get()) {
      case SlackFault.Common common -> spoil(http, call, common.fault());
      case SlackFault.Failure failure -> throw SlackRefusal.of(failure.error());
      case SlackFault.Status status -> http.answer(status.code(), "text/html", PAGE);
    }
  }

  private String inVain(Call call) {
    String answer = call.deed.done();
    if (!call.text.isEmpty()) {
      counts.answerLost(call.channel, call.text);
    }
    return answer;
  }

  private void spoil(RawHttp http, Call call, ChatFault fault) throws IOException {
    switch (fault) {
      case ChatFault.Lost lost -> http.lose(lost.how(), lost.accepted() ? inVain(call) : "{}");
      case ChatFault.Slow slow -> {
        String answer = call.deed.done();
        linger.accept(slow.delay());
        http.answer(200, JSON_TYPE, answer);
      }
      case ChatFault.TooFast busy -> {
        synchronized (world) {
          pace.ban(call.method, call.channel, busy.retryAfter());
        }
        throw SlackRefusal.tooFast(busy.retryAfter());
      }
      case ChatFault.Gone _ -> throw SlackRefusal.of("not_in_channel");
      case ChatFault.Refused _ -> throw SlackRefusal.of("invalid_blocks");
    }
  }
}

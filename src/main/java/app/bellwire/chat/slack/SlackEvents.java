package app.bellwire.chat.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.bellwire.chat.slack.Signatures.Verdict;
import app.bellwire.inbound.Endpoint;
import app.bellwire.inbound.InboundAnswer;
import app.bellwire.inbound.InboundRequest;
import com.slack.api.bolt.response.Response;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens over HTTP: events, commands and interactions all come to one path. Whatever Slack did
/// not sign is refused without a word. Thread-safe; an answer blocks until the inbox has committed.
final class SlackEvents implements Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(SlackEvents.class);
  private static final String PLAIN = "text/plain; charset=utf-8";

  private final Signatures signatures;
  private final BoltApp app;
  private final AtomicLong refused = new AtomicLong();

  SlackEvents(String signingSecret, BoltApp app, InstantSource clock) {
    this.signatures = new Signatures(signingSecret, clock);
    this.app = app;
  }

  @Override
  public String path() {
    return "/slack/events";
  }

  /// Requests that were refused because of their signature.
  long refused() {
    return refused.get();
  }

  @Override
  public InboundAnswer answer(InboundRequest request) {
    if (!request.method().equals("POST")) {
      return empty(405);
    }
    String signature = request.headers().get("x-slack-signature");
    String timestamp = request.headers().get("x-slack-request-timestamp");
    Verdict verdict = signatures.check(timestamp, signature, request.body());
    if (verdict != Verdict.GOOD) {
      refused.incrementAndGet();
      LOG.debug("A request to {} is refused: {}", path(), verdict);
      return empty(401);
    }
    return answer(app.request(new String(request.body(), UTF_8), fingerprint(request.body())));
  }

  private static String fingerprint(byte[] body) {
    return UUID.nameUUIDFromBytes(body).toString();
  }

  private static InboundAnswer empty(int status) {
    return new InboundAnswer(status, PLAIN, new byte[0]);
  }

  private static InboundAnswer answer(Response response) {
    String body = Objects.requireNonNullElse(response.getBody(), "");
    return new InboundAnswer(
        response.getStatusCode(), response.getContentType(), body.getBytes(UTF_8));
  }
}

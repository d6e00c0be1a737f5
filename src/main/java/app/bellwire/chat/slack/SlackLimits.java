package app.bellwire.chat.slack;

import app.bellwire.chat.Limits;
import app.bellwire.chat.Limits.Window;
import java.time.Duration;
import java.util.List;

/// How fast Slack takes messages of one app: one a second in a channel (docs.slack.dev, rate limits
/// of chat.postMessage). Overall it has no figure; it answers with waits, which are obeyed.
public final class SlackLimits {
  public static final Limits OF_AN_APP =
      new Limits(List.of(), List.of(new Window(1, Duration.ofSeconds(1))), List.of());

  private SlackLimits() {}
}

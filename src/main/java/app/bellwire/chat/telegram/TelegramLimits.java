package app.bellwire.chat.telegram;

import app.bellwire.chat.Limits;
import app.bellwire.chat.Limits.Window;
import java.time.Duration;
import java.util.List;

/// How fast Telegram takes messages of one bot. The true limits are not published; the Bots FAQ
/// (core.telegram.org/bots/faq) names about 30 messages a second overall, 1 a second in a chat and
/// 20 a minute in a group. Bellwire stays below the first, since going over it is answered with
/// long waits.
public final class TelegramLimits {
  private static final Duration SECOND = Duration.ofSeconds(1);

  public static final Limits OF_A_BOT =
      new Limits(
          List.of(new Window(25, SECOND)),
          List.of(new Window(1, SECOND)),
          List.of(new Window(20, Duration.ofMinutes(1))));

  private TelegramLimits() {}
}

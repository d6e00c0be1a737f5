package app.bellwire.app;

import app.bellwire.chat.Limits;
import app.bellwire.fake.TelegramServer;
import java.util.List;

/// The program that writes to Telegram as fast as Telegram says it may, or as fast as it can where
/// the system property `paced.not` is set.
public final class PacedMain {
  private PacedMain() {}

  public static void main(String[] args) {
    Limits limits = Boolean.getBoolean("paced.not") ? Limits.NONE : TelegramServer.namedLimits(1);
    System.exit(Main.commandLine(new Main(List.of(), limits)).execute(args));
  }
}

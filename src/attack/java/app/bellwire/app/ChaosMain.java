package app.bellwire.app;

import app.bellwire.chat.Address;
import app.bellwire.chat.Limits;
import app.bellwire.fake.ChatServer;
import app.bellwire.fake.WireChat;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// The program with one more network: what it tells `telegram:…` goes to the [ChatServer] that the
/// system property `chaos.server` names.
public final class ChaosMain {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private ChaosMain() {}

  public static void main(String[] args) {
    URI server = URI.create(System.getProperty("chaos.server", "http://127.0.0.1:1"));
    WireChat telegram = new WireChat(Address.TELEGRAM, server, TIMEOUT, Limits.NONE);
    System.exit(Main.commandLine(new Main(List.of(telegram))).execute(args));
  }
}

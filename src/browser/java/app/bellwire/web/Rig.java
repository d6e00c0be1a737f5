package app.bellwire.web;

import app.bellwire.chat.local.LocalChat;
import app.bellwire.chat.local.MemoryLocalMessages;
import app.bellwire.work.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A web server with a scripted bot behind it. Thread-safe.
final class Rig implements AutoCloseable {
  final InstantSource clock = InstantSource.system();
  final ScriptedBot bot = new ScriptedBot();
  private final MemoryLocalMessages messages = new MemoryLocalMessages();
  private final LocalChat chat = new LocalChat(messages, bot, new Ids(clock)::next, clock);
  private final String password;
  private volatile DeskView desk;
  private volatile WebServer server;

  Rig() {
    this("");
  }

  Rig(String password) {
    this.password = password;
    this.desk = Desks.well(now());
    bot.speaksIn(chat);
    this.server = listening(0);
  }

  private WebServer listening(int port) {
    WebServer made =
        new WebServer(
            new WebSettings("127.0.0.1", port, List.of(), Optional.of(password)),
            chat,
            messages,
            () -> desk,
            new TalksTimelines(now()),
            Health::well,
            () -> "bellwire_up 1\n",
            List.of());
    made.start();
    return made;
  }

  Instant now() {
    return clock.instant();
  }

  String url() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  void desk(UnaryOperator<DeskView> change) {
    desk = change.apply(desk);
  }

  /// Stops the server and starts it again on the same port after `meanwhile`.
  void awayWhile(Runnable meanwhile) {
    int port = server.port();
    server.close();
    meanwhile.run();
    server = listening(port);
  }

  @Override
  public void close() {
    server.close();
  }
}

package app.bellwire.attack;

import app.bellwire.chat.Address;
import app.bellwire.fake.TelegramServer;
import app.bellwire.fake.TelegramTranscript.Entry;
import app.bellwire.fake.TelegramTranscript.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A [Rig] with a [TelegramServer]. Confined to the test.
final class TelegramRig extends Rig {
  private final TelegramServer server;
  private URI api;

  TelegramRig(Path folder, TelegramServer server) throws IOException {
    super(folder, Address.TELEGRAM);
    this.server = server;
    this.api = server.url();
    program().environment("TELEGRAM_BOT_TOKEN", TelegramServer.TOKEN);
  }

  TelegramRig(Path folder) throws IOException {
    this(folder, new TelegramServer(22));
  }

  /// With the limits that Telegram names.
  TelegramRig paced() {
    program().mainClass("app.bellwire.app.PacedMain");
    return this;
  }

  /// Without any limits.
  TelegramRig unpaced() {
    program().mainClass("app.bellwire.app.PacedMain").jvm("-Dpaced.not=true");
    return this;
  }

  /// The program reaches the server by another address.
  TelegramRig through(URI address) {
    api = address;
    return this;
  }

  TelegramServer server() {
    return server;
  }

  /// Somebody who has started the bot.
  TelegramRig person(long id) {
    server.people().user(id, "Person " + id).say(id, "/start");
    return this;
  }

  /// A group with the bot in it, made by somebody who is known.
  TelegramRig group(long id, long creator) {
    server.places().supergroup(id, "Group " + id);
    joined(id, creator);
    return this;
  }

  /// Brings the bot into a chat that somebody has made.
  void joined(long chat, long creator) {
    server.people().add(creator, chat);
    server.places().setMember(chat, creator, "creator");
  }

  /// Subscribes a chat, by configuration.
  ///
  /// @param to as it stands behind `telegram:`
  TelegramRig watches(Object to, String words) {
    subscribe(to, words);
    return this;
  }

  /// The server forgets what was said and done so far.
  TelegramRig forget() throws IOException, InterruptedException {
    call("deleteWebhook?drop_pending_updates=true");
    return this;
  }

  /// Calls a method as another program with the same token.
  HttpResponse<String> call(String method) throws IOException, InterruptedException {
    URI uri = URI.create(server.url() + "/bot" + TelegramServer.TOKEN + "/" + method);
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(70)).build();
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  @Override
  String settings() {
    return "telegram: { token: \"${TELEGRAM_BOT_TOKEN}\", api_url: \"%s\" }%n".formatted(api);
  }

  /// Until the program listens.
  void listening() {
    until(server::isPolled);
  }

  /// Messages that came so far, edits and toasts aside.
  List<Entry> sends() {
    return server.transcript().entries().stream().filter(e -> e.kind() == Kind.SEND).toList();
  }

  /// The sends whose text contains `part`, in a chat.
  List<Entry> sends(long chat, String part) {
    return sends().stream().filter(e -> e.chat() == chat && e.text().contains(part)).toList();
  }

  /// How often each of these came to each of these chats, by both, where that is not once.
  Map<String, Integer> notOnce(Collection<Long> chats, List<String> parts) {
    return notOnce(sends(), Entry::chat, Entry::text, chats, parts);
  }

  Entry told(long chat, String part) {
    Predicate<Entry> wanted =
        e -> e.kind() == Kind.SEND && e.chat() == chat && e.text().contains(part);
    return server.transcript().await(1, wanted, PATIENCE).getFirst();
  }

  @Override
  public void close() throws Exception {
    super.close();
    server.close();
  }
}

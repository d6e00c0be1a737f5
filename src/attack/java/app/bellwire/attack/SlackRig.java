package app.bellwire.attack;

import app.bellwire.chat.Address;
import app.bellwire.fake.SlackServer;
import app.bellwire.fake.SlackTranscript.Entry;
import app.bellwire.fake.SlackTranscript.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A [Rig] with a [SlackServer]. Confined to the test.
final class SlackRig extends Rig {
  /// An admin of the workspace.
  static final String ANN = "U0000000A";

  private static final int FIRST = 1_000;

  private final SlackServer server = new SlackServer(23);
  private String access = "app_token: \"${SLACK_APP_TOKEN}\"";

  SlackRig(Path folder) throws IOException {
    super(folder, Address.SLACK);
    program()
        .environment("SLACK_BOT_TOKEN", SlackServer.BOT_TOKEN)
        .environment("SLACK_APP_TOKEN", SlackServer.APP_TOKEN)
        .environment("SLACK_SIGNING_SECRET", SlackServer.SIGNING_SECRET);
    server.user(ANN, "ann").admin(ANN);
  }

  /// People are heard by signed requests to the program's port.
  SlackRig overHttp() {
    access = "signing_secret: \"${SLACK_SIGNING_SECRET}\"";
    server.deliversTo(events());
    return this;
  }

  /// Where the program listens over HTTP.
  URI events() {
    return program().uri("/slack/events");
  }

  SlackServer server() {
    return server;
  }

  @Override
  String settings() {
    return "slack: { bot_token: \"${SLACK_BOT_TOKEN}\", %s, api_url: \"%s\" }%n"
        .formatted(access, server.baseUrl());
  }

  /// Somebody who is no admin.
  static String person(int number) {
    return "U%07d".formatted(FIRST + number);
  }

  static String channel(int number) {
    return "C%07d".formatted(FIRST + number);
  }

  /// So many people, who are in each of so many channels, as the bot is.
  List<String> channels(int count, int people) {
    List<String> members = new ArrayList<>(List.of(ANN, SlackServer.BOT));
    for (int i = 0; i < people; i++) {
      server.user(person(i), "person" + i);
      members.add(person(i));
    }
    List<String> channels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      server.channel(channel(i), "channel-" + i, members.toArray(String[]::new));
      channels.add(channel(i));
    }
    return channels;
  }

  /// Subscribes a channel, by configuration.
  SlackRig watches(String channel, String words) {
    subscribe(SlackServer.TEAM + "/" + channel, words);
    return this;
  }

  /// Until the program is connected.
  void listening() {
    until(() -> server.sockets() > 0);
  }

  /// Messages for everybody that came so far, as they came.
  List<Entry> posts() {
    return server.transcript().of(Kind.POST);
  }

  /// How often each of these came to each of these channels, by both, where that is not once.
  Map<String, Integer> notOnce(Collection<String> channels, List<String> parts) {
    return notOnce(posts(), Entry::channel, Entry::words, channels, parts);
  }

  Entry told(String channel, String part) {
    Predicate<Entry> wanted =
        e -> e.kind() == Kind.POST && e.channel().equals(channel) && e.words().contains(part);
    return server.transcript().await(1, wanted, PATIENCE).getFirst();
  }

  @Override
  public void close() throws Exception {
    super.close();
    server.close();
  }
}

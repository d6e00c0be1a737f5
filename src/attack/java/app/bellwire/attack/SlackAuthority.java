package app.bellwire.attack;

import app.bellwire.fake.SlackDelivery;
import app.bellwire.fake.SlackServer;
import app.bellwire.fake.SlackTranscript.Entry;
import app.bellwire.fake.SlackTranscript.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// People without rights who try to change what a channel gets, and presses that nobody was
/// offered. Confined to the test.
final class SlackAuthority {
  private static final String ANN = SlackRig.ANN;
  private static final String MEMBER = SlackRig.person(0);

  /// Is in no channel.
  private static final String FOREIGN = SlackRig.person(9);

  private static final String WORD = "amber";

  private static final List<String> CHANGING =
      List.of(
          "unsub",
          "unsub harbour",
          "edit harbour",
          "mute 2h",
          "mute subscription 2h",
          "unmute",
          "digest 08:00",
          "quiet 22:00-07:00",
          "zone Berlin",
          "pause",
          "resume",
          "import subscriptions: [ { id: x, query: treaty } ]",
          "drop",
          "resend");

  private static final List<String> PANELS = List.of("settings", "list", "help", "start", "status");

  /// @param attempts commands and presses that should change nothing
  /// @param unanswered those that nothing was said to
  /// @param denied those that were answered with the reason why not
  /// @param before what an admin exports, and how the channel is set
  record Result(int attempts, List<String> unanswered, int denied, String before, String after) {}

  private final SlackRig rig;
  private final SlackServer server;
  private final List<String> unanswered = new ArrayList<>();
  private final Map<String, SlackDelivery> reals = new HashMap<>();
  private String group = "";
  private String other = "";
  private int attempts;
  private int denied;

  SlackAuthority(SlackRig rig) {
    this.rig = rig;
    this.server = rig.server();
  }

  Result run() throws IOException {
    List<String> channels = rig.channels(2, 1);
    group = channels.getFirst();
    other = channels.getLast();
    server.user(FOREIGN, "foreign");
    rig.watches(group, WORD).watches(other, WORD).start();
    rig.listening();
    String mark = rig.publishes(WORD);
    Entry alert = rig.told(group, mark);
    SlackDelivery subscribed = subscribe("harbour strike");
    String before = holds();
    Entry offered = asked(ANN, group, "sub ferry line");
    forge(MEMBER, group, values(offered));
    forge(FOREIGN, group, values(offered));
    forge(MEMBER, other, values(offered));
    forge(ANN, other, values(offered));
    forge(ANN, group, tampered(values(offered).getFirst()));
    forge(MEMBER, group, values(alert));
    replay(subscribed);
    CHANGING.subList(0, Size.of(7, CHANGING.size())).forEach(command -> tries(command));
    PANELS.subList(0, Size.of(2, PANELS.size())).forEach(command -> tries(command));
    return new Result(attempts, unanswered, denied, before, holds());
  }

  private SlackDelivery subscribe(String words) {
    Entry look = asked(ANN, group, "sub " + words);
    SlackDelivery press = server.presses(ANN, group, look.message().ts(), "Subscribe");
    rig.told(group, "subscribed this channel: " + words);
    return press;
  }

  /// All that holds in the channel.
  private String holds() {
    return asked(ANN, group, "export").words() + "\n" + asked(ANN, group, "settings").words();
  }

  /// What is said to a command.
  private Entry asked(String user, String channel, String command) {
    int before = server.transcript().size();
    server.slash(user, channel, command).await();
    return server.transcript().awaitAfter(before, said(user));
  }

  /// What only this person sees.
  private static Predicate<Entry> said(String user) {
    return entry -> entry.user().equals(user) && entry.kind() != Kind.HOME;
  }

  /// A member types a command, and presses every button of its answer.
  private void tries(String command) {
    attempts++;
    Entry answer = asked(MEMBER, group, command);
    note(answer);
    forge(MEMBER, group, values(answer));
  }

  private void note(Entry answer) {
    denied += answer.words().contains("Only admins") ? 1 : 0;
  }

  /// What the buttons of a message are worth.
  private static List<String> values(Entry entry) {
    return entry.content().findParents("action_id").stream()
        .filter(part -> part.path("type").asText().equals("button") && part.has("value"))
        .map(part -> part.path("value").asText())
        .toList();
  }

  /// Presses what was offered elsewhere, in a channel, as if it had been offered there.
  private void forge(String user, String channel, List<String> values) {
    SlackDelivery real = reals.computeIfAbsent(user + channel, _ -> real(user, channel));
    values.forEach(value -> press(user, real, value));
  }

  /// A press that anybody may make, under what only they see.
  private SlackDelivery real(String user, String channel) {
    Entry help = asked(user, channel, "help");
    String label = help.message().buttons().getFirst();
    int before = server.transcript().size();
    SlackDelivery press = server.presses(user, channel, help.message().ts(), label);
    Entry unused = server.transcript().awaitAfter(before, said(user));
    return press;
  }

  private void press(String user, SlackDelivery real, String value) {
    JsonNode action = real.payload().path("actions").path(0);
    ((ObjectNode) action).put("value", value);
    int before = server.transcript().size();
    attempts++;
    SlackDelivery forged = server.pressesAgain(user, real);
    try {
      forged.await();
      note(server.transcript().awaitAfter(before, said(user)));
    } catch (AssertionError e) {
      unanswered.add(user + " pressed " + value);
    }
  }

  private static List<String> tampered(String value) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < value.length(); i += Size.of(8, 1)) {
      char other = value.charAt(i) == 'a' ? 'b' : 'a';
      wrong.add(value.substring(0, i) + other + value.substring(i + 1));
    }
    wrong.addAll(List.of(value + "a", value.substring(1), "subscribe", "0", "-1"));
    wrong.addAll(List.of("' or 1=1 --", "<!channel>", "x".repeat(2_000)));
    return wrong;
  }

  /// What was pressed once is pressed again and again, by who may and by who may not.
  private void replay(SlackDelivery press) {
    for (int i = 0; i < 3; i++) {
      int before = server.transcript().size();
      attempts++;
      server.pressesAgain(ANN, press).await();
      note(server.transcript().awaitAfter(before, said(ANN)));
    }
  }
}

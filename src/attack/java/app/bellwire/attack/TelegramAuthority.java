package app.bellwire.attack;

import app.bellwire.fake.TelegramMessage;
import app.bellwire.fake.TelegramPress;
import app.bellwire.fake.TelegramTranscript.Entry;
import app.bellwire.fake.TelegramTranscript.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// People without rights who try to change what a group gets. Confined to the test.
final class TelegramAuthority {
  private static final long GROUP = -1_005_001;
  private static final long OTHER = -1_005_002;
  private static final long CREATOR = 501;
  private static final long MEMBER = 502;
  private static final long FORMER = 503;
  private static final long FOREIGN = 504;
  private static final Duration ANSWERED = Duration.ofSeconds(15);

  private static final List<String> CHANGING =
      List.of(
          "/unsub",
          "/unsub harbour",
          "/edit harbour",
          "/mute 2h",
          "/mute subscription 2h",
          "/unmute",
          "/digest 08:00",
          "/quiet 22:00-07:00",
          "/zone Berlin",
          "/pause",
          "/resume",
          "/import subscriptions: [ { id: x, query: treaty } ]",
          "/forgetme",
          "/drop",
          "/resend");

  /// @param attempts commands and presses by people who may not
  /// @param unanswered presses that were not answered
  /// @param denied presses that were answered with the reason why not
  /// @param before what the creator exports, and how the group is set
  record Result(int attempts, int unanswered, int denied, String before, String after) {}

  private final TelegramRig rig;
  private int attempts;
  private int unanswered;
  private int denied;

  TelegramAuthority(TelegramRig rig) {
    this.rig = rig;
  }

  Result run() throws IOException, InterruptedException {
    rig.person(CREATOR).person(MEMBER).person(FORMER).person(FOREIGN);
    rig.group(GROUP, CREATOR).group(OTHER, MEMBER);
    rig.server().places().setMember(GROUP, MEMBER, "member");
    rig.server().places().setMember(GROUP, FORMER, "administrator");
    rig.forget().unpaced().start();
    rig.listening();
    subscribe("harbour strike");
    String before = holds();
    Entry former = asked(FORMER, GROUP, "/sub ferry line");
    rig.server().places().setMember(GROUP, FORMER, "member");
    presses(FORMER, former);
    presses(FOREIGN, former);
    Entry members = asked(MEMBER, GROUP, "/sub canal lock");
    presses(MEMBER, members);
    replays(former);
    tampers(former);
    for (long person : List.of(MEMBER, FORMER)) {
      CHANGING.forEach(command -> tries(person, command));
    }
    panels(MEMBER);
    return new Result(attempts, unanswered, denied, before, holds());
  }

  private void subscribe(String words) {
    Entry preview = asked(CREATOR, GROUP, "/sub " + words);
    TelegramPress press =
        rig.server().people().press(CREATOR, GROUP, preview.message().id(), "Subscribe");
    var unused = press.await(ANSWERED);
    rig.until(() -> export().contains(words));
  }

  private String export() {
    return asked(CREATOR, GROUP, "/export").text();
  }

  /// All that holds in the group.
  private String holds() {
    return export() + "\n" + asked(CREATOR, GROUP, "/settings").text();
  }

  /// What is said to a command.
  private Entry asked(long person, long chat, String command) {
    int before = rig.server().transcript().size();
    rig.server().people().say(person, chat, command);
    return rig.server()
        .transcript()
        .awaitAfter(before, e -> e.kind() == Kind.SEND && e.chat() == chat);
  }

  /// Types a command, and presses every button of its answer.
  private void tries(long person, String command) {
    attempts++;
    presses(person, asked(person, GROUP, command));
  }

  private void presses(long person, Entry message) {
    for (JsonNode key : message.message().keys()) {
      data(key).forEach(data -> press(person, message.chat(), message.message().id(), data));
    }
  }

  private static List<String> data(JsonNode key) {
    return key.has("callback_data") ? List.of(key.get("callback_data").asText()) : List.of();
  }

  private void press(long person, long chat, int message, String data) {
    attempts++;
    try {
      TelegramPress press = rig.server().people().pressOld(person, chat, message, data);
      denied += press.await(ANSWERED).text().contains("Only admins") ? 1 : 0;
    } catch (AssertionError e) {
      unanswered++;
    }
  }

  /// What was issued for one chat is pressed in others.
  private void replays(Entry issued) {
    List<String> all = issued.message().keys().stream().flatMap(key -> data(key).stream()).toList();
    Entry there = asked(MEMBER, OTHER, "/help");
    Entry alone = asked(MEMBER, MEMBER, "/help");
    for (String data : all) {
      press(MEMBER, OTHER, there.message().id(), data);
      press(MEMBER, MEMBER, alone.message().id(), data);
      press(MEMBER, GROUP, issued.message().id(), data);
    }
  }

  private void tampers(Entry issued) {
    String data =
        issued.message().keys().stream()
            .flatMap(key -> data(key).stream())
            .findFirst()
            .orElseThrow();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < data.length(); i++) {
      char other = data.charAt(i) == 'a' ? 'b' : 'a';
      wrong.add(data.substring(0, i) + other + data.substring(i + 1));
    }
    wrong.addAll(List.of(data + "a", data.substring(1), "subscribe", "0", "-1", "' or 1=1 --"));
    wrong.add("x".repeat(64));
    for (String one : wrong) {
      press(FORMER, GROUP, issued.message().id(), one);
    }
  }

  /// The panels that anybody may look at.
  private void panels(long person) {
    for (String command : List.of("/settings", "/list", "/help", "/start", "/status")) {
      attempts++;
      Entry panel = asked(person, GROUP, command);
      presses(person, panel);
      latest(panel.message().id()).keys().stream()
          .flatMap(key -> data(key).stream())
          .forEach(data -> press(person, GROUP, panel.message().id(), data));
    }
  }

  private TelegramMessage latest(int id) {
    return rig.server().messages(GROUP).stream()
        .filter(message -> message.id() == id)
        .findFirst()
        .orElseThrow();
  }
}

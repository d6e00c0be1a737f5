package app.bellwire.attack;

import app.bellwire.fake.SlackDelivery;
import app.bellwire.fake.SlackServer;
import app.bellwire.fake.SlackTranscript.Entry;
import app.bellwire.fake.SlackTranscript.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lets feeds say the [NaughtyStrings] as headlines and as texts, and people subscribe them.
/// Confined to the test.
final class SlackNaughty {
  /// What acts in Slack where it is not text.
  static final List<String> ACTING =
      List.of(
          "<!channel>",
          "<!here> and <!everyone|all>",
          "<@U1>",
          "<@U0000000A>",
          "<#C0001000|channel-0>",
          "<!subteam^S1|@desk>",
          "<http://evil|https://reuters.com>",
          "<https://evil.example.org|reuters.com>",
          "<mailto:a@example.org|write>",
          "<!date^1392734382^{date_short}|soon>",
          "@channel @here @everyone",
          ":smile: :skull:",
          "*bold* _italic_ ~struck~ `code`",
          "> quoted",
          "&lt;!channel&gt;");

  private static final String LATE_FORM = "views.open expired_trigger_id";
  private static final String TOLD_LATE = "The form could not be shown";

  /// Headlines are cut at 300 characters.
  private static final int LONG = 250;

  /// @param refused calls that were refused, by the reason
  /// @param complaints what Slack takes but makes something bad of
  /// @param acting what was more than text
  /// @param garbled what did not arrive as it was written
  /// @param lost what was not told or not answered
  record Result(
      int items,
      int posts,
      int subscribed,
      List<String> refused,
      List<String> complaints,
      List<String> acting,
      List<String> garbled,
      List<String> lost) {}

  private record Item(String channel, String title, String text) {}

  private final SlackRig rig;
  private final SlackServer server;
  private final List<Item> items = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private int subscribed;

  SlackNaughty(SlackRig rig) {
    this.rig = rig;
    this.server = rig.server();
  }

  Result run(List<String> strings) throws IOException {
    List<String> all = Stream.concat(ACTING.stream(), strings.stream()).toList();
    List<String> channels = rig.channels(all.size() * 3, 0);
    for (String string : all) {
      String allowed = FeedText.xml(string);
      add(channels, allowed, "A quiet day.");
      add(channels, "", allowed);
      add(channels, escaped(allowed), escaped(allowed));
    }
    rig.start();
    rig.listening();
    items.forEach(item -> rig.publishes(item.title, item.text));
    rig.until(() -> untold().isEmpty() || settled());
    rig.drained();
    lost.addAll(untold());
    List<String> garbled = garbled(channels);
    subscribe(all, channels);
    return new Result(
        items.size(),
        rig.posts().size(),
        subscribed,
        refused(),
        server.counts().complaints(),
        acting(),
        garbled,
        lost);
  }

  /// That nobody has a name that somebody typed is no refusal, nor that a form came too late behind
  /// so many commands, where whoever asked for it was told so.
  private List<String> refused() {
    return server.counts().errors().entrySet().stream()
        .filter(error -> !error.getKey().startsWith("users.info "))
        .filter(error -> !error.getKey().equals(LATE_FORM) || error.getValue() > toldLate())
        .map(Map.Entry::getKey)
        .toList();
  }

  private long toldLate() {
    return server.transcript().of(Kind.EPHEMERAL).stream()
        .filter(entry -> entry.words().contains(TOLD_LATE))
        .count();
  }

  /// As it has to stand in a feed whose texts are HTML, for people to see it as it is.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// The headline begins with the word that the channel watches, or ends with it, where that will
  /// not be cut off.
  private void add(List<String> channels, String title, String text) {
    int number = items.size();
    String word = Rig.word(number);
    boolean first = number % 2 == 0 || title.length() > LONG;
    String channel = channels.get(number);
    rig.watches(channel, word);
    items.add(new Item(channel, first ? word + " " + title : title + " " + word, text));
  }

  private List<String> untold() {
    Set<String> told = rig.posts().stream().map(Entry::channel).collect(Collectors.toSet());
    return items.stream()
        .filter(item -> !told.contains(item.channel))
        .map(item -> FeedText.ends(item.title) + " | " + FeedText.ends(item.text))
        .toList();
  }

  /// Whether nothing has come for a while.
  private boolean settled() {
    List<Entry> posts = rig.posts();
    return !posts.isEmpty() && System.nanoTime() - posts.getLast().nanos() > 15_000_000_000L;
  }

  /// What acts must be read by people as it is written.
  private List<String> garbled(List<String> channels) {
    List<String> garbled = new ArrayList<>();
    for (int i = 0; i < ACTING.size(); i++) {
      String wanted = ACTING.get(i);
      String words = words(channels.get(3 * i + 2));
      if (!words.contains(wanted)) {
        garbled.add(wanted + " came as " + words);
      }
    }
    return garbled;
  }

  private String words(String channel) {
    return rig.posts().stream()
        .filter(post -> post.channel().equals(channel))
        .map(Entry::words)
        .collect(Collectors.joining("\n"));
  }

  /// What was said that Slack makes more than text of, or a link that leads away.
  private List<String> acting() {
    return server.transcript().entries().stream()
        .filter(entry -> acts(entry.content()))
        .map(entry -> FeedText.ends(entry.words()))
        .toList();
  }

  private boolean acts(JsonNode content) {
    return content.findParents("type").stream().anyMatch(this::actsItself)
        || content.path("text").asText().contains("<");
  }

  private boolean actsItself(JsonNode part) {
    return switch (part.path("type").asText()) {
      case "user", "usergroup", "channel", "broadcast", "emoji" -> true;
      case "mrkdwn" -> part.path("text").asText().contains("<");
      case "link" -> !part.path("url").asText().startsWith(rig.feed());
      default -> false;
    };
  }

  /// Somebody types each and subscribes what is offered, in a channel of its own.
  private void subscribe(List<String> strings, List<String> channels) {
    List<SlackDelivery> typed = new ArrayList<>();
    int before = server.transcript().size();
    for (int i = 0; i < strings.size(); i++) {
      typed.add(server.slash(SlackRig.ANN, channels.get(i), "sub " + strings.get(i)));
    }
    typed.forEach(delivery -> rig.until(() -> delivery.acked().isPresent() || delivery.failed()));
    rig.until(() -> answered(before).size() >= strings.size() || settled());
    List<Entry> looks = answered(before);
    List<SlackDelivery> presses = new ArrayList<>();
    for (Entry look : looks) {
      if (look.message().buttons().contains("Subscribe")) {
        presses.add(server.presses(SlackRig.ANN, look.channel(), look.message().ts(), "Subscribe"));
      }
    }
    rig.until(() -> subscribed(before) + failures(before) >= presses.size());
    subscribed = subscribed(before);
    typed.stream()
        .filter(SlackDelivery::failed)
        .forEach(delivery -> lost.add("not acked: " + delivery.payload().path("text").asText()));
    Set<String> heard = looks.stream().map(Entry::channel).collect(Collectors.toSet());
    for (int i = 0; i < strings.size(); i++) {
      if (!strings.get(i).isBlank() && !heard.contains(channels.get(i))) {
        lost.add("not answered: " + FeedText.ends(strings.get(i)));
      }
    }
  }

  private List<Entry> answered(int after) {
    return server.transcript().entries().stream()
        .filter(entry -> entry.order() > after && entry.kind() == Kind.EPHEMERAL)
        .toList();
  }

  private int subscribed(int after) {
    return (int)
        rig.posts().stream()
            .filter(post -> post.order() > after)
            .filter(post -> post.words().contains("subscribed this channel: "))
            .count();
  }

  private int failures(int after) {
    return (int)
        server.transcript().entries().stream()
            .filter(entry -> entry.order() > after && entry.kind() == Kind.UPDATE)
            .filter(entry -> !entry.words().contains("Subscribed: "))
            .count();
  }
}

package app.bellwire.fake;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Slack makes of what a person types: names and addresses become references, and `&`, `<` and
/// `>` are written as entities. Confined to the lock of its world.
final class SlackTyping {
  private static final Pattern WORD =
      Pattern.compile(
          "(?<wire><[@#!][^>\\s]+>)|(?<url>https?://[^\\s<>]+)|(?<person>@[\\w.-]+)"
              + "|(?<channel>#[\\w-]+)|(?<host>\\b[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:org|com|net)\\b)"
              + "|(?<sign>[&<>])");

  private final SlackWorld world;

  SlackTyping(SlackWorld world) {
    this.world = world;
  }

  /// References that are written out already, such as `<@U1>`, stay as they are.
  String sent(String typed) {
    return WORD.matcher(typed).replaceAll(found -> Matcher.quoteReplacement(sent(found)));
  }

  private String sent(MatchResult found) {
    String word = found.group();
    if (found.group("url") != null) {
      return "<" + word.replace("&", "&amp;") + ">";
    }
    if (found.group("host") != null) {
      return "<http://" + word + "|" + word + ">";
    }
    if (found.group("person") != null) {
      return person(word);
    }
    if (found.group("channel") != null) {
      return channel(word);
    }
    return found.group("sign") == null ? word : entity(word);
  }

  private static String entity(String sign) {
    return switch (sign) {
      case "&" -> "&amp;";
      case "<" -> "&lt;";
      default -> "&gt;";
    };
  }

  private String person(String word) {
    return world.users().values().stream()
        .filter(user -> user.path("name").asText().equals(word.substring(1)))
        .map(user -> "<@" + user.path("id").asText() + ">")
        .findFirst()
        .orElse(word);
  }

  private String channel(String word) {
    return world.rooms().values().stream()
        .filter(room -> !room.isDirect() && room.name.equals(word.substring(1)))
        .map(room -> "<#" + room.id + "|" + room.name + ">")
        .findFirst()
        .orElse(word);
  }
}

package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Telegram makes a link of though nobody asked for it: commands, names, hashtags, cashtags,
/// addresses of pages and of mail.
final class TelegramLinks {
  private static final String WORD = "\\p{L}\\p{N}_";
  private static final String HOST =
      "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+"
          + "(?:com|org|net|info|gov|edu|int|mil|press|news|media|online|site|biz|pro|tv|io|ai|app"
          + "|dev|me|ru|su|ua|by|kz|eu|uk|us|de|fr|it|es|pl|tr|cn|jp|in|il|ir|ch|at|be|nl|se|fi"
          + "|рф)(?![\\p{L}\\p{N}-])";
  private static final Pattern LINK =
      Pattern.compile(
          "(?<email>(?<![%1$s])[\\w.+-]+@%2$s)"
              .concat("|(?<url>(?:https?|tg|ton)://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]']")
              .concat("|(?<![%1$s@./-])%2$s(?::\\d+)?(?:[/?#][^\\s<>\"]*[^\\s<>\".,;:!?)\\]'])?)")
              .concat("|(?<command>(?<![%1$s/<>])/[a-zA-Z0-9_]{1,64}")
              .concat("(?:@[a-zA-Z0-9_]{3,32})?(?![%1$s/<>]))")
              .concat("|(?<mention>(?<![%1$s])@[a-zA-Z0-9_]{4,32}(?![%1$s]))")
              .concat("|(?<hashtag>(?<![%1$s])#(?=[\\p{N}_]*\\p{L})[%1$s]{1,256}(?![%1$s#]))")
              .concat("|(?<cashtag>(?<![%1$s$])\\$[A-Z]{1,8}(?![%1$s$]))")
              .formatted(WORD, HOST));
  private static final List<String> GROUPS =
      List.of("email", "url", "command", "mention", "hashtag", "cashtag");

  private TelegramLinks() {}

  /// Its links as entities, in order.
  static List<JsonNode> in(String text) {
    List<JsonNode> links = new ArrayList<>();
    Matcher matcher = LINK.matcher(text);
    while (matcher.find()) {
      links.add(
          JsonNodeFactory.instance
              .objectNode()
              .put("type", type(matcher))
              .put("offset", matcher.start())
              .put("length", matcher.end() - matcher.start()));
    }
    return links;
  }

  private static String type(Matcher matcher) {
    String group = GROUPS.stream().filter(g -> matcher.group(g) != null).findFirst().orElseThrow();
    return group.equals("command") ? "bot_command" : group;
  }
}

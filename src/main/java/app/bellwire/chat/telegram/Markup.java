package app.bellwire.chat.telegram;

import app.bellwire.chat.RichText;
import app.bellwire.chat.RichText.Node;
import app.bellwire.chat.Shortening;
import java.net.URI;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/// Writes rich text as plain text with entities, which cannot fail to parse. What is too long for
/// one message is shortened where it is longest, so that the lines around it stay. Pure; an
/// instance writes one text.
final class Markup {
  /// UTF-16 units of one message that we use; the server's limit is 4,096 after parsing
  /// (core.telegram.org/bots/api#sendmessage), and whether it counts units or code points differs
  /// between its parts.
  static final int LONGEST = 4000;

  /// The server keeps a hundred entities and drops the others without a word.
  private static final int MOST_ENTITIES = 100;

  /// A part that is shorter than this is not shortened.
  private static final int WORTH_CUTTING = 200;

  private static final String READ_ON = "… read on";
  private static final String CUT = "…";

  private final StringBuilder text = new StringBuilder();
  private final List<MessageEntity> entities = new ArrayList<>();
  private final Map<Node, Integer> shortened;
  private final Optional<String> readOn;

  private Markup(Map<Node, Integer> shortened, Optional<String> readOn) {
    this.shortened = shortened;
    this.readOn = readOn;
  }

  static Formatted of(RichText rich) {
    Map<Node, Integer> shortened = new IdentityHashMap<>();
    Optional<String> target = Links.first(rich);
    Formatted whole = new Markup(shortened, target).write(rich);
    while (whole.text().length() > LONGEST) {
      int excess = whole.text().length() - LONGEST;
      Node longest = longest(rich, shortened);
      if (length(longest, shortened) < WORTH_CUTTING) {
        return cut(rich);
      }
      int left = length(longest, shortened) - excess - READ_ON.length();
      shortened.put(longest, Math.max(0, left));
      whole = new Markup(shortened, target).write(rich);
    }
    return whole;
  }

  /// Many short parts: the last ones are left out.
  private static Formatted cut(RichText rich) {
    int units = LONGEST;
    Formatted formatted;
    do {
      formatted =
          new Markup(new IdentityHashMap<>(), Optional.empty()).write(rich.shortened(units));
      units -= WORTH_CUTTING;
    } while (formatted.text().length() > LONGEST);
    return formatted;
  }

  private static Node longest(RichText rich, Map<Node, Integer> shortened) {
    Node longest = rich.nodes().getFirst();
    for (Node node : leaves(rich)) {
      longest = length(node, shortened) > length(longest, shortened) ? node : longest;
    }
    return longest;
  }

  private static List<Node> leaves(RichText rich) {
    List<Node> leaves = new ArrayList<>();
    for (Node node : rich.nodes()) {
      switch (node) {
        case RichText.Bold bold -> leaves.addAll(leaves(bold.content()));
        case RichText.Struck struck -> leaves.addAll(leaves(struck.content()));
        case RichText.Fold fold -> leaves.addAll(leaves(fold.content()));
        default -> leaves.add(node);
      }
    }
    return leaves;
  }

  private static int length(Node node, Map<Node, Integer> shortened) {
    return shortened.getOrDefault(node, words(node).length());
  }

  /// What a leaf says.
  private static String words(Node node) {
    return switch (node) {
      case RichText.Text plain -> Inert.ours(plain.text());
      case RichText.News news -> Inert.news(news.text());
      case RichText.Code code -> Inert.clean(code.text());
      case RichText.Block block -> Inert.clean(block.text());
      case RichText.Link link ->
          Links.web(link.target()).isPresent()
              ? Inert.clean(link.label())
              : Inert.news(link.label());
      case RichText.Time time -> Inert.clean(time.fallback());
      case RichText.Bold bold -> "";
      case RichText.Struck struck -> "";
      case RichText.Fold fold -> "";
    };
  }

  private Formatted write(RichText rich) {
    append(rich);
    int lead = blank(text);
    text.delete(0, lead);
    text.setLength(text.toString().stripTrailing().length());
    if (text.isEmpty()) {
      text.append(CUT);
    }
    List<MessageEntity> shown = new ArrayList<>();
    for (MessageEntity entity : entities) {
      moved(entity, lead).ifPresent(shown::add);
    }
    return new Formatted(text.toString(), shown.subList(0, Math.min(shown.size(), MOST_ENTITIES)));
  }

  /// The server takes off blanks at both ends and would move the entities.
  private static int blank(StringBuilder text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\u200B')) {
      at++;
    }
    return at;
  }

  private Optional<MessageEntity> moved(MessageEntity entity, int lead) {
    int from = Math.max(0, entity.getOffset() - lead);
    int to = Math.min(text.length(), entity.getOffset() + entity.getLength() - lead);
    entity.setOffset(from);
    entity.setLength(to - from);
    return to > from ? Optional.of(entity) : Optional.empty();
  }

  private void append(RichText rich) {
    rich.nodes().forEach(this::append);
  }

  private void append(Node node) {
    int from = text.length();
    switch (node) {
      case RichText.Text plain -> leaf(node);
      case RichText.News news -> leaf(node);
      case RichText.Bold bold -> {
        append(bold.content());
        span("bold", from, null);
      }
      case RichText.Struck struck -> {
        append(struck.content());
        span("strikethrough", from, null);
      }
      case RichText.Code code -> {
        leaf(node);
        span("code", from, null);
      }
      case RichText.Block block -> {
        leaf(node);
        span("pre", from, null);
      }
      case RichText.Link link -> {
        leaf(node);
        Links.web(link.target()).ifPresent(url -> span("text_link", from, url));
      }
      case RichText.Time time -> {
        text.append(words(node));
        time(from, time.at().getEpochSecond());
      }
      case RichText.Fold fold -> {
        text.append(Inert.clean(fold.title()));
        span("bold", from, null);
        text.append('\n');
        append(fold.content());
        span("expandable_blockquote", from, null);
      }
    }
  }

  private void leaf(Node node) {
    String words = words(node);
    Integer left = shortened.get(node);
    if (left == null) {
      text.append(words);
      return;
    }
    text.append(words, 0, Shortening.boundary(words, left));
    int from = text.length();
    text.append(readOn.isPresent() ? READ_ON : CUT);
    readOn.ifPresent(url -> span("text_link", from, url));
  }

  private void span(String type, int from, @Nullable String url) {
    if (text.length() > from) {
      MessageEntity entity = new MessageEntity(type, from, text.length() - from);
      entity.setUrl(url);
      entities.add(entity);
    }
  }

  /// Shown as a time of day in the reader's own zone.
  private void time(int from, long epochSecond) {
    MessageEntity entity = new MessageEntity("date_time", from, text.length() - from);
    entity.setUnixTime(Math.toIntExact(epochSecond));
    entity.setDateTimeFormat("t");
    entities.add(entity);
  }

  /// Targets that Telegram takes.
  static final class Links {
    private Links() {}

    /// The address as the server accepts it; none for another scheme or a host without a dot.
    static Optional<String> web(URI target) {
      return Optional.ofNullable(HttpUrl.parse(target.toString()))
          .filter(url -> url.host().contains(".") || url.host().contains(":"))
          .map(HttpUrl::toString);
    }

    static Optional<String> first(RichText rich) {
      return leaves(rich).stream()
          .filter(RichText.Link.class::isInstance)
          .map(RichText.Link.class::cast)
          .flatMap(link -> web(link.target()).stream())
          .findFirst();
    }
  }
}

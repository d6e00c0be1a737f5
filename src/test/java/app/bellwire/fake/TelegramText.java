package app.bellwire.fake;

import static app.bellwire.fake.TelegramRefusal.bad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The text of a message as Telegram keeps it: trimmed, at most 4096 UTF-16 units, with the
/// entities that were sent and those that Telegram found by itself. Immutable.
///
/// @param entities as sent, moved with the text, at most 100
/// @param linked what was not marked by the sender and becomes a link all the same
public record TelegramText(String text, List<JsonNode> entities, List<JsonNode> linked) {
  private static final int LONGEST = 4096;
  private static final int MOST_ENTITIES = 100;
  private static final Pattern LEADING = Pattern.compile("^[\\s\\u200b]+");
  private static final Set<String> SHIELDS = Set.of("code", "pre", "text_link");

  public TelegramText {
    entities = List.copyOf(entities);
    linked = List.copyOf(linked);
  }

  static TelegramText plain(String text) {
    return new TelegramText(text, List.of(), List.of());
  }

  /// The text of a call, checked.
  static TelegramText of(TelegramRequest call) {
    String text = call.text("text");
    if (text.isEmpty()) {
      throw bad("message text is empty");
    }
    if (call.has("parse_mode")) {
      throw bad("unsupported parse_mode");
    }
    if (lone(text)) {
      throw bad("strings must be encoded in UTF-8");
    }
    return of(text, checked(call.nested("entities"), text.length()));
  }

  private static boolean lone(String text) {
    return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= 0xdfff);
  }

  private static TelegramText of(String text, List<JsonNode> entities) {
    String rest = LEADING.matcher(text).replaceFirst("");
    String trimmed = rest.stripTrailing();
    if (trimmed.isEmpty()) {
      throw bad("text must be non-empty");
    }
    if (trimmed.length() > LONGEST) {
      throw bad("message is too long");
    }
    int lead = text.length() - rest.length();
    List<JsonNode> kept =
        entities.stream()
            .map(entity -> moved(entity, lead, trimmed.length()))
            .filter(entity -> entity.get("length").asInt() > 0)
            .limit(MOST_ENTITIES)
            .toList();
    return new TelegramText(trimmed, kept, linked(trimmed, kept));
  }

  private static List<JsonNode> checked(JsonNode entities, int length) {
    if (entities.isMissingNode()) {
      return List.of();
    }
    if (!entities.isArray()) {
      throw bad("expected an Array of MessageEntity");
    }
    entities.forEach(entity -> check(entity, length));
    return StreamSupport.stream(entities.spliterator(), false).toList();
  }

  private static void check(JsonNode entity, int length) {
    for (String field : List.of("type", "offset", "length")) {
      if (!entity.hasNonNull(field)) {
        throw bad("can't parse MessageEntity: Can't find field \"" + field + "\"");
      }
    }
    int begin = entity.get("offset").asInt();
    int end = begin + entity.get("length").asInt();
    if (begin < 0 || end <= begin || end > length) {
      throw bad(
          "entity beginning at UTF-16 offset %d ends after the end of the text at UTF-16 offset %d"
              .formatted(begin, end));
    }
  }

  private static JsonNode moved(JsonNode entity, int lead, int length) {
    int begin = Math.max(0, entity.get("offset").asInt() - lead);
    int end = entity.get("offset").asInt() + entity.get("length").asInt() - lead;
    ObjectNode moved = entity.deepCopy();
    return moved.put("offset", begin).put("length", Math.min(end, length) - begin);
  }

  private static List<JsonNode> linked(String text, List<JsonNode> entities) {
    List<JsonNode> shields =
        entities.stream().filter(e -> SHIELDS.contains(e.path("type").asText())).toList();
    return TelegramLinks.in(text).stream()
        .filter(link -> shields.stream().noneMatch(shield -> overlap(shield, link)))
        .toList();
  }

  private static boolean overlap(JsonNode one, JsonNode other) {
    return begin(one) < begin(other) + other.get("length").asInt()
        && begin(other) < begin(one) + one.get("length").asInt();
  }

  private static int begin(JsonNode entity) {
    return entity.get("offset").asInt();
  }

  /// All entities in the order of the text, as a message carries them.
  ArrayNode all() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    Stream.concat(entities.stream(), linked.stream())
        .sorted(Comparator.comparingInt(TelegramText::begin))
        .forEach(all::add);
    return all;
  }

  /// The stretches of the text that Telegram linked by itself.
  public List<String> linkedWords() {
    return linked.stream().map(this::words).toList();
  }

  /// The stretch of the text that an entity covers.
  public String words(JsonNode entity) {
    return text.substring(begin(entity), begin(entity) + entity.get("length").asInt());
  }
}

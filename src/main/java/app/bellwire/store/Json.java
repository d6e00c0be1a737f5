package app.bellwire.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The JSON documents of the store: objects carry their version in `v`; what is absent is left out.
final class Json {
  /// The version of every document written now.
  static final int VERSION = 1;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

  private Json() {}

  static ObjectNode object() {
    return FACTORY.objectNode();
  }

  /// A document of its own, with its version.
  static ObjectNode document() {
    return object().put("v", VERSION);
  }

  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException("The store holds a damaged document", damaged);
    }
  }

  static <T> ArrayNode array(Collection<T> values, Function<T, ? extends JsonNode> toJson) {
    ArrayNode array = FACTORY.arrayNode();
    values.forEach(value -> array.add(toJson.apply(value)));
    return array;
  }

  static ArrayNode texts(Collection<String> values) {
    return array(values, FACTORY::textNode);
  }

  static <T> List<T> list(JsonNode array, Function<JsonNode, T> fromJson) {
    List<T> values = new ArrayList<>();
    array.forEach(node -> values.add(fromJson.apply(node)));
    return values;
  }

  static List<String> texts(JsonNode array) {
    return list(array, JsonNode::asText);
  }

  /// The text of a field; null where it is absent.
  static @Nullable String text(JsonNode object, String field) {
    JsonNode value = object.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }

  static <T> Optional<T> maybe(JsonNode object, String field, Function<String, T> fromText) {
    return Optional.ofNullable(text(object, field)).map(fromText);
  }

  /// Writes `value` where there is one.
  static void put(ObjectNode object, String field, Optional<?> value) {
    value.ifPresent(present -> object.put(field, present.toString()));
  }

  static void put(ObjectNode object, String field, @Nullable String value) {
    if (value != null) {
      object.put(field, value);
    }
  }
}

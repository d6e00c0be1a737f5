package app.bellwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {
  private final JsonNode main = read("config/bellwire.schema.json");
  private final JsonNode included = read("config/subscriptions.schema.json");

  @ParameterizedTest
  @EnumSource(Keys.class)
  void schema_and_loader_know_the_same_keys(Keys keys) {
    List<String> inSchema = new ArrayList<>();
    properties(keys).fieldNames().forEachRemaining(inSchema::add);

    assertThat(inSchema).containsExactlyInAnyOrderElementsOf(keys.names());
  }

  @ParameterizedTest
  @EnumSource(Keys.class)
  void every_key_is_described(Keys keys) {
    properties(keys)
        .properties()
        .forEach(
            key ->
                assertThat(described(key.getValue()))
                    .as("description of %s", key.getKey())
                    .isTrue());
  }

  @Test
  void nothing_else_is_allowed() {
    assertThat(main.findParents("properties"))
        .allMatch(part -> !part.path("additionalProperties").asBoolean(true));
    assertThat(included.findParents("properties"))
        .allMatch(part -> !part.path("additionalProperties").asBoolean(true));
  }

  private JsonNode properties(Keys keys) {
    return switch (keys) {
      case MAIN -> main.path("properties");
      case STORE, WEB, TELEGRAM, SLACK, LOCAL, STORY, LIMITS, KEEP, FETCH ->
          main.at("/properties/" + keys.name().toLowerCase(Locale.ROOT) + "/properties");
      case CHAT -> main.at("/properties/chats/items/properties");
      case SOURCE -> main.at("/properties/sources/items/properties");
      case SUBSCRIPTION -> included.at("/properties/subscriptions/items/properties");
      case INCLUDED -> included.path("properties");
    };
  }

  /// In its own place or where it refers to.
  private boolean described(JsonNode key) {
    String ref = key.path("$ref").asText();
    return key.has("description")
        || (ref.startsWith("#") && main.at(ref.substring(1)).has("description"))
        || ref.startsWith("subscriptions.schema.json#");
  }

  private static JsonNode read(String file) {
    try {
      return new ObjectMapper().readTree(Path.of(file).toFile());
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}

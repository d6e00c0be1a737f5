package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/// A message as the people of a chat see it. Immutable.
///
/// @param json as the Bot API shows it
public record TelegramMessage(JsonNode json) {
  public int id() {
    return json.path("message_id").asInt();
  }

  /// Empty for a message that only tells of something.
  public String text() {
    return json.path("text").asText("");
  }

  /// 0 outside topics.
  public int thread() {
    return json.path("message_thread_id").asInt();
  }

  /// The labels of its buttons, row after row.
  public List<String> buttons() {
    return keys().stream().map(key -> key.path("text").asText()).toList();
  }

  /// Its buttons, row after row.
  public List<JsonNode> keys() {
    return StreamSupport.stream(rows().spliterator(), false)
        .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
        .toList();
  }

  private JsonNode rows() {
    return json.path("reply_markup").path("inline_keyboard");
  }
}

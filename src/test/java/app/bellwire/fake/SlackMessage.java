package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// A message or a view of a [SlackServer] as people see it. Immutable if its JSON is left alone.
///
/// @param json in Slack's words
public record SlackMessage(JsonNode json) {
  static SlackMessage now(JsonNode message) {
    return new SlackMessage(message.deepCopy());
  }

  public String ts() {
    return json.path("ts").asText();
  }

  /// The ts of the message that its thread hangs on, if it stands in a thread.
  public Optional<String> threadTs() {
    return Optional.of(json.path("thread_ts").asText()).filter(ts -> !ts.isEmpty());
  }

  /// What stands in a notification, and in the message when it has no blocks.
  public String text() {
    return json.path("text").asText("");
  }

  public JsonNode blocks() {
    return json.path("blocks");
  }

  public JsonNode metadata() {
    return json.path("metadata");
  }

  public String title() {
    return json.path("title").path("text").asText("");
  }

  /// The words on the screen, a block a line, without the labels of buttons.
  public String words() {
    return blocks().isEmpty() ? text() : SlackWords.of(blocks());
  }

  /// What can be pressed, in order.
  public List<String> buttons() {
    return SlackWords.presses(blocks()).stream().map(SlackWords.Press::label).toList();
  }

  /// By block id: why what was submitted was not taken.
  public JsonNode errors() {
    return json.path("errors");
  }
}

package app.bellwire.fake;

import static app.bellwire.fake.TelegramRefusal.bad;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The checks of the buttons under a message.
final class TelegramMarkup {
  private static final int MOST_BUTTONS = 100;
  private static final int MOST_BYTES = 64;
  private static final Pattern URL =
      Pattern.compile("(?:https?://[^\\s/]+\\.\\S+|tg://\\S+)", Pattern.CASE_INSENSITIVE);
  private static final List<String> DEEDS =
      List.of("url", "callback_data", "switch_inline_query", "web_app", "copy_text", "login_url");
  private static final String NO_ROWS =
      "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays";
  private static final String BUTTON = "can't parse inline keyboard button: ";

  private TelegramMarkup() {}

  /// The inline keyboard of a call; none when it has none or an empty one.
  static Optional<JsonNode> of(TelegramRequest call) {
    JsonNode markup = call.nested("reply_markup");
    if (markup.isMissingNode()) {
      return Optional.empty();
    }
    if (!markup.isObject()) {
      throw bad("object expected as reply markup");
    }
    JsonNode rows = markup.path("inline_keyboard");
    if (rows.isMissingNode()) {
      return Optional.empty();
    }
    checkRows(rows);
    return rows.isEmpty() ? Optional.empty() : Optional.of(markup);
  }

  private static void checkRows(JsonNode rows) {
    if (!rows.isArray()) {
      throw bad(NO_ROWS);
    }
    int buttons = 0;
    for (JsonNode row : rows) {
      if (!row.isArray()) {
        throw bad(NO_ROWS);
      }
      row.forEach(TelegramMarkup::checkButton);
      buttons += row.size();
    }
    if (buttons > MOST_BUTTONS) {
      throw bad("reply markup is too long");
    }
  }

  private static void checkButton(JsonNode button) {
    if (!button.isObject()) {
      throw bad(BUTTON + "InlineKeyboardButton must be an Object");
    }
    if (!button.path("text").isTextual()) {
      throw bad(BUTTON + "Can't find field \"text\"");
    }
    if (button.get("text").asText().isBlank()) {
      throw bad("BUTTON_TEXT_INVALID");
    }
    if (DEEDS.stream()
        .allMatch(
            deed -> button.path(deed).asText("").isEmpty() && !button.path(deed).isObject())) {
      throw bad(BUTTON + "Text buttons are unallowed in the inline keyboard");
    }
    checkDeed(button);
  }

  private static void checkDeed(JsonNode button) {
    String data = button.path("callback_data").asText("");
    if (data.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw bad("BUTTON_DATA_INVALID");
    }
    String url = button.path("url").asText("");
    if (!url.isEmpty() && !URL.matcher(url).matches()) {
      throw bad("inline keyboard button URL '" + url + "' is invalid: Wrong HTTP URL");
    }
  }
}

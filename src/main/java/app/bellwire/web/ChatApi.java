package app.bellwire.web;

import app.bellwire.chat.local.LocalChat;
import app.bellwire.chat.local.LocalMessage;
import app.bellwire.chat.local.LocalMessages;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `/api/chats/{name}/messages`: what a chat holds, and saying or pressing something there.
/// Thread-safe.
final class ChatApi {
  static final String PATH = "/api/chats/{name}/messages";

  /// How many messages the page begins with.
  static final int PAGE = 200;

  private static final int MAX_BODY = 64 * 1024;
  private static final int MAX_TEXT = 4_096;
  private static final int MAX_ID = 64;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final LocalChat chat;
  private final LocalMessages messages;

  ChatApi(LocalChat chat, LocalMessages messages) {
    this.chat = chat;
    this.messages = messages;
  }

  /// All messages, oldest first; with `before=ID`, the page of older ones.
  void list(Context ctx) {
    List<LocalMessage> all = messages.of(ctx.pathParam("name"));
    @Nullable String before = ctx.queryParam("before");
    ArrayNode shown = MessageJson.of(before == null ? all : lastPage(olderThan(all, before)));
    Answers.json(ctx, 200, shown);
  }

  /// The newest messages of a chat as a page shows them first.
  ObjectNode snapshot(String name) {
    List<LocalMessage> all = messages.of(name);
    List<LocalMessage> newest = lastPage(all);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("earlier", newest.size() < all.size());
    json.set("messages", MessageJson.of(newest));
    ArrayNode chats = json.putArray("chats");
    messages.chats().forEach(chats::add);
    return json;
  }

  void take(Context ctx) throws IOException {
    try {
      String name = ctx.pathParam("name");
      require(LocalChat.isName(name), "A chat has a name of letters, digits, _ . and - only.");
      take(ctx, name, body(ctx));
    } catch (Unreadable wrong) {
      Answers.error(ctx, wrong.status, wrong.words);
    }
  }

  private void take(Context ctx, String name, JsonNode body) throws Unreadable {
    boolean says = body.has("text");
    require(says != body.has("button"), "Send either \"text\" or \"button\".");
    @Nullable String id = says ? said(name, body) : pressed(name, body);
    Answers.json(ctx, 202, JsonNodeFactory.instance.objectNode().put("id", id));
  }

  private String said(String name, JsonNode body) throws Unreadable {
    String text = string(body, "text");
    require(!text.isBlank(), "\"text\" is empty.");
    require(text.length() <= MAX_TEXT, "\"text\" is longer than " + MAX_TEXT + " characters.");
    return chat.say(name, text, optional(body, "reply_to"), optional(body, "key")).id();
  }

  private @Nullable String pressed(String name, JsonNode body) throws Unreadable {
    return chat.press(name, string(body, "button")).orElse(null);
  }

  private static JsonNode body(Context ctx) throws IOException, Unreadable {
    require(isJson(ctx.req().getContentType()), 415, "Send JSON: Content-Type: application/json.");
    byte[] bytes = ctx.req().getInputStream().readNBytes(MAX_BODY + 1);
    require(bytes.length <= MAX_BODY, 413, "The body is longer than 64 KiB.");
    JsonNode body = read(bytes);
    require(body.isObject(), "Send a JSON object with \"text\" or \"button\".");
    return body;
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
  }

  private static JsonNode read(byte[] bytes) throws IOException, Unreadable {
    try {
      return MAPPER.readTree(bytes);
    } catch (JacksonException notJson) {
      throw new Unreadable(400, "The body is not JSON.");
    }
  }

  private static @Nullable String optional(JsonNode body, String field) throws Unreadable {
    if (!body.hasNonNull(field)) {
      return null;
    }
    String value = string(body, field);
    require(value.length() <= MAX_ID, "\"" + field + "\" is too long.");
    return value;
  }

  private static String string(JsonNode body, String field) throws Unreadable {
    JsonNode value = body.get(field);
    require(value.isTextual(), "\"" + field + "\" must be a string.");
    return value.textValue();
  }

  private static void require(boolean holds, String words) throws Unreadable {
    require(holds, 400, words);
  }

  private static void require(boolean holds, int status, String words) throws Unreadable {
    if (!holds) {
      throw new Unreadable(status, words);
    }
  }

  private static List<LocalMessage> olderThan(List<LocalMessage> all, String id) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(id)) {
        return all.subList(0, i);
      }
    }
    return List.of();
  }

  /// The last messages of `all`, and before them those that they answer.
  private static List<LocalMessage> lastPage(List<LocalMessage> all) {
    int start = Math.max(0, all.size() - PAGE);
    Set<String> answered = new HashSet<>();
    List<LocalMessage> page = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      LocalMessage message = all.get(i);
      if (i >= start || answered.contains(message.id())) {
        page.add(message);
        Optional.ofNullable(message.thread()).ifPresent(answered::add);
      }
    }
    return page.reversed();
  }

  /// A request that is answered with `status` and plain words.
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String words;

    Unreadable(int status, String words) {
      super(words, null, false, false);
      this.status = status;
      this.words = words;
    }
  }
}

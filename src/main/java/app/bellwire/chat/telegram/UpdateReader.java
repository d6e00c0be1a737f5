package app.bellwire.chat.telegram;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatEvent;
import app.bellwire.chat.Chosen;
import app.bellwire.chat.Incoming;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.UserId;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one update of the Bot API. What nobody addressed to the bot, and kinds it does not know,
/// are none of its business. Pure.
final class UpdateReader {
  static final String[] KINDS = {"message", "callback_query", "my_chat_member"};

  private static final Set<String> PRESENT = Set.of("member", "administrator", "creator");

  private final long bot;
  private final String name;
  private final InstantSource clock;

  /// @param bot its id
  /// @param name its user name, without `@`
  UpdateReader(long bot, String name, InstantSource clock) {
    this.bot = bot;
    this.clock = clock;
    this.name = name.toLowerCase(Locale.ROOT);
  }

  /// @throws RuntimeException for an update that cannot be read
  Optional<Incoming> read(JsonNode update) {
    String id = Long.toString(update.required("update_id").longValue());
    if (update.has("message")) {
      return message(id, update.get("message"));
    }
    if (update.has("callback_query")) {
      return press(id, update.get("callback_query"));
    }
    return update.has("my_chat_member")
        ? membership(id, update.get("my_chat_member"))
        : Optional.empty();
  }

  /// The id of the press in an update that is one.
  static Optional<String> pressId(JsonNode update) {
    return Optional.ofNullable(update.path("callback_query").path("id").textValue());
  }

  private Optional<Incoming> message(String id, JsonNode message) {
    JsonNode to = message.path("migrate_to_chat_id");
    JsonNode from = message.path("migrate_from_chat_id");
    Address chat = chat(message.required("chat"));
    if (to.isIntegralNumber()) {
      return Optional.of(event(id, chat, new ChatEvent.Moved(chat(to.longValue())), message));
    }
    if (from.isIntegralNumber()) {
      Address old = chat(from.longValue());
      return Optional.of(event(id, old, new ChatEvent.Moved(chat), message));
    }
    JsonNode shared = message.path("chat_shared");
    return shared.isObject() ? chosen(id, message, shared, chat) : said(id, message, chat);
  }

  /// Somebody chose a chat for the bot, which can be done in private only.
  private static Optional<Incoming> chosen(
      String id, JsonNode message, JsonNode shared, Address chat) {
    Address there = chat(shared.required("chat_id").longValue());
    String name = shared.path("username").asText();
    String title = shared.path("title").asText(there.toString());
    Chosen chosen = new Chosen(there, name.isEmpty() ? title : "@" + name);
    return author(message, chat)
        .map(
            user ->
                new IncomingMessage(
                    id,
                    chat,
                    user,
                    name(message.path("from")),
                    "",
                    null,
                    null,
                    Map.of(),
                    chosen,
                    at(message)));
  }

  private Optional<Incoming> said(String id, JsonNode message, Address chat) {
    boolean group = chat.id().startsWith("-");
    Optional<UserId> author = author(message, chat);
    Optional<String> words =
        group ? addressed(message) : Optional.of(message.path("text").asText());
    if (author.isEmpty() || words.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new IncomingMessage(
            id,
            inTopic(message, chat),
            author.get(),
            name(message.path("from")),
            words.get(),
            replyTo(message),
            null,
            at(message)));
  }

  /// Who speaks in the group's own name is one of its admins; other bots and channels are not
  /// heard.
  private static Optional<UserId> author(JsonNode message, Address chat) {
    String asChat = message.path("sender_chat").path("id").asText();
    if (!asChat.isEmpty()) {
      return asChat.equals(chat.id()) ? Optional.of(user(asChat)) : Optional.empty();
    }
    JsonNode from = message.path("from");
    return from.path("id").isIntegralNumber() && !from.path("is_bot").asBoolean()
        ? Optional.of(user(from.get("id").asText()))
        : Optional.empty();
  }

  /// The words of a group's message, if they are meant for the bot.
  private Optional<String> addressed(JsonNode message) {
    String text = message.path("text").asText();
    String first = text.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    if (first.equals("@" + name)) {
      return Optional.of("/bellwire" + text.substring(first.length()));
    }
    if (first.startsWith("/")) {
      int at = first.indexOf('@');
      return at < 0 || first.substring(at + 1).equals(name) ? Optional.of(text) : Optional.empty();
    }
    boolean reply =
        message.path("reply_to_message").path("from").path("id").longValue() == bot
            && !text.isEmpty();
    return reply ? Optional.of(text) : Optional.empty();
  }

  private Optional<Incoming> press(String id, JsonNode query) {
    JsonNode message = query.path("message");
    String data = query.path("data").asText();
    if (data.isEmpty() || !message.has("chat")) {
      return Optional.empty();
    }
    JsonNode from = query.required("from");
    return Optional.of(
        new IncomingMessage(
            id,
            inTopic(message, chat(message.get("chat"))),
            user(from.required("id").asText()),
            name(from),
            "",
            message.required("message_id").asText(),
            data,
            clock.instant()));
  }

  private Optional<Incoming> membership(String id, JsonNode change) {
    Address chat = chat(change.required("chat"));
    JsonNode before = change.path("old_chat_member");
    JsonNode after = change.path("new_chat_member");
    boolean channel = change.path("chat").path("type").asText().equals("channel");
    if (!writes(after, channel)) {
      return Optional.of(event(id, chat, new ChatEvent.Gone(gone(after, chat)), change));
    }
    boolean added = chat.id().startsWith("-") && !channel && !there(before);
    ChatEvent.What what =
        added ? new ChatEvent.Added(name(change.path("from"))) : new ChatEvent.Back();
    return Optional.of(event(id, chat, what, change));
  }

  private static boolean there(JsonNode member) {
    String status = member.path("status").asText();
    return PRESENT.contains(status)
        || status.equals("restricted") && member.path("is_member").asBoolean();
  }

  private static boolean writes(JsonNode member, boolean channel) {
    if (!there(member)) {
      return false;
    }
    String status = member.path("status").asText();
    if (channel) {
      return !status.equals("member") && member.path("can_post_messages").asBoolean(true);
    }
    return !status.equals("restricted") || member.path("can_send_messages").asBoolean();
  }

  private static String gone(JsonNode member, Address chat) {
    if (!chat.id().startsWith("-")) {
      return "blocked by the user";
    }
    return there(member) ? "Bellwire may not post there" : "Bellwire was removed";
  }

  private static ChatEvent event(String id, Address chat, ChatEvent.What what, JsonNode dated) {
    return new ChatEvent(id, chat, what, at(dated));
  }

  private static Address inTopic(JsonNode message, Address chat) {
    boolean topic = message.path("is_topic_message").asBoolean();
    return topic
        ? new Address(Address.TELEGRAM, null, chat.id(), message.path("message_thread_id").asText())
        : chat;
  }

  /// A message in a topic that answers none is written as an answer to the topic's first message.
  private static @Nullable String replyTo(JsonNode message) {
    JsonNode reply = message.path("reply_to_message").path("message_id");
    boolean first = reply.asText().equals(message.path("message_thread_id").asText());
    return reply.isIntegralNumber() && !first ? reply.asText() : null;
  }

  private static Address chat(JsonNode chat) {
    return chat(chat.required("id").longValue());
  }

  private static Address chat(long id) {
    return new Address(Address.TELEGRAM, null, Long.toString(id), null);
  }

  private static UserId user(String id) {
    return new UserId(Address.TELEGRAM, id);
  }

  private static String name(JsonNode user) {
    String last = user.path("last_name").asText();
    return user.path("first_name").asText() + (last.isEmpty() ? "" : " " + last);
  }

  /// A time that our books cannot hold is none.
  private static Instant at(JsonNode dated) {
    return Instant.ofEpochMilli(Math.multiplyExact(dated.path("date").longValue(), 1000L));
  }
}

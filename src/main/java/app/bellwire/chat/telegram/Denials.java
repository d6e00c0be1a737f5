package app.bellwire.chat.telegram;

import app.bellwire.chat.Address;
import app.bellwire.chat.SendResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What a refusal of the Bot API means for a message. Its descriptions are those of the server's
/// source, tdlib/telegram-bot-api Client.cpp. Pure.
final class Denials {
  private static final Duration UNSAID = Duration.ofSeconds(5);

  /// No message will come there before somebody does something.
  private static final List<String> CLOSED_CHATS =
      List.of(
          "chat not found",
          "need administrator rights",
          "not enough rights to send",
          "have no rights to send",
          "chat_write_forbidden",
          "chat_restricted",
          "chat_admin_required",
          "user_is_blocked",
          "peer_id_invalid",
          "group chat was deactivated");

  private static final List<String> LOST_TOPICS =
      List.of("message thread not found", "topic_closed", "topic_deleted", "topic_id_invalid");

  private static final List<String> LOST_MESSAGES =
      List.of("message to edit not found", "message can't be edited", "message_id_invalid");

  private static final String NOT_MODIFIED = "message is not modified";

  private Denials() {}

  static boolean lostTopic(Reply.Denied<?> denied) {
    return denied.code() == 400 && says(denied, LOST_TOPICS);
  }

  static boolean unchanged(Reply.Denied<?> denied) {
    return denied.code() == 400 && says(denied, List.of(NOT_MODIFIED));
  }

  /// Whether the message itself is what the server does not like, so that a plainer one may pass.
  static boolean malformed(Reply.Denied<?> denied) {
    return denied.code() == 400 && result(denied, "") instanceof SendResult.Refused;
  }

  static boolean badToken(Reply.Denied<?> denied) {
    return denied.code() == 401 || denied.code() == 404;
  }

  /// @param topic of the address that was written to; empty for none
  static SendResult result(Reply.Denied<?> denied, String topic) {
    return switch (denied.code()) {
      case 429 -> new SendResult.TooFast(wait(denied));
      case 401, 404 -> new SendResult.Unavailable("Telegram refuses the token");
      case 403 -> new SendResult.ChatGone(reason(denied));
      case 400 -> refused(denied, topic);
      default -> new SendResult.Unavailable(denied.code() + " " + denied.description());
    };
  }

  private static SendResult refused(Reply.Denied<?> denied, String topic) {
    Long to = denied.migrateTo();
    if (to != null) {
      return new SendResult.Moved(
          new Address(Address.TELEGRAM, null, Long.toString(to), topic.isEmpty() ? null : topic));
    }
    if (says(denied, CLOSED_CHATS) || says(denied, LOST_TOPICS)) {
      return new SendResult.ChatGone(reason(denied));
    }
    return says(denied, LOST_MESSAGES)
        ? new SendResult.MessageGone(reason(denied))
        : new SendResult.Refused(reason(denied));
  }

  static Duration wait(Reply.Denied<?> denied) {
    Integer seconds = denied.retryAfter();
    return seconds == null ? UNSAID : Duration.ofSeconds(Math.max(1, seconds));
  }

  /// `Forbidden: bot was blocked by the user` without what the code says already.
  private static String reason(Reply.Denied<?> denied) {
    return denied.description().replaceFirst("^(Forbidden|Bad Request): ", "");
  }

  private static boolean says(Reply.Denied<?> denied, List<String> parts) {
    String text = Objects.requireNonNullElse(denied.description(), "").toLowerCase(Locale.ROOT);
    return parts.stream().anyMatch(text::contains);
  }
}

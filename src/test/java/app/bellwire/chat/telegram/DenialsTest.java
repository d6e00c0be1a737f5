package app.bellwire.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.SendResult;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class DenialsTest {
  static final List<Arguments> ROWS =
      List.of(
          row(400, "Bad Request: chat not found", new SendResult.ChatGone("chat not found")),
          row(
              403,
              "Forbidden: bot was blocked by the user",
              new SendResult.ChatGone("bot was blocked by the user")),
          row(
              403,
              "Forbidden: user is deactivated",
              new SendResult.ChatGone("user is deactivated")),
          row(
              403,
              "Forbidden: bot was kicked from the supergroup chat",
              new SendResult.ChatGone("bot was kicked from the supergroup chat")),
          row(
              403,
              "Forbidden: bot can't initiate conversation with a user",
              new SendResult.ChatGone("bot can't initiate conversation with a user")),
          row(
              400,
              "Bad Request: need administrator rights in the channel chat",
              new SendResult.ChatGone("need administrator rights in the channel chat")),
          row(
              400,
              "Bad Request: not enough rights to send text messages to the chat",
              new SendResult.ChatGone("not enough rights to send text messages to the chat")),
          row(400, "Bad Request: TOPIC_CLOSED", new SendResult.ChatGone("TOPIC_CLOSED")),
          row(
              400,
              "Bad Request: message to edit not found",
              new SendResult.MessageGone("message to edit not found")),
          row(
              400,
              "Bad Request: message can't be edited",
              new SendResult.MessageGone("message can't be edited")),
          row(
              400,
              "Bad Request: can't parse entities: byte offset 7",
              new SendResult.Refused("can't parse entities: byte offset 7")),
          row(
              400,
              "Bad Request: message is too long",
              new SendResult.Refused("message is too long")),
          row(401, "Unauthorized", new SendResult.Unavailable("Telegram refuses the token")),
          row(404, "Not Found", new SendResult.Unavailable("Telegram refuses the token")),
          row(409, "Conflict", new SendResult.Unavailable("409 Conflict")));

  private static Arguments row(int code, String description, SendResult result) {
    return Arguments.of(code, description, result);
  }

  @ParameterizedTest
  @FieldSource("ROWS")
  void aRefusalHasItsMeaning(int code, String description, SendResult result) {
    assertThat(Denials.result(denied(code, description, null, null), "")).isEqualTo(result);
  }

  @Test
  void aWaitIsKept() {
    assertThat(Denials.result(denied(429, "Too Many Requests", 40_000, null), ""))
        .isEqualTo(new SendResult.TooFast(Duration.ofSeconds(40_000)));
    assertThat(Denials.result(denied(429, "Too Many Requests", null, null), ""))
        .isEqualTo(new SendResult.TooFast(Duration.ofSeconds(5)));
  }

  @Test
  void aGroupThatMovedIsFoundThere() {
    String words = "Bad Request: group chat was upgraded to a supergroup chat";
    assertThat(Denials.result(denied(400, words, null, -1009L), "7"))
        .isEqualTo(new SendResult.Moved(new Address("telegram", null, "-1009", "7")));
  }

  @ParameterizedTest
  @FieldSource("TOPICS")
  void aTopicThatIsGoneIsTold(String description) {
    Reply.Denied<String> denied = denied(400, description, null, null);
    assertThat(Denials.lostTopic(denied)).isTrue();
  }

  static final List<String> TOPICS =
      List.of("Bad Request: message thread not found", "Bad Request: TOPIC_CLOSED");

  @Test
  void onlyAMessageThatIsDislikedIsMadePlainer() {
    assertThat(Denials.malformed(denied(400, "Bad Request: BUTTON_DATA_INVALID", null, null)))
        .isTrue();
    assertThat(Denials.malformed(denied(400, "Bad Request: chat not found", null, null))).isFalse();
    assertThat(Denials.malformed(denied(429, "Too Many Requests", 3, null))).isFalse();
  }

  private static Reply.Denied<String> denied(
      int code, String description, @Nullable Integer wait, @Nullable Long to) {
    return new Reply.Denied<>(code, description, wait, to);
  }
}

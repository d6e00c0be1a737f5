package app.bellwire.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.SendResult;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class DenialsTest {
  static final List<Arguments> ROWS =
      Stream.of(
              rows(
                  SendResult.ChatGone::new,
                  "not_in_channel",
                  "channel_not_found",
                  "is_archived",
                  "restricted_action",
                  "restricted_action_read_only_channel",
                  "restricted_action_thread_only_channel",
                  "restricted_action_non_threadable_channel",
                  "restricted_action_thread_locked",
                  "restricted_action_that_is_new",
                  "messages_tab_disabled",
                  "ekm_access_denied",
                  "no_permission",
                  "access_denied"),
              rows(
                  error -> new SendResult.Unavailable("Slack refuses the token: " + error),
                  "account_inactive",
                  "token_revoked",
                  "token_expired",
                  "invalid_auth",
                  "not_authed",
                  "missing_scope",
                  "org_login_required",
                  "not_allowed_token_type",
                  "team_access_not_granted",
                  "accesslimited"),
              rows(
                  error -> new SendResult.TooFast(Duration.ofSeconds(5)),
                  "ratelimited",
                  "rate_limited"),
              rows(
                  error -> new SendResult.TooFast(Duration.ofMinutes(1)), "message_limit_exceeded"),
              rows(
                  SendResult.MessageGone::new,
                  "message_not_found",
                  "cant_update_message",
                  "edit_window_closed",
                  "is_inactive",
                  "block_mismatch"),
              rows(SendResult.Uncertain::new, "fatal_error", "internal_error"),
              rows(
                  SendResult.Unavailable::new,
                  "service_unavailable",
                  "team_added_to_org",
                  "request_timeout",
                  "update_failed",
                  "external_channel_migrating"),
              rows(
                  SendResult.Refused::new,
                  "invalid_blocks",
                  "invalid_blocks_format",
                  "msg_blocks_too_long",
                  "msg_too_long",
                  "no_text",
                  "invalid_arguments",
                  "cannot_reply_to_message",
                  "thread_not_found",
                  "invalid_thread_ts",
                  "cant_broadcast_message",
                  "an_error_that_is_new"))
          .flatMap(rows -> rows)
          .toList();

  private static Stream<Arguments> rows(Function<String, SendResult> result, String... errors) {
    return Stream.of(errors).map(error -> Arguments.of(error, result.apply(error)));
  }

  @ParameterizedTest
  @FieldSource("ROWS")
  void aRefusalHasItsMeaning(String error, SendResult result) {
    assertThat(Denials.result(denied(error))).isEqualTo(result);
  }

  @Test
  void aWaitIsKept() {
    assertThat(Denials.result(slow(40_000)))
        .isEqualTo(new SendResult.TooFast(Duration.ofSeconds(40_000)));
    assertThat(Denials.result(slow(0))).isEqualTo(new SendResult.TooFast(Duration.ofSeconds(1)));
  }

  private static Reply.Denied<String> slow(int seconds) {
    return new Reply.Denied<>("ratelimited", null, Duration.ofSeconds(seconds));
  }

  @Test
  void aMissingScopeIsNamed() {
    assertThat(Denials.result(new Reply.Denied<>("missing_scope", "chat:write", null)))
        .isEqualTo(
            new SendResult.Unavailable("Slack refuses the token: missing_scope, needs chat:write"));
  }

  @ParameterizedTest
  @FieldSource("NO_REPLIES")
  void whatAThreadDoesNotTakeMayPassBesideIt(String error) {
    assertThat(Denials.noReply(denied(error))).isTrue();
    assertThat(Denials.repliesOnly(denied(error))).isFalse();
  }

  static final List<String> NO_REPLIES =
      List.of(
          "restricted_action_non_threadable_channel",
          "restricted_action_thread_locked",
          "cannot_reply_to_message",
          "thread_not_found",
          "invalid_thread_ts",
          "cant_broadcast_message");

  @Test
  void whatAChannelTakesInThreadsOnlyMayPassInOne() {
    assertThat(Denials.repliesOnly(denied("restricted_action_thread_only_channel"))).isTrue();
    assertThat(Denials.noReply(denied("restricted_action_thread_only_channel"))).isFalse();
  }

  @ParameterizedTest
  @FieldSource("MALFORMED")
  void aMessageThatIsDislikedMayPassAsPlainText(String error) {
    assertThat(Denials.malformed(denied(error))).isTrue();
  }

  static final List<String> MALFORMED =
      List.of(
          "invalid_blocks",
          "invalid_blocks_format",
          "msg_blocks_too_long",
          "msg_too_long",
          "no_text",
          "invalid_arguments");

  @ParameterizedTest
  @FieldSource("OTHERS")
  void nothingElseIsSentTwice(String error) {
    Reply.Denied<String> denied = denied(error);
    assertThat(Denials.malformed(denied)).isFalse();
    assertThat(Denials.noReply(denied)).isFalse();
    assertThat(Denials.repliesOnly(denied)).isFalse();
  }

  static final List<String> OTHERS =
      List.of(
          "not_in_channel",
          "invalid_auth",
          "ratelimited",
          "message_not_found",
          "fatal_error",
          "service_unavailable",
          "an_error_that_is_new");

  private static Reply.Denied<String> denied(String error) {
    return new Reply.Denied<>(error, null, null);
  }
}

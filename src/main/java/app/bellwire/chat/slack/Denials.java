package app.bellwire.chat.slack;

import static java.util.Map.entry;

import app.bellwire.chat.SendResult;
import java.time.Duration;
import java.util.Map;

/// What a refusal of Slack means for a message. Its errors are those of chat.postMessage and
/// chat.update (docs.slack.dev/reference/methods). Pure.
final class Denials {
  /// What is wrong, by what helps.
  private enum Meaning {
    /// No message will come there before somebody does something.
    CLOSED,
    /// None as a reply; one beside the thread may pass.
    NO_REPLY,
    /// None but a reply.
    REPLIES_ONLY,
    /// None at all with this token.
    TOKEN,
    SLOW,
    /// A plainer one may pass.
    MALFORMED,
    /// The message to change is gone, or cannot be changed.
    NO_EDIT,
    UNCERTAIN,
    /// Nothing was done; another time.
    AWAY,
    UNKNOWN
  }

  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          entry("not_in_channel", Meaning.CLOSED),
          entry("channel_not_found", Meaning.CLOSED),
          entry("is_archived", Meaning.CLOSED),
          entry("messages_tab_disabled", Meaning.CLOSED),
          entry("ekm_access_denied", Meaning.CLOSED),
          entry("no_permission", Meaning.CLOSED),
          entry("access_denied", Meaning.CLOSED),
          entry("restricted_action_thread_only_channel", Meaning.REPLIES_ONLY),
          entry("restricted_action_non_threadable_channel", Meaning.NO_REPLY),
          entry("restricted_action_thread_locked", Meaning.NO_REPLY),
          entry("cannot_reply_to_message", Meaning.NO_REPLY),
          entry("thread_not_found", Meaning.NO_REPLY),
          entry("invalid_thread_ts", Meaning.NO_REPLY),
          entry("cant_broadcast_message", Meaning.NO_REPLY),
          entry("account_inactive", Meaning.TOKEN),
          entry("token_revoked", Meaning.TOKEN),
          entry("token_expired", Meaning.TOKEN),
          entry("invalid_auth", Meaning.TOKEN),
          entry("not_authed", Meaning.TOKEN),
          entry("missing_scope", Meaning.TOKEN),
          entry("org_login_required", Meaning.TOKEN),
          entry("not_allowed_token_type", Meaning.TOKEN),
          entry("team_access_not_granted", Meaning.TOKEN),
          entry("accesslimited", Meaning.TOKEN),
          entry("ratelimited", Meaning.SLOW),
          entry("rate_limited", Meaning.SLOW),
          entry("message_limit_exceeded", Meaning.SLOW),
          entry("invalid_blocks", Meaning.MALFORMED),
          entry("invalid_blocks_format", Meaning.MALFORMED),
          entry("msg_blocks_too_long", Meaning.MALFORMED),
          entry("msg_too_long", Meaning.MALFORMED),
          entry("no_text", Meaning.MALFORMED),
          entry("invalid_arguments", Meaning.MALFORMED),
          entry("message_not_found", Meaning.NO_EDIT),
          entry("cant_update_message", Meaning.NO_EDIT),
          entry("edit_window_closed", Meaning.NO_EDIT),
          entry("is_inactive", Meaning.NO_EDIT),
          entry("block_mismatch", Meaning.NO_EDIT),
          entry("fatal_error", Meaning.UNCERTAIN),
          entry("internal_error", Meaning.UNCERTAIN),
          entry("service_unavailable", Meaning.AWAY),
          entry("team_added_to_org", Meaning.AWAY),
          entry("request_timeout", Meaning.AWAY),
          entry("update_failed", Meaning.AWAY),
          entry("external_channel_migrating", Meaning.AWAY));

  /// Restrictions of a workspace are many, such as `restricted_action_read_only_channel`.
  private static final String RESTRICTED = "restricted_action";

  static final String MISSING_SCOPE = "missing_scope";

  /// A channel takes about one message a second; a moment more does no harm.
  private static final Duration UNSAID = Duration.ofSeconds(5);

  /// The limit of a whole workspace is counted by the minute.
  private static final Duration UNSAID_OF_ALL = Duration.ofMinutes(1);

  private Denials() {}

  private static Meaning meaning(Reply.Denied<?> denied) {
    return meaning(denied.error());
  }

  private static Meaning meaning(String error) {
    Meaning other = error.startsWith(RESTRICTED) ? Meaning.CLOSED : Meaning.UNKNOWN;
    return MEANINGS.getOrDefault(error, other);
  }

  static SendResult result(Reply.Denied<?> denied) {
    String error = denied.error();
    return switch (meaning(denied)) {
      case CLOSED, REPLIES_ONLY -> new SendResult.ChatGone(error);
      case NO_REPLY ->
          error.startsWith(RESTRICTED)
              ? new SendResult.ChatGone(error)
              : new SendResult.Refused(error);
      case TOKEN -> new SendResult.Unavailable("Slack refuses the token: " + denied.words());
      case SLOW -> new SendResult.TooFast(wait(denied));
      case NO_EDIT -> new SendResult.MessageGone(error);
      case UNCERTAIN -> new SendResult.Uncertain(error);
      case AWAY -> new SendResult.Unavailable(error);
      case MALFORMED, UNKNOWN -> new SendResult.Refused(error);
    };
  }

  private static Duration wait(Reply.Denied<?> denied) {
    Duration said = denied.retryAfter();
    if (said != null) {
      return said.isZero() ? Duration.ofSeconds(1) : said;
    }
    return denied.error().equals("message_limit_exceeded") ? UNSAID_OF_ALL : UNSAID;
  }

  /// Whether the message may pass beside its thread.
  static boolean noReply(Reply.Denied<?> denied) {
    return meaning(denied) == Meaning.NO_REPLY;
  }

  /// Whether that holds for every thread of the channel.
  static boolean noReplyAnywhere(Reply.Denied<?> denied) {
    return denied.error().equals("restricted_action_non_threadable_channel");
  }

  /// Whether the message may pass in a thread.
  static boolean repliesOnly(Reply.Denied<?> denied) {
    return meaning(denied) == Meaning.REPLIES_ONLY;
  }

  /// Whether the message itself is what Slack does not like, so that a plainer one may pass.
  static boolean malformed(Reply.Denied<?> denied) {
    return meaning(denied) == Meaning.MALFORMED;
  }

  static boolean badToken(Reply.Denied<?> denied) {
    return meaning(denied) == Meaning.TOKEN;
  }

  static boolean slow(Reply.Denied<?> denied) {
    return meaning(denied) == Meaning.SLOW;
  }

  /// Whether Slack itself does not work.
  static boolean down(Reply.Denied<?> denied) {
    return switch (meaning(denied)) {
      case UNCERTAIN, AWAY -> true;
      case CLOSED, NO_REPLY, REPLIES_ONLY, TOKEN, SLOW, MALFORMED, NO_EDIT, UNKNOWN -> false;
    };
  }

  /// Whether the token is good and lacks a scope.
  static boolean scope(Reply.Denied<?> denied) {
    return denied.error().equals(MISSING_SCOPE);
  }

  /// Whether it has nothing to do with what was asked.
  static boolean passing(Reply.Denied<?> denied) {
    return slow(denied) || down(denied) || (badToken(denied) && !scope(denied));
  }

  /// Whether an error of the server means that nothing was done.
  static boolean undone(String error) {
    Meaning meaning = meaning(error);
    return meaning == Meaning.AWAY || meaning == Meaning.SLOW;
  }
}

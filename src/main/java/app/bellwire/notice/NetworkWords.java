package app.bellwire.notice;

import app.bellwire.chat.Address;
import app.bellwire.chat.NetworkCondition;

/// The words for a network and for what mends it, the same in a notice and on the desk. Pure.
public final class NetworkWords {
  private NetworkWords() {}

  /// `Telegram`, as a sentence begins with it.
  public static String name(String network) {
    return switch (network) {
      case Address.TELEGRAM -> "Telegram";
      case Address.SLACK -> "Slack";
      default -> "The local chat";
    };
  }

  /// What an admin does about it, as a whole sentence.
  public static String fix(NetworkCondition condition) {
    return switch (condition.kind()) {
      case TOKEN_REFUSED ->
          condition.detail().startsWith("missing_scope")
              ? "To fix: add that scope to the app at api.slack.com/apps and install it again."
              : token(condition.network());
      case SECOND_POLLER ->
          "To fix: stop the other one. If you do not know it: /revoke at @BotFather, then set the"
              + " new token.";
      case NOT_REACHED -> "Bellwire keeps trying.";
    };
  }

  private static String token(String network) {
    return "To fix: "
        + (network.equals(Address.TELEGRAM)
            ? "copy the token from @BotFather into telegram.token_file or TELEGRAM_BOT_TOKEN"
            : "set a valid token under " + network + " in the configuration")
        + " and start Bellwire again.";
  }
}

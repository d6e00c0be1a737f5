package app.bellwire.notice;

import java.util.List;
import java.util.Locale;

/// What an admin does so that a chat takes messages again, by what its network said. The words are
/// those of the Bot API's descriptions and of Slack's errors (chat.postMessage). Pure.
final class ChatFixes {
  private static final String THEN = ", then press Resume.";

  private ChatFixes() {}

  private record Fix(List<String> said, String words) {
    boolean fits(String detail) {
      return said.stream().anyMatch(detail::contains);
    }
  }

  /// The first that fits holds.
  private static final List<Fix> FIXES =
      List.of(
          new Fix(
              List.of("blocked"),
              "They have blocked the bot; it comes back by itself when they write."),
          new Fix(
              List.of("deactivated", "user_disabled"), "The account was closed. Drop what waits."),
          new Fix(List.of("not_in_channel"), "To fix: /invite @Bellwire in that channel" + THEN),
          new Fix(
              List.of("channel_not_found"),
              "To fix: if the channel is private, /invite @Bellwire there"
                  + THEN
                  + " If it was deleted, drop what waits."),
          new Fix(List.of("channel_deleted"), "The channel was deleted. Drop what waits."),
          new Fix(List.of("archived"), "To fix: bring the channel back from the archive" + THEN),
          new Fix(
              List.of("messages_tab_disabled"),
              "To fix: turn on the Messages tab under App Home of the Slack app" + THEN),
          new Fix(
              List.of("restricted_action", "no_permission"),
              "To fix: let apps post in that channel (its settings, Posting permissions)" + THEN),
          new Fix(
              List.of("ekm_access_denied"),
              "To fix: an admin of the workspace lets its keys be used again" + THEN),
          new Fix(
              List.of("rights", "forbidden to write"),
              "To fix: give the bot the right to send messages there" + THEN),
          new Fix(
              List.of("kicked", "removed", "not a member"), "To fix: add the bot again" + THEN));

  /// @param detail what the network said
  static String of(String detail) {
    String said = detail.toLowerCase(Locale.ROOT);
    return FIXES.stream()
        .filter(fix -> fix.fits(said))
        .map(Fix::words)
        .findFirst()
        .orElse("To fix: put that right there" + THEN);
  }
}

package app.bellwire.command;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Words to watch for, as the payload of a link that opens their preview for whoever follows it. It
/// carries the words themselves, so that it works for ever and names no chat. Pure.
final class DeepLink {
  /// What a network takes as a payload, in characters (core.telegram.org/bots/features).
  private static final int LONGEST = 64;

  private static final String PREFIX = "sub_";

  private DeepLink() {}

  /// @return none for words that are too long for a link
  static Optional<String> of(String words) {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    String payload = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return Optional.of(payload).filter(whole -> whole.length() <= LONGEST);
  }

  /// The words that a payload carries; none where it is something else.
  static Optional<String> words(String payload) {
    if (!payload.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(payload.substring(PREFIX.length()));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8).strip())
          .filter(words -> !words.isEmpty());
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}

package app.bellwire.chat.telegram;

import java.util.regex.Pattern;

/// Text that Telegram changes or makes live on its own, made harmless: what others have written is
/// shown and never acts. Pure.
final class Inert {
  /// Joins two words without showing; between `/` and a word it keeps both from being a command.
  private static final String JOINER = "\u2060";

  /// What clients and the server link by themselves: commands, mentions, hashtags, cashtags, and
  /// the dots and slashes of addresses.
  private static final Pattern LIVE =
      Pattern.compile(
          "(?<=(?:^|[^A-Za-z0-9_/])/)(?=[A-Za-z0-9_])"
              + "|(?<=[@#$])(?=[\\p{L}\\p{N}_])"
              + "|(?<=[\\p{L}\\p{N}]\\.)(?=\\p{L}{2})(?!ya?ml\\b)"
              + "|(?<=\\p{L}:)(?=//)");

  /// Control characters but line breaks, and those that turn the direction of all that follows.
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u2028-\\u202E\\u2066-\\u2069]");

  /// One of our commands after [#news].
  private static final Pattern JOINED_COMMAND =
      Pattern.compile(
          "(?<=^|[\\s(“])(/)"
              + JOINER
              + "(?=(?:"
              + String.join("|", CommandMenu.names())
              + ")(?![\\w@]))");

  private Inert() {}

  /// Without what Telegram takes out itself, which would shift the entities.
  static String clean(String text) {
    String lines = text.replace("\r\n", "\n").replace('\t', ' ').replace('\u2028', '\n');
    return UNSEEN.matcher(whole(lines)).replaceAll("");
  }

  /// The same, and nothing in it is live.
  static String news(String text) {
    return LIVE.matcher(clean(text)).replaceAll(JOINER);
  }

  /// Words of our own, which may hold what people and agencies call themselves: nothing is live but
  /// our commands.
  static String ours(String text) {
    String inert = news(text);
    return JOINED_COMMAND.matcher(inert).replaceAll("$1");
  }

  /// A half of a surrogate pair is no character and refused.
  private static String whole(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}

package app.bellwire.chat.slack;

import app.bellwire.chat.Shortening;
import java.util.regex.Pattern;

/// Text without what must not be sent or would change how other text is shown. Pure.
final class Clean {
  /// What stands where there is nothing to show: Slack refuses empty texts.
  static final String NOTHING = "…";

  /// Control characters but line breaks, and those that turn the direction of all that follows.
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u2028-\\u202E\\u2066-\\u2069]");

  /// Nothing that readers see.
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*");

  private Clean() {}

  static String text(String text) {
    String lines = text.replace("\r\n", "\n").replace('\t', ' ').replace('\u2028', '\n');
    return UNSEEN.matcher(whole(lines)).replaceAll("");
  }

  /// The same on one line, without blanks around it.
  static String line(String text) {
    return text(text).replace('\n', ' ').strip();
  }

  /// One line to be read at a glance, never empty.
  ///
  /// @param most UTF-16 units
  static String label(String text, int most) {
    String line = line(text);
    return blank(line) ? NOTHING : Shortening.of(line, most);
  }

  /// Whether readers see nothing of it.
  static boolean blank(CharSequence text) {
    return BLANK.matcher(text).matches();
  }

  /// In Slack's markup, where it then means nothing: no mentions, no links.
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// A half of a surrogate pair is no character and cannot be sent.
  private static String whole(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}

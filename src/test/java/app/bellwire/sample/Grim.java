package app.bellwire.sample;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words that invented news must do without.
final class Grim {
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(dead|deaths?|dies|died|die|dying|kill(ed|s|ing)|fatal(ly|ity|ities)?|casualt\\w+"
              + "|victims?|corpses?|drown\\w*|injur\\w+|wounded|murder\\w*|suicide|bomb\\w*"
              + "|explo[ds]\\w*|attack\\w*|massacre|missile\\w*|troops|war|terror\\w*|hostages?"
              + "|missing|tragedy|disaster)\\b");

  private Grim() {}

  /// The forbidden words of `text`; an agency's mark "KILL:" is not one.
  static List<String> words(String text) {
    return WORDS
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(found -> found.group())
        .toList();
  }
}

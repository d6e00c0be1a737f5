package app.bellwire.alert;

import app.bellwire.article.Copy;
import app.bellwire.chat.Shortening;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands in bold above a report. Pure.
public final class Headline {
  /// Characters of a first sentence that still stands as a headline.
  public static final int LONGEST = 110;

  private static final int SHORTEST = 40;
  private static final Pattern CLAUSE =
      Pattern.compile("[,;:](?= )| [–—-] | (?=(?:after|as|while|because|although|which|who) )");

  private Headline() {}

  /// The agency's own headline, or the first sentence; a long sentence is cut at a clause.
  public static String shown(Copy copy) {
    return cut(copy) ? shortened(copy.headline()) : copy.headline();
  }

  /// Whether the headline is a first sentence that [#shown] cuts.
  static boolean cut(Copy copy) {
    return !copy.ownHeadline() && copy.headline().length() > LONGEST;
  }

  /// `text` in at most `longest` characters, whole words.
  public static String shortened(String text, int longest) {
    return Shortening.of(text, longest);
  }

  private static String shortened(String sentence) {
    Matcher clause = CLAUSE.matcher(sentence.toLowerCase(Locale.ROOT));
    int end = -1;
    while (clause.find() && clause.start() < LONGEST) {
      end = clause.start() >= SHORTEST ? clause.start() : end;
    }
    return end < 0
        ? shortened(sentence, LONGEST)
        : sentence.substring(0, end).replaceFirst("[,;: –—-]+$", "") + "…";
  }
}

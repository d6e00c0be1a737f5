package app.bellwire.article;

import app.bellwire.text.Folding;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the dateline a wire text begins with. In doubt it finds none, as a dateline left in a text
/// is a blemish and a word taken out of it is a loss. Immutable.
final class DatelineReader {
  /// @param rest the text behind the dateline
  record Reading(String place, Optional<LocalDate> date, String agency, String rest) {
    static Reading none(String text) {
      return new Reading("", Optional.empty(), "", text);
    }

    boolean found() {
      return !place.isEmpty() || date.isPresent() || !agency.isEmpty();
    }
  }

  private static final int LONGEST = 160;
  private static final String CAPITALS =
      "\\p{Lu}[\\p{Lu}'’]+\\.?(?:[ -]\\p{Lu}[\\p{Lu}'’]+\\.?){0,3}";
  private static final String TITLE_CASE =
      "\\p{Lu}[\\p{L}'’]*[\\p{L}.](?:["
          + " -](?:\\p{Lu}[\\p{L}'’]*\\.?|de|del|la|le|of|al|el|am|an|upon|sur|der)){0,3}";
  private static final String REGION =
      "(?:, (?!"
          + Months.PATTERN
          + " ?\\d)(?:\\p{Lu}[\\p{L}.'’-]*)(?: \\p{Lu}[\\p{L}.'’-]*){0,2})?";
  private static final String MARK =
      "(?:/\\s?[^/\\n()]{2,40}?\\s?/|\\([^()\\n]{2,40}\\)|\\[[^\\[\\]\\n]{2,40}\\])";
  private static final String DASH = "(?:--|[–—-])";
  private static final String DAY = "(?:[,.]? (?<date>" + DayText.PATTERN + "))?";

  private static final Pattern STRONG =
      Pattern.compile(
          "(?<place>(?:"
              + CAPITALS
              + "|"
              + TITLE_CASE
              + ")(?:/(?:"
              + CAPITALS
              + "|"
              + TITLE_CASE
              + "))?)"
              + REGION
              + DAY
              + "[.,]? ?(?<mark>"
              + MARK
              + ")(?<after>(?:[.,:]? ?"
              + DASH
              + "+ ?|[.:] ?| (?=/))|(?<=[/\\]]) ?)");
  private static final Pattern DATED =
      Pattern.compile(
          "(?<place>"
              + CAPITALS
              + "(?:/"
              + CAPITALS
              + ")?)"
              + REGION
              + "[,.]? (?<date>"
              + DayText.PATTERN
              + ")(?: ?"
              + DASH
              + "+ |[.:] )");
  private static final Pattern DASHED =
      Pattern.compile(
          "(?<place>" + CAPITALS + "(?:/" + CAPITALS + ")?)" + REGION + "(?: -- ?| ?— | — ?| – )");
  private static final Pattern MARKED =
      Pattern.compile(
          "(?:(?<date>"
              + DayText.PATTERN
              + ")[.,]? ?)?(?<mark>"
              + MARK
              + ")(?<after>[.,:]? ?"
              + DASH
              + "+ ?|[.:] ?|(?<=[/\\]]) )");
  private static final Pattern MORE_MARKS =
      Pattern.compile("(?:" + MARK + "[.,:]? ?(?:" + DASH + " )?)");

  /// Words in capitals that begin texts and are no places.
  private static final Set<String> NO_PLACES =
      Set.of(
          ("NATO OSCE UNESCO UNICEF OPEC ASEAN AUKUS BRICS NASA IAEA WHO UN EU US USA UK IMF WTO"
               + " ICC COVID BREXIT AIDS FIFA UEFA BREAKING UPDATE LIVE EXCLUSIVE ANALYSIS OPINION"
               + " EXPLAINER FACTBOX TIMELINE INTERVIEW FOCUS WATCH VIDEO PHOTO PHOTOS NEWS SPORT"
               + " SPORTS WORLD BUSINESS URGENT ALERT FLASH BULLETIN ADVISORY CORRECTION CORRECTED"
               + " KILL WITHDRAWN RPT REFILE SUMMARY NOTE EDITOR EDITORS BACKGROUND COMMENT REVIEW"
               + " PROFILE FEATURE POLL QUOTES STATEMENT NOTICE IMPORTANT WARNING PRESIDENT"
               + " MINISTER POLICE AND THE A AN THIS WHY HOW WHAT WHEN WHERE TESLA APPLE GOOGLE IBM"
               + " BMW BBC CNN LGBT CEO GDP NGO HAMAS HEZBOLLAH TALIBAN ISIS FBI CIA FSB KGB NHS"
               + " NFL NBA MLB NHL")
              .split(" "));

  private final Set<String> ownNames;

  /// @param ownNames what the source calls itself, folded: sure to be agencies
  DatelineReader(Set<String> ownNames) {
    this.ownNames = ownNames;
  }

  /// The dateline at the start of `text` and the text behind it.
  ///
  /// @param around tells the year of a day without one
  Reading read(String text, LocalDate around) {
    String start = text.substring(0, Math.min(text.length(), LONGEST));
    return strong(STRONG.matcher(start), text, around)
        .or(() -> plain(DATED.matcher(start), text, around))
        .or(() -> plain(DASHED.matcher(start), text, around))
        .or(() -> marked(MARKED.matcher(start), text, around))
        .orElse(Reading.none(text));
  }

  private Optional<Reading> strong(Matcher matcher, String text, LocalDate around) {
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String agency = unmarked(matcher.group("mark"));
    String place = matcher.group("place");
    String rest = text.substring(matcher.end());
    boolean slashed = matcher.group("mark").startsWith("/");
    boolean sure = certain(agency) || slashed && matcher.group("date") != null;
    boolean fits =
        opens(rest, certain(agency))
            && (sure || capitals(place) && isPlace(place) && isAgency(agency, place));
    return fits ? Optional.of(reading(place, matcher, agency, rest, around)) : Optional.empty();
  }

  private Reading reading(
      String place, Matcher matcher, String agency, String rest, LocalDate around) {
    return new Reading(
        place, DayText.read(date(matcher), around), Agencies.brief(agency), withoutMarks(rest));
  }

  private Optional<Reading> plain(Matcher matcher, String text, LocalDate around) {
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String place = matcher.group("place");
    String rest = text.substring(matcher.end());
    boolean fits = isPlace(place) && opens(rest, false) && Lines.words(rest) > 2;
    return fits ? Optional.of(reading(place, matcher, "", rest, around)) : Optional.empty();
  }

  private Optional<Reading> marked(Matcher matcher, String text, LocalDate around) {
    if (!matcher.lookingAt() || !certain(unmarked(matcher.group("mark")))) {
      return Optional.empty();
    }
    String rest = text.substring(matcher.end());
    return opens(rest, true)
        ? Optional.of(reading("", matcher, unmarked(matcher.group("mark")), rest, around))
        : Optional.empty();
  }

  private static @Nullable String date(Matcher matcher) {
    return matcher.namedGroups().containsKey("date") ? matcher.group("date") : null;
  }

  private String withoutMarks(String text) {
    String rest = text.stripLeading();
    Matcher more = MORE_MARKS.matcher(rest);
    while (more.lookingAt()
        && (rest.charAt(0) == '/' || certain(unmarked(rest.substring(0, more.end()))))) {
      rest = rest.substring(more.end()).stripLeading();
      more = MORE_MARKS.matcher(rest);
    }
    return rest;
  }

  private static String unmarked(String mark) {
    return mark.replaceAll("^[/(\\[\\s]+|[/)\\].,:\\s–—-]+$", "").strip();
  }

  private boolean certain(String agency) {
    return Agencies.known(agency)
        || ownNames.contains(Folding.key(agency))
        || ownNames.contains(Folding.key(Agencies.brief(agency)))
        || agency.indexOf('/') > 0 && certain(agency.substring(0, agency.indexOf('/')));
  }

  /// A name of one to three words that does not just spell out the capitals before it.
  private static boolean isAgency(String agency, String place) {
    return agency.matches("\\p{L}[\\p{L}\\p{N}.&'’/-]*(?: [\\p{L}\\p{N}.&'’/-]+){0,2}")
        && !initials(agency).equals(place);
  }

  private static String initials(String words) {
    StringBuilder out = new StringBuilder();
    for (String word : words.split("[ -]")) {
      out.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT));
    }
    return out.toString();
  }

  private static boolean capitals(String place) {
    return place.equals(place.toUpperCase(Locale.ROOT));
  }

  private static boolean isPlace(String place) {
    String first = place.split("[ /-]")[0];
    return place.length() >= 4 && !NO_PLACES.contains(first) && !NO_PLACES.contains(place);
  }

  /// Whether a sentence may begin here.
  private static boolean opens(String rest, boolean anyLetter) {
    String text = rest.stripLeading();
    if (text.isEmpty()) {
      return false;
    }
    int c = text.codePointAt(0);
    return Character.isUpperCase(c)
        || Character.isDigit(c)
        || "\"'“‘«„(/[¿¡$€£".indexOf(c) >= 0
        || Character.isLetter(c) && (anyLetter || !Character.isLowerCase(c));
  }
}

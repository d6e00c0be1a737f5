package app.bellwire.command;

import app.bellwire.alert.Headline;
import app.bellwire.chat.RichText;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The words of a look before anything is subscribed, and of what would make it narrower, in
/// English. Pure.
final class PreviewWords {
  private static final List<String> SMALL =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private PreviewWords() {}

  static String count(int stories, long lastWeek, Duration span) {
    long days = Math.max(1, Math.round(span.toHours() / 24.0));
    String found = Counted.of(stories, "story", "stories") + " in " + days(days);
    String week = days > 7 ? ", " + Counted.figure(lastWeek) + " of them in the last 7. " : ". ";
    return stories == 0 ? found + "." : found + week + rate(stories, days);
  }

  /// `About one in ten days.` or `About 3 a day.`
  static String rate(int stories, long days) {
    if (stories >= days) {
      return "About " + Counted.figure(Math.round((double) stories / days)) + " a day.";
    }
    return "About one in " + days(Math.round((double) days / stories), true) + ".";
  }

  static String cold(int stories, int reports, Duration span, String since, String wanted) {
    if (reports == 0) {
      return "No report has been read so far. How often they come can be told tomorrow.";
    }
    if (stories == 0) {
      return "Bellwire has been reading for "
          + When.length(span)
          + ": "
          + Counted.of(reports, "report", "reports")
          + ", none with "
          + wanted
          + ". How often they come can be told tomorrow.";
    }
    return Counted.of(stories, "story", "stories")
        + " among "
        + Counted.of(reports, "report", "reports")
        + " since "
        + since
        + ".";
  }

  /// @param unread reports that nobody read for their meaning
  static String unread(int unread, int reports) {
    return Counted.of(unread, "report", "reports")
        + " of "
        + Counted.figure(reports)
        + (unread == 1 ? " was" : " were")
        + " not read for the meaning: in another language than English, or from before"
        + " story.embeddings was on.";
  }

  static String zero(Duration span, String wanted) {
    return "No report in " + days(Math.max(1, span.toDays())) + " has " + wanted + ".";
  }

  static String termCounts(List<String> terms, List<Integer> counts) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < terms.size(); i++) {
      String count = counts.get(i) == 0 ? "none" : Counted.of(counts.get(i), "story", "stories");
      out.append(i == 0 ? "" : " ").append(terms.get(i)).append(": ").append(count).append('.');
    }
    return out.toString();
  }

  static String nearSpelling(String word, int stories) {
    return " A near spelling, " + word + ": " + Counted.of(stories, "story", "stories") + ".";
  }

  static String broad(int stories, long days, long aDay) {
    return Counted.of(stories, "story", "stories")
        + " in "
        + days(days)
        + ", about "
        + Counted.figure(aDay)
        + " a day: too many to send one by one.";
  }

  static String neighbours(Optional<Integer> narrower, Optional<Integer> wider, Duration span) {
    long days = Math.max(1, Math.round(span.toHours() / 24.0));
    String narrow =
        narrower
            .map(n -> "Narrower, in the headline or first paragraph: " + n + " in " + days(days))
            .orElse("");
    String wide = wider.map(n -> "Wider, any of the words: " + n).orElse("");
    String between = narrow.isEmpty() || wide.isEmpty() ? "" : ". ";
    return narrow.isEmpty() && wide.isEmpty() ? "" : narrow + between + wide + ".";
  }

  static String use(String query) {
    return Headline.shortened("Use: " + query, Replies.LABEL);
  }

  static String useWith(String word, int stories) {
    return Headline.shortened("Use " + word, 28) + ": " + Counted.of(stories, "story", "stories");
  }

  static String inHeadlines(long aDay) {
    return "In headlines: " + Counted.figure(aDay) + " a day";
  }

  static String sendEach(long aDay) {
    return "Send each: " + Counted.figure(aDay) + " a day";
  }

  /// The place of an error: at most 30 columns of the text, and a `^` under it.
  static String pointer(String text, int offset) {
    int from = Math.max(0, Math.min(offset - 20, text.length() - 28));
    int to = Math.min(text.length(), from + 28);
    String cut = text.substring(from, to).replace('\n', ' ');
    String line = (from > 0 ? "…" : "") + cut + (to < text.length() ? "…" : "");
    return line + "\n" + " ".repeat(offset - from + (from > 0 ? 1 : 0)) + "^";
  }

  static RichText nearest(String query) {
    return RichText.build().text("Nearest that works: ").code(query).done();
  }

  static RichText less(
      String query, int paragraph, int paragraphs, int stories, List<String> cuts) {
    RichText.Builder text = RichText.build();
    text.text("Less like this: what should change in ").code(query).text("?");
    if (paragraph > 1) {
      text.text(" The words are only in paragraph " + paragraph + " of " + paragraphs + " here.");
    }
    text.text("\nOf " + Counted.of(stories, "story", "stories") + " in 30 days these would have");
    text.text(" removed: " + String.join("; ", cuts) + ".");
    return text.text("\nA word that is left out also removes later stories that have it.").done();
  }

  static RichText lessNothing(String query) {
    return RichText.build()
        .text("No simple change of ")
        .code(query)
        .text(" leaves this out and keeps the rest. Mute the story, or change the words.")
        .done();
  }

  static String cutHeadline(long removed) {
    return Counted.figure(removed) + " by the words in the headline or lead only";
  }

  static String cutWord(String word, long removed) {
    return Counted.figure(removed) + " without “" + word + "”";
  }

  static String without(String word) {
    return Headline.shortened("Without “" + word, Replies.SHARED_LABEL - 1) + "”";
  }

  static String days(long days) {
    return Counted.of(days, "day", "days");
  }

  private static String days(long days, boolean spelled) {
    return spelled && days > 1 && days < SMALL.size()
        ? SMALL.get((int) days) + " days"
        : days(days);
  }
}

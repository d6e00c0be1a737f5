package app.bellwire.render;

import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.time.Duration;
import java.util.List;

/// The words around the news, in English; the news itself is the agencies'.
final class AlertWords {
  static final String READ = "Read";
  static final String WHY = "Why";
  static final String MUTE = "Mute story";
  static final String LESS = "Less like this";
  static final String RUNNING = "Running story: 7 days";
  static final String BACKGROUND = "Background, not sent here before";
  static final String NEW = "New";
  static final String CORRECTED = "Corrected";
  static final String WITHDRAWN = "Withdrawn";
  static final String SAMPLE = " · sample";
  static final String OLDER = " · older report";
  static final String SEE_REPLY = ", see reply";
  static final String HELD = " · held from ";
  static final String EXPLAIN =
      "First alert here. “Mute story” stops this story, not the subscription.";

  static final String WAITED = ", waited since ";

  private AlertWords() {}

  static String origins(int reports) {
    return reports + " reports of different origin";
  }

  static String reports(int reports, int agencies) {
    return Counted.of(reports, "report", "reports")
        + ", "
        + Counted.of(agencies, "agency", "agencies");
  }

  static String leftOut(int paragraphs) {
    return "Left out: " + Counted.of(paragraphs, "paragraph", "paragraphs") + " this chat has.";
  }

  static String missed(int reports) {
    return Counted.of(reports, "report", "reports") + " came while it was muted.";
  }

  static String show(int reports) {
    return reports == 1 ? "Show it" : "Show the " + Counted.figure(reports);
  }

  static String muted(View.Muted muted, When when) {
    String by = muted.by().isEmpty() ? "" : " by " + muted.by();
    String end =
        when.own()
            ? " until " + when.brief(muted.until())
            : " for " + When.length(Duration.between(when.now(), muted.until()));
    return "Muted" + by + end + " · Undo";
  }

  static String correctedSilently(String agency) {
    return agency + " has corrected its report and does not say what was wrong.";
  }

  static String otherReports(List<String> agencies) {
    return agencies.isEmpty()
        ? "No other agency reports it."
        : String.join(", ", agencies)
            + (agencies.size() == 1 ? " still reports it." : " still report it.");
  }
}

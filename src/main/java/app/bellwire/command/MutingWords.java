package app.bellwire.command;

import app.bellwire.alert.Headline;
import app.bellwire.article.Article;
import app.bellwire.chat.RichText;
import app.bellwire.subscription.Mute;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The words of what is made quiet and heard again, in English. Pure.
final class MutingWords {
  /// Reports that one message lists.
  private static final int LISTED = 20;

  private MutingWords() {}

  static String mutedStory(String span, boolean many, boolean running) {
    return "Muted for "
        + span
        + (running ? ": this running story" : ": this story")
        + (many ? ", for everyone here" : "")
        + ". Corrections still come.";
  }

  static RichText muted(Optional<String> label, String end) {
    RichText.Builder text = RichText.build().text("Muted " + end + ": ");
    label.ifPresentOrElse(text::code, () -> text.text("all of this chat"));
    return text.text(". Corrections still come.").done();
  }

  static RichText mutedStoryTyped(Article lead, String end) {
    return RichText.build()
        .text("Muted " + end + ": “")
        .news(Headline.shown(lead.copy()), lead.copy().language())
        .text("”. Corrections still come.")
        .done();
  }

  static String unmuted(int missed) {
    return missed == 0
        ? "Unmuted. Nothing came meanwhile."
        : "Unmuted. " + Counted.of(missed, "report", "reports") + " came meanwhile.";
  }

  static String show(int reports) {
    return "Show the " + Counted.figure(reports);
  }

  static String end(Instant until, When when) {
    return end(until, false, when);
  }

  /// @param clock whether a time of day was asked for: it is said back, with its zone
  static String end(Instant until, boolean clock, When when) {
    return when.own() || clock
        ? "until " + when.brief(until)
        : "for " + When.length(Duration.between(when.now(), until));
  }

  static RichText muteUnknown(String words) {
    return RichText.build()
        .text("Nothing is watched here under ")
        .code(Headline.shortened(words, 60))
        .text(". " + Replies.MUTE_WHAT)
        .done();
  }

  static String unmutedOnly() {
    return "Unmuted. What comes from now on is told again.";
  }

  static RichText unmuteWhich() {
    return RichText.of("What should be heard again?");
  }

  static String muteLine(Mute mute, String name, When when) {
    return Headline.shortened(name, Replies.LABEL - 18) + ", " + end(mute.until(), when);
  }

  static RichText missed(List<Article> reports, When when) {
    RichText.Builder text =
        RichText.build().text(Counted.of(reports.size(), "report", "reports") + " came meanwhile:");
    reports.stream().limit(LISTED).forEach(one -> text.line().addAll(ReportWords.hit(one, when)));
    int more = reports.size() - LISTED;
    return text.text(more > 0 ? "\nand " + Counted.figure(more) + " more." : "").done();
  }
}

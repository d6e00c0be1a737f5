package app.bellwire.render;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Digest;
import app.bellwire.alert.Digest.Occasion;
import app.bellwire.alert.Headline;
import app.bellwire.chat.RichText;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.time.Instant;
import java.util.List;

/// What stands over stories that are told together: why they are, and how many there are. Pure.
final class DigestHead {
  /// The longest reason a network gave that is repeated, in UTF-16 units.
  private static final int REASON = 200;

  private DigestHead() {}

  static RichText of(Digest digest, When when) {
    String title = title(digest, when);
    return switch (digest.occasion()) {
      case Occasion.Daily daily -> {
        String since = ", read since " + when.full(digest.since()) + ".";
        yield titled(title, counts(digest.stories()) + since + older(digest) + withdrawn(digest));
      }
      case Occasion.QuietOver over -> titled(title, counted(digest));
      case Occasion.NewDay day -> titled(title, counted(digest));
      case Occasion.Resumed resumed -> titled(title, counted(digest));
      case Occasion.Back back ->
          RichText.of(
              title
                  + ". "
                  + Counted.of(digest.stories().size(), "story", "stories")
                  + " of that time:"
                  + withdrawn(digest));
    };
  }

  /// The first line of a message that goes on with what `of` stands over.
  ///
  /// @param place such as `2 of 3`
  static RichText again(Digest digest, String place, When when) {
    return RichText.of(title(digest, when) + " · " + place);
  }

  private static RichText titled(String title, String counts) {
    return RichText.build().bold(title).line().text(counts).done();
  }

  private static String title(Digest digest, When when) {
    Instant since = digest.since();
    Instant made = digest.made();
    return switch (digest.occasion()) {
      case Occasion.Daily daily -> "Digest · " + when.full(made);
      case Occasion.QuietOver over ->
          "While it was quiet · " + bare(when).clock(since) + "–" + when.clock(made);
      case Occasion.NewDay day -> "Over the limit of a day · since " + when.brief(since);
      case Occasion.Resumed resumed -> "While it was paused · " + span(digest, when, "–");
      case Occasion.Back back ->
          "Bellwire could not post here from "
              + span(digest, when, " to ")
              + " ("
              + Headline.shortened(back.reason(), REASON)
              + ")";
    };
  }

  /// `Fri 18:00–Mon 09:00`, or two times of the same day.
  private static String span(Digest digest, When when, String to) {
    String made = when.clock(digest.made());
    boolean sameDay = when.isToday(digest.since());
    String day = sameDay ? "" : when.full(digest.made()).substring(0, 4);
    return bare(when).brief(digest.since()) + to + day + made;
  }

  /// The first time of two does not name the zone; the second does.
  private static When bare(When when) {
    return new When(when.zone(), true, when.now());
  }

  private static String counted(Digest digest) {
    return counts(digest.stories()) + "." + withdrawn(digest);
  }

  private static String withdrawn(Digest digest) {
    return switch (digest.withdrawn()) {
      case 0 -> "";
      case 1 -> " 1 report was withdrawn before it reached this chat and is left out.";
      default ->
          " "
              + Counted.figure(digest.withdrawn())
              + " reports were withdrawn before they reached this chat and are left out.";
    };
  }

  private static String counts(List<Alert> alerts) {
    int reports = alerts.stream().mapToInt(a -> Math.max(1, Lines.standing(a).size())).sum();
    return Counted.of(alerts.size(), "story", "stories")
        + ", "
        + Counted.of(reports, "report", "reports");
  }

  private static String older(Digest digest) {
    long older = digest.stories().stream().filter(a -> a.marks().older()).count();
    if (older == 0) {
      return "";
    }
    return older == 1
        ? " 1 is older and was read for the first time."
        : " " + older + " are older and were read for the first time.";
  }
}

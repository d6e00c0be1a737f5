package app.bellwire.render;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Alert.Stamp;
import app.bellwire.alert.AlertVerbs;
import app.bellwire.alert.Digest;
import app.bellwire.alert.Digest.Occasion;
import app.bellwire.article.Article;
import app.bellwire.chat.Action;
import app.bellwire.chat.Button;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.OutgoingMessage.Priority;
import app.bellwire.chat.RichText;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns several alerts into one message. Pure.
public final class DigestRenderer {
  /// Stories a digest tells at most.
  public static final int MOST = 15;

  private static final int NAMED = 3;

  private DigestRenderer() {}

  /// The message as it is told first.
  public static OutgoingMessage render(Digest digest, View view) {
    return message(digest, Placement.POST, false, view).with(Priority.DIGEST);
  }

  /// The message as its stories now stand, as an edit without sound.
  public static OutgoingMessage edit(Digest digest, View view) {
    return message(digest, Placement.EDIT_ROOT, true, view.plain()).with(Priority.CORRECTION);
  }

  private static OutgoingMessage message(
      Digest digest, Placement placement, boolean silent, View view) {
    When when = view.at(digest.made()).when();
    RichText.Builder text = RichText.build().addAll(head(digest, when));
    stories(text, digest.stories(), when);
    next(digest)
        .ifPresent(at -> text.text("\n\nNext digest " + day(at, when) + when.clock(at) + "."));
    text.text(view.missed().isEmpty() ? "" : "\n" + Missed.line(view));
    return new OutgoingMessage(
        text.done(),
        Missed.offer(keyboard(digest, view), view),
        digest.thread(),
        placement,
        silent);
  }

  private static RichText head(Digest digest, When when) {
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
                  + Counted.of(digest.stories().size(), "story", "stories")
                  + " of that time:"
                  + withdrawn(digest));
    };
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
              + back.reason()
              + "). ";
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

  private static Optional<Instant> next(Digest digest) {
    return digest.occasion() instanceof Occasion.Daily daily ? daily.next() : Optional.empty();
  }

  private static List<List<Button>> keyboard(Digest digest, View view) {
    List<Button> row = new ArrayList<>();
    row.add(press(view, "Mute a story", Action.of(AlertVerbs.MUTE_PICK_STORY, digest.id())));
    switch (digest.occasion()) {
      case Occasion.Daily daily ->
          row.add(press(view, "Digest times", Action.of(AlertVerbs.DIGEST_TIMES)));
      case Occasion.QuietOver over ->
          row.add(press(view, "Quiet hours", Action.of(AlertVerbs.QUIET_HOURS)));
      case Occasion.NewDay day -> {}
      case Occasion.Resumed resumed -> {}
      case Occasion.Back back -> {}
    }
    return List.of(row);
  }

  private static Button press(View view, String label, Action action) {
    return new Button.Press(label, view.issue().apply(action));
  }

  /// One line for the older stories of a source that was read for the first time.
  ///
  /// @param source its name as readers know it
  /// @param told how many of them came singly before
  /// @param rest the others, newest first, at least one
  public static OutgoingMessage backlog(String source, int told, List<Article> rest) {
    RichText.Builder text = RichText.build();
    text.text(source + " was read for the first time. ");
    text.text(match(told + rest.size()));
    text.text(told == 0 ? ". They are: " : "; " + came(told, rest.size()));
    List<Article> named = rest.subList(0, Math.min(NAMED, rest.size()));
    String comma = "";
    for (Article article : named) {
      text.text(comma);
      headline(text, article);
      comma = ", ";
    }
    int more = rest.size() - named.size();
    text.text(more == 0 ? "." : " and " + Counted.figure(more) + " more.");
    return new OutgoingMessage(text.done(), List.of(), null, Placement.POST, true, Priority.DIGEST);
  }

  private static String match(int stories) {
    return stories == 1
        ? "1 older story matches here"
        : Counted.figure(stories) + " older stories match here";
  }

  private static String came(int told, int rest) {
    String newest = told == 1 ? "the newest came above" : "the " + told + " newest came above";
    return newest + (rest == 1 ? ". The other: " : ". The other " + Counted.figure(rest) + ": ");
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

  private static void stories(RichText.Builder text, List<Alert> alerts, When when) {
    List<Alert> shown = alerts.subList(0, Math.min(MOST, alerts.size()));
    int number = 1;
    for (Alert alert : shown) {
      text.text("\n\n" + number++ + ". ");
      Optional<Stamp> killed = Lines.killed(alert);
      text.addAll(
          killed
              .map(stamp -> Lines.withdrawn(alert, stamp, when))
              .orElseGet(() -> story(alert, when)));
    }
    int more = alerts.size() - shown.size();
    text.text(more == 0 ? "" : "\n\nand " + Counted.figure(more) + " more: /digest more");
  }

  private static RichText story(Alert alert, When when) {
    RichText.Builder text = RichText.build();
    headline(text, alert.lead());
    text.line().addAll(Lines.who(alert, when));
    if (!alert.sentences().isEmpty()) {
      List<String> two = alert.sentences().subList(0, Math.min(2, alert.sentences().size()));
      text.line().add(Lines.news(String.join(" ", two), alert.lead()));
    }
    return text.done();
  }

  /// The headline, as a link where there is one.
  private static void headline(RichText.Builder text, Article article) {
    Optional<URI> link = article.identity().link();
    RichText.News headline = Lines.headline(article);
    text.add(
        link.<RichText.Node>map(target -> new RichText.Link(headline.text(), target))
            .orElse(headline));
  }

  private static String day(Instant at, When when) {
    return when.isToday(at) ? "today, " : "on " + when.day(at) + ", ";
  }
}

package app.bellwire.render;

import app.bellwire.alert.Alert;
import app.bellwire.article.Article;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.OutgoingMessage.Priority;
import app.bellwire.chat.RichText;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Turns several alerts into one message. Pure.
public final class DigestRenderer {
  /// Stories a digest tells at most.
  public static final int MOST = 15;

  private static final int NAMED = 3;

  private DigestRenderer() {}

  /// A digest; its time stands in its title.
  ///
  /// @param alerts at least one
  /// @param since when the one before was made
  /// @param next when the next one comes, where that is known
  public static OutgoingMessage digest(
      List<Alert> alerts, Instant since, Optional<Instant> next, When when) {
    RichText.Builder text = RichText.build().bold("Digest · " + when.full(when.now())).line();
    text.text(counts(alerts) + ", read since " + when.full(since) + "." + older(alerts));
    stories(text, alerts, when);
    next.ifPresent(at -> text.text("\n\nNext digest " + day(at, when) + when.clock(at) + "."));
    return OutgoingMessage.of(text.done()).with(Priority.DIGEST);
  }

  /// What was held in quiet hours.
  ///
  /// @param withdrawn reports that were withdrawn before they reached the chat
  public static OutgoingMessage quietOver(
      List<Alert> alerts, int withdrawn, Instant from, When when) {
    String span = when.clock(from) + "–" + when.clock(when.now());
    RichText.Builder text = RichText.build().bold("While it was quiet · " + span).line();
    text.text(counts(alerts) + ".");
    text.text(withdrawn == 0 ? "" : " " + withdrawn(withdrawn));
    stories(text, alerts, when);
    return OutgoingMessage.of(text.done()).with(Priority.DIGEST);
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

  private static String withdrawn(int reports) {
    return reports == 1
        ? "1 report was withdrawn before it reached this chat and is left out."
        : reports + " reports were withdrawn before they reached this chat and are left out.";
  }

  private static String counts(List<Alert> alerts) {
    int reports = alerts.stream().mapToInt(a -> Math.max(1, Lines.standing(a).size())).sum();
    return Counted.of(alerts.size(), "story", "stories")
        + ", "
        + Counted.of(reports, "report", "reports");
  }

  private static String older(List<Alert> alerts) {
    long older = alerts.stream().filter(a -> a.marks().older()).count();
    if (older == 0) {
      return "";
    }
    return older == 1
        ? " 1 is older and was read for the first time."
        : " " + older + " are older and were read for the first time.";
  }

  private static void stories(RichText.Builder text, List<Alert> alerts, When when) {
    List<Alert> newest =
        alerts.stream()
            .sorted(Comparator.comparing((Alert a) -> a.lead().at()).reversed())
            .limit(MOST)
            .toList();
    int number = 1;
    for (Alert alert : newest) {
      text.text("\n\n" + number++ + ". ");
      headline(text, alert.lead());
      text.line().addAll(Lines.who(alert, when));
      if (!alert.sentences().isEmpty()) {
        List<String> two = alert.sentences().subList(0, Math.min(2, alert.sentences().size()));
        text.line().add(Lines.news(String.join(" ", two), alert.lead()));
      }
    }
    int more = alerts.size() - newest.size();
    text.text(more == 0 ? "" : "\n\nand " + Counted.figure(more) + " more.");
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

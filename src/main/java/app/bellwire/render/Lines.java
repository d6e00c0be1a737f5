package app.bellwire.render;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Alert.Kind;
import app.bellwire.alert.Alert.Stamp;
import app.bellwire.alert.Headline;
import app.bellwire.article.Article;
import app.bellwire.chat.RichText;
import app.bellwire.story.Report;
import app.bellwire.text.When;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lines alerts and digests share. Pure.
final class Lines {
  private Lines() {}

  static RichText.News headline(Article lead) {
    return new RichText.News(Headline.shown(lead.copy()), lead.copy().language());
  }

  static RichText.News news(String text, Article from) {
    return new RichText.News(text, from.copy().language());
  }

  /// `‹Anadolu›, ‹Norda› · ANKARA, 15 Feb · 2 reports, 2 agencies · updated 21:05`.
  static RichText who(Alert root, When when) {
    RichText.Builder line = RichText.build();
    List<Report> standing = standing(root);
    agencies(line, standing, root.lead());
    line.text(" · " + place(root.lead())).add(date(root.lead(), when));
    if (standing.size() > 1) {
      int agencies = byAgency(standing).size();
      line.text(" · " + AlertWords.reports(standing.size(), agencies));
    }
    root.marks().updated().ifPresent(at -> updated(line, root, at, when));
    stamps(line, root, when);
    line.text(root.marks().older() ? AlertWords.OLDER : "");
    line.text(root.marks().sample() ? AlertWords.SAMPLE : "");
    return line.done();
  }

  /// `‹Norda› · 21:05`, the report of one agency.
  static RichText by(Article article, boolean sample, When when) {
    RichText.Builder line = RichText.build();
    line.add(agency(article.agency(), article.identity().link(), article));
    line.text(" · ").add(date(article, when));
    return line.text(sample ? AlertWords.SAMPLE : "").done();
  }

  /// The agencies that stand by their reports, the lead's first.
  static List<String> agencies(Alert alert) {
    return List.copyOf(byAgency(standing(alert)).keySet());
  }

  static List<Report> standing(Alert alert) {
    return alert.reports().stream().filter(r -> !r.withdrawn()).toList();
  }

  /// The instant in the reader's own zone where it is today, else day and time in words.
  static RichText.Node at(Instant at, When when) {
    return when.isToday(at)
        ? new RichText.Time(at, when.clock(at))
        : new RichText.Text(when.full(at));
  }

  /// The day the report names, as plain text; a time only where the source gave one for today.
  static RichText.Node date(Article article, When when) {
    Optional<Instant> today = article.published().filter(when::isToday);
    if (today.isPresent()) {
      return new RichText.Time(today.get(), when.clock(today.get()));
    }
    return new RichText.Text(
        article.dateline().date().map(when::day).orElseGet(() -> when.day(article.at())));
  }

  /// `WASHINGTON, `, as the dateline writes it; empty where it names no place.
  private static String place(Article article) {
    String place = article.dateline().place();
    return place.isEmpty() ? "" : place + ", ";
  }

  private static void agencies(RichText.Builder line, List<Report> standing, Article lead) {
    Map<String, Optional<URI>> links = byAgency(standing);
    if (links.isEmpty()) {
      line.add(agency(lead.agency(), lead.identity().link(), lead));
    }
    String comma = "";
    for (Map.Entry<String, Optional<URI>> entry : links.entrySet()) {
      line.text(comma).add(agency(entry.getKey(), entry.getValue(), lead));
      comma = ", ";
    }
  }

  private static Map<String, Optional<URI>> byAgency(List<Report> reports) {
    Map<String, Optional<URI>> links = new LinkedHashMap<>();
    reports.forEach(r -> links.merge(r.agency(), r.link(), (a, b) -> a.or(() -> b)));
    return links;
  }

  private static RichText.Node agency(String name, Optional<URI> link, Article from) {
    return link.<RichText.Node>map(target -> new RichText.Link(name, target))
        .orElseGet(() -> news(name, from));
  }

  private static void updated(RichText.Builder line, Alert root, Instant at, When when) {
    boolean replied = root.extra().stamps().stream().anyMatch(s -> s.kind() == Kind.FOLLOW_UP);
    line.text(" · updated ").add(at(at, when)).text(replied ? AlertWords.SEE_REPLY : "");
  }

  private static void stamps(RichText.Builder line, Alert root, When when) {
    last(root, Kind.CORRECTED)
        .ifPresent(stamp -> line.text(" · corrected ").add(at(stamp.at(), when)));
    last(root, Kind.WITHDRAWN)
        .ifPresent(
            stamp ->
                line.text(" · " + stamp.agency() + "’s report withdrawn ")
                    .add(at(stamp.at(), when)));
  }

  /// The withdrawal that leaves a message or a line of one without a text.
  static Optional<Stamp> killed(Alert alert) {
    return last(alert.root(), Kind.WITHDRAWN)
        .filter(stamp -> alert.leadWithdrawn() || stamp.last());
  }

  /// `WITHDRAWN by Norda, 17:40. Do not use.` above the headline, struck out, and its source.
  static RichText withdrawn(Alert alert, Stamp stamp, When when) {
    RichText.Builder head = RichText.build().text("WITHDRAWN by " + stamp.agency() + ", ");
    head.add(at(stamp.at(), when)).text(". Do not use.");
    RichText.Builder text = RichText.build().add(new RichText.Bold(head.done())).line();
    text.add(new RichText.Struck(RichText.build().add(headline(alert.lead())).done())).line();
    text.add(news(alert.lead().agency(), alert.lead())).text(" · ");
    text.add(date(alert.lead(), when));
    return text.text(alert.marks().sample() ? AlertWords.SAMPLE : "").done();
  }

  static Optional<Stamp> last(Alert root, Kind kind) {
    return root.extra().stamps().reversed().stream().filter(s -> s.kind() == kind).findFirst();
  }
}

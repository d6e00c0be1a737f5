package app.bellwire.fake;

import app.bellwire.article.Article;
import app.bellwire.article.Copy;
import app.bellwire.article.Dateline;
import app.bellwire.article.Identity;
import app.bellwire.source.SourceId;
import app.bellwire.story.Event;
import app.bellwire.story.NewSentences;
import app.bellwire.story.Novelty;
import app.bellwire.story.Report;
import app.bellwire.story.StoryUpdate;
import app.bellwire.text.Folding;
import app.bellwire.text.Sentences;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An article in the making: what a test says counts, the rest is filled in. Immutable.
public record Draft(
    long id,
    String agency,
    String headline,
    boolean ownHeadline,
    List<String> paragraphs,
    Optional<Instant> published,
    Optional<LocalDate> day,
    Instant read,
    Article.Kind kind) {
  public static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  /// A report of `agency`, read at noon of 4 March 2026.
  public static Draft by(String agency, long id) {
    return new Draft(
        id,
        agency,
        "",
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        NOON,
        Article.Kind.REPORT);
  }

  public Draft headline(String text) {
    return new Draft(id, agency, text, true, paragraphs, published, day, read, kind);
  }

  /// The paragraphs; without a headline of its own the first sentence stands as one.
  public Draft says(String... text) {
    List<String> all = List.of(text);
    String first = ownHeadline ? headline : Sentences.of(all.getFirst()).getFirst();
    return new Draft(id, agency, first, ownHeadline, all, published, day, read, kind);
  }

  public Draft published(String instant) {
    Optional<Instant> at = Optional.of(Instant.parse(instant));
    return new Draft(id, agency, headline, ownHeadline, paragraphs, at, day, read, kind);
  }

  public Draft dated(String date) {
    Optional<LocalDate> at = Optional.of(LocalDate.parse(date));
    return new Draft(id, agency, headline, ownHeadline, paragraphs, published, at, read, kind);
  }

  public Draft read(Instant at) {
    return new Draft(id, agency, headline, ownHeadline, paragraphs, published, day, at, kind);
  }

  public Draft as(Article.Kind other) {
    return new Draft(id, agency, headline, ownHeadline, paragraphs, published, day, read, other);
  }

  public Article article() {
    String name = agency.toLowerCase(Locale.ROOT);
    String link = name + ".example/" + id;
    Identity identity =
        new Identity(
            link,
            Optional.of(URI.create("https://" + link)),
            link,
            Folding.key(headline),
            "content-" + id);
    return new Article(
        id,
        new SourceId(name),
        identity,
        new Copy(headline, ownHeadline, paragraphs, "en"),
        agency,
        new Dateline("", day, ""),
        List.of(),
        published,
        read,
        kind);
  }

  /// One line of an event's list of reports.
  public static Report report(Article article) {
    return new Report(
        article.id(),
        article.agency(),
        article.identity().link(),
        article.at(),
        article.dateline().date(),
        false);
  }

  public static Report withdrawn(Article article) {
    Report report = report(article);
    return new Report(
        report.articleId(), report.agency(), report.link(), report.at(), report.day(), true);
  }

  /// The event of `reports`, revision by their number.
  public static Event event(long id, Report... reports) {
    return new Event(id, id + 1000, reports.length, "headline", NOON, NOON, List.of(reports));
  }

  /// An update by which all of the article is new.
  public static StoryUpdate update(Event event, Novelty novelty, Article article) {
    List<String> fresh =
        article.copy().paragraphs().stream().flatMap(p -> Sentences.of(p).stream()).toList();
    return new StoryUpdate(
        event, novelty, article, NewSentences.of(fresh), Optional.empty(), "test");
  }
}

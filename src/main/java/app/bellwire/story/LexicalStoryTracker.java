package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import app.bellwire.story.Window.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Places articles by their words: the same article by guid, link or title; the same event by
/// shared passages, or by names, dates and leads together. A first form; its values stand in
/// [Likeness].
///
/// [#analyse] is thread-safe, the rest confined to the decider.
public final class LexicalStoryTracker implements StoryTracker {
  private final StoryStore stories;
  private final ArticleStore articles;
  private final LongSupplier ids;
  private @Nullable Window window;

  public LexicalStoryTracker(StoryStore stories, ArticleStore articles, LongSupplier ids) {
    this.stories = stories;
    this.articles = articles;
    this.ids = ids;
  }

  @Override
  public Analysis analyse(Article article) {
    return Profile.of(article);
  }

  @Override
  public void forget() {
    window = null;
  }

  @Override
  public StoryUpdate place(Article article, Analysis analysis) {
    Profile profile = (Profile) analysis;
    Window open = window(article.read());
    StoryUpdate update =
        switch (article.kind()) {
          case REPORT -> placeReport(profile, open);
          case CORRECTION -> placeCorrection(profile, open);
          case WITHDRAWAL -> placeWithdrawal(profile, open);
        };
    if (update.novelty() != Novelty.REPEAT) {
      stories.save(update.event());
      open.put(update.event(), profile);
    }
    return update;
  }

  private Window window(Instant now) {
    Instant oldest = now.minus(Likeness.STORYLINE_OPEN);
    if (window == null) {
      window = Window.read(stories, articles, oldest);
    }
    window.prune(oldest);
    return window;
  }

  private StoryUpdate placeReport(Profile profile, Window window) {
    for (Open open : window.newestFirst()) {
      if (Likenesses.sameArticle(profile, open)) {
        return revised(profile, open, "the same article");
      }
    }
    for (Open open : window.newestFirst()) {
      Optional<String> sign = Likenesses.sameEvent(profile, open, window);
      if (sign.isPresent()) {
        return joined(profile, open, sign.get());
      }
    }
    return opened(profile, window, "nothing like it in the last three days");
  }

  /// The same article again: a repeat, unless it says something it did not say before.
  private StoryUpdate revised(Profile profile, Open open, String reason) {
    Article article = profile.article();
    List<String> fresh = new NewSentences(open.articles().toList()).of(article);
    boolean sameAgency = open.articles().anyMatch(a -> a.agency().equals(article.agency()));
    if (fresh.isEmpty() && sameAgency) {
      return new StoryUpdate(
          open.event(), Novelty.REPEAT, article, List.of(), Optional.empty(), reason);
    }
    return joined(profile, open, reason);
  }

  /// Another agency's first report corroborates; an agency's further report with new sentences is
  /// an update.
  private static StoryUpdate joined(Profile profile, Open open, String reason) {
    Article article = profile.article();
    boolean agencyIsNew = open.articles().noneMatch(a -> a.agency().equals(article.agency()));
    List<String> fresh = new NewSentences(open.articles().toList()).of(article);
    Novelty novelty = agencyIsNew || fresh.isEmpty() ? Novelty.CORROBORATION : Novelty.UPDATE;
    Event event = with(open.event(), report(article), article);
    return new StoryUpdate(event, novelty, article, fresh, Optional.empty(), reason);
  }

  private StoryUpdate opened(Profile profile, Window window, String reason) {
    Article article = profile.article();
    long id = ids.getAsLong();
    long storyline =
        window.newestFirst().stream()
            .filter(open -> Likenesses.sameStoryline(profile, open))
            .map(open -> open.event().storyline())
            .findFirst()
            .orElse(id);
    Event event =
        new Event(
            id,
            storyline,
            1,
            article.copy().headline(),
            article.read(),
            article.read(),
            List.of(report(article)));
    return new StoryUpdate(
        event, Novelty.FIRST, article, Profile.sentences(article), Optional.empty(), reason);
  }

  private StoryUpdate placeCorrection(Profile profile, Window window) {
    return Originals.of(profile, window)
        .map(found -> corrected(profile, found))
        .orElseGet(() -> opened(profile, window, "a correction of a report that was not read"));
  }

  private static StoryUpdate corrected(Profile profile, Originals.Original found) {
    Article article = profile.article();
    List<String> fresh = new NewSentences(found.open().articles().toList()).of(article);
    Event event = with(found.open().event(), report(article), article);
    return new StoryUpdate(
        event,
        Novelty.CORRECTION,
        article,
        fresh,
        Optional.of(found.article()),
        "corrects " + found.article().agency() + "'s report");
  }

  private StoryUpdate placeWithdrawal(Profile profile, Window window) {
    return Originals.of(profile, window)
        .map(found -> withdrawn(profile, found))
        .orElseGet(() -> orphanWithdrawal(profile, window));
  }

  private StoryUpdate orphanWithdrawal(Profile profile, Window window) {
    StoryUpdate opened = opened(profile, window, "withdraws a report that was not read");
    return new StoryUpdate(
        opened.event(),
        Novelty.WITHDRAWAL,
        opened.article(),
        List.of(),
        Optional.empty(),
        opened.reason());
  }

  private static StoryUpdate withdrawn(Profile profile, Originals.Original found) {
    Article article = profile.article();
    Event before = found.open().event();
    List<Report> reports =
        before.reports().stream()
            .map(r -> r.agency().equals(article.agency()) ? withdrawn(r) : r)
            .toList();
    Event event =
        next(
            before,
            Stream.concat(reports.stream(), Stream.of(withdrawn(report(article)))).toList(),
            article);
    return new StoryUpdate(
        event,
        Novelty.WITHDRAWAL,
        article,
        List.of(),
        Optional.of(found.article()),
        "withdraws " + found.article().agency() + "'s report");
  }

  private static Event with(Event before, Report report, Article article) {
    List<Report> reports = new ArrayList<>(before.reports());
    reports.removeIf(r -> r.articleId() == report.articleId());
    reports.add(report);
    return next(before, reports, article);
  }

  private static Event next(Event before, List<Report> reports, Article article) {
    return new Event(
        before.id(),
        before.storyline(),
        before.revision() + 1,
        before.headline(),
        before.opened(),
        article.read(),
        reports);
  }

  private static Report report(Article article) {
    return new Report(
        article.id(),
        article.agency(),
        article.identity().link(),
        article.at(),
        article.dateline().date(),
        false);
  }

  private static Report withdrawn(Report report) {
    return new Report(
        report.articleId(), report.agency(), report.link(), report.at(), report.day(), true);
  }
}

package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Places articles by what they say: the same article by guid, link or title; the same event by
/// words, lead, names, numbers and passages together ([Likeness]), unless figures, days or time
/// speak against it ([Differences]). What is alike and yet another event continues its storyline.
/// The values stand in [Thresholds].
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
    Comparison comparison = new Comparison(article, profile, open);
    StoryUpdate update =
        switch (article.kind()) {
          case REPORT -> placeReport(article, profile, comparison);
          case CORRECTION -> placeCorrection(article, profile, comparison);
          case WITHDRAWAL -> placeWithdrawal(article, profile, comparison);
        };
    if (update.novelty() != Novelty.REPEAT) {
      stories.save(update.event());
      open.put(update.event(), profile);
    }
    return update;
  }

  private Window window(Instant now) {
    if (window == null) {
      window = Window.read(stories, articles, now);
    }
    window.moveTo(now);
    return window;
  }

  private StoryUpdate placeReport(Article article, Profile profile, Comparison comparison) {
    Optional<Open> known = sameArticle(profile, comparison);
    if (known.isPresent()) {
      return revised(article, known.get());
    }
    List<Ranked> ranked = ranked(comparison);
    for (Ranked one : ranked) {
      if (Differences.between(profile, one.open(), one.score()).isEmpty()
          && !comparison.strangers(one.open())) {
        return joined(article, one.open(), one.reason());
      }
    }
    return opened(article, ranked, reason(profile, ranked));
  }

  /// An event and how much an article is like it.
  private record Ranked(Open open, Likeness likeness) {
    double score() {
      return likeness.score();
    }

    String reason() {
      return String.format(
          Locale.ROOT,
          "words %.2f, lead %.2f, names %.2f alike",
          likeness.most(),
          likeness.leadMost(),
          likeness.names());
    }
  }

  /// The events that it may tell or continue, the most alike first.
  private static List<Ranked> ranked(Comparison comparison) {
    return comparison.candidates().stream()
        .map(open -> new Ranked(open, comparison.with(open)))
        .filter(one -> one.score() >= Thresholds.SAME_STORYLINE)
        .sorted(Comparator.comparingDouble(Ranked::score).reversed())
        .toList();
  }

  private static String reason(Profile profile, List<Ranked> ranked) {
    return ranked.stream()
        .findFirst()
        .flatMap(one -> Differences.between(profile, one.open(), one.score()))
        .orElse("nothing like it in the last weeks");
  }

  /// The event that has the article by its guid or link, or by its headline with much the same
  /// text.
  private Optional<Open> sameArticle(Profile profile, Comparison comparison) {
    Window open = Objects.requireNonNull(window);
    Profile.Keys keys = profile.keys();
    return open.under(keys.guid())
        .or(() -> open.under(keys.link()))
        .or(
            () ->
                open.under(keys.title())
                    .filter(
                        one ->
                            Differences.sameUnderOneHeadline(profile, one, comparison.with(one))));
  }

  /// The same article again: a repeat, unless it says something it did not say before.
  private StoryUpdate revised(Article article, Open open) {
    List<String> fresh = fresh(article, open);
    if (fresh.isEmpty() && open.event().agencies().contains(article.agency())) {
      return new StoryUpdate(
          open.event(), Novelty.REPEAT, article, List.of(), Optional.empty(), "the same article");
    }
    return joined(article, open, "the same article");
  }

  /// Another agency's first report corroborates; an agency's further report with new sentences is
  /// an update.
  private StoryUpdate joined(Article article, Open open, String reason) {
    boolean agencyIsNew =
        open.event().reports().stream().noneMatch(r -> r.agency().equals(article.agency()));
    List<String> fresh = fresh(article, open);
    Novelty novelty = agencyIsNew || fresh.isEmpty() ? Novelty.CORROBORATION : Novelty.UPDATE;
    Event event = with(open.event(), report(article), article);
    return new StoryUpdate(event, novelty, article, fresh, Optional.empty(), reason);
  }

  private List<String> fresh(Article article, Open open) {
    return new NewSentences(reported(open.event())).of(article);
  }

  /// The articles of an event, as far as they are kept: the first and the newest.
  private List<Article> reported(Event event) {
    List<Report> reports = event.reports();
    int newest = Math.max(1, reports.size() - Thresholds.MEMBERS + 1);
    return Stream.concat(
            reports.stream().limit(1),
            reports.subList(Math.min(newest, reports.size()), reports.size()).stream())
        .map(report -> articles.find(report.articleId()))
        .flatMap(Optional::stream)
        .toList();
  }

  private StoryUpdate opened(Article article, List<Ranked> like, String reason) {
    long id = ids.getAsLong();
    long storyline =
        like.stream().map(one -> one.open().event().storyline()).findFirst().orElse(id);
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

  private StoryUpdate placeCorrection(Article article, Profile profile, Comparison comparison) {
    return original(article, profile, comparison)
        .map(found -> corrected(article, found))
        .orElseGet(
            () ->
                opened(article, ranked(comparison), "a correction of a report that was not read"));
  }

  private Optional<Originals.Original> original(
      Article article, Profile profile, Comparison comparison) {
    return Originals.of(article, profile, comparison.candidates(), articles);
  }

  private StoryUpdate corrected(Article article, Originals.Original found) {
    Event event = with(found.open().event(), report(article), article);
    return new StoryUpdate(
        event,
        Novelty.CORRECTION,
        article,
        fresh(article, found.open()),
        Optional.of(found.article()),
        "corrects " + found.article().agency() + "'s report");
  }

  private StoryUpdate placeWithdrawal(Article article, Profile profile, Comparison comparison) {
    return original(article, profile, comparison)
        .map(found -> withdrawn(article, found))
        .orElseGet(() -> orphanWithdrawal(article));
  }

  private StoryUpdate orphanWithdrawal(Article article) {
    StoryUpdate opened = opened(article, List.of(), "withdraws a report that was not read");
    return new StoryUpdate(
        opened.event(),
        Novelty.WITHDRAWAL,
        opened.article(),
        List.of(),
        Optional.empty(),
        opened.reason());
  }

  private static StoryUpdate withdrawn(Article article, Originals.Original found) {
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

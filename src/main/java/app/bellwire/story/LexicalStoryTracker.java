package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import app.bellwire.story.Resemblance.Sort;
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
/// words, lead, names, numbers and passages together ([Likeness]), unless subject, figures, days or
/// time speak against it ([Differences]) or it is other news in the same words ([Resemblance]).
/// What is alike and yet another event continues its storyline. The values stand in [Thresholds].
///
/// [#analyse] is thread-safe, the rest confined to the decider.
public final class LexicalStoryTracker implements StoryTracker {
  private final StoryStore stories;
  private final ArticleStore articles;
  private final Steering steering;
  private final LongSupplier ids;
  private @Nullable Window window;

  /// A tracker that knows no labels.
  public LexicalStoryTracker(StoryStore stories, ArticleStore articles, LongSupplier ids) {
    this(stories, articles, StoryLabels.NONE, ids);
  }

  /// @param labels what people have said of reports, by which later ones are placed
  public LexicalStoryTracker(
      StoryStore stories, ArticleStore articles, StoryLabels labels, LongSupplier ids) {
    this.stories = stories;
    this.articles = articles;
    this.ids = ids;
    steering = new Steering(labels);
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
          case REPORT -> placeReport(article, comparison);
          case CORRECTION -> placeCorrection(article, comparison);
          case WITHDRAWAL -> placeWithdrawal(article, comparison);
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

  /// An event and how much an article is like it.
  private record Ranked(Open open, Likeness likeness) {
    double score() {
      return likeness.score();
    }

    String reason() {
      return String.format(
          Locale.ROOT,
          "like one told before: words %.0f %%, opening %.0f %%, names %.0f %% in common",
          likeness.most() * 100,
          likeness.leadMost() * 100,
          likeness.names() * 100);
    }
  }

  private StoryUpdate placeReport(Article article, Comparison comparison) {
    Optional<Open> known = sameArticle(article, comparison);
    if (known.isPresent()) {
      return revised(article, comparison, known.get());
    }
    List<Ranked> ranked = ranked(comparison);
    List<String> against = new ArrayList<>();
    for (Ranked one : ranked) {
      Optional<String> different = different(article, comparison, one);
      Optional<Open> open =
          different.isEmpty() ? steered(one.open(), comparison) : Optional.empty();
      if (open.isPresent()) {
        return joined(article, comparison, open.get(), one.reason());
      }
      against.add(
          different.orElse("another story, as somebody said")
              + ": "
              + one.open().event().headline());
    }
    return opened(
        article,
        ranked,
        against.isEmpty()
            ? "new; nothing like it in the last weeks"
            : "new; the nearest is " + against.getFirst());
  }

  private Optional<Open> steered(Open found, Comparison comparison) {
    return steering.instead(found, comparison, Objects.requireNonNull(window));
  }

  /// The events that it may tell or continue, the most alike first.
  private static List<Ranked> ranked(Comparison comparison) {
    return comparison.candidates().stream()
        .flatMap(open -> ranked(open, comparison).stream())
        .filter(one -> one.score() >= Thresholds.SAME_STORYLINE)
        .sorted(Comparator.comparingDouble(Ranked::score).reversed())
        .toList();
  }

  private static Optional<Ranked> ranked(Open open, Comparison comparison) {
    return comparison
        .with(open, Thresholds.SAME_STORYLINE)
        .map(likeness -> new Ranked(open, likeness));
  }

  /// Why the article tells another event; none when it tells this one.
  private Optional<String> different(Article article, Comparison comparison, Ranked one) {
    return Differences.between(comparison.profile(), one.open(), one.score())
        .or(() -> otherSubject(comparison, one) ? Optional.of("of another subject") : none())
        .or(() -> comparison.otherDeed(one.open()) ? Optional.of("of another deed") : none())
        .or(() -> template(article, comparison, one.open()));
  }

  private static boolean otherSubject(Comparison comparison, Ranked one) {
    boolean titled = comparison.profile().titled() && one.open().first().titled();
    return comparison.strangers(one.open())
        || titled && one.likeness().leadMost() < Thresholds.LEAST_LEAD;
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  /// Why the article is other news in the same words as the report it has most of. Without
  /// headlines to go by, names that differ further down prove nothing.
  private Optional<String> template(Article article, Comparison comparison, Open open) {
    return kept(comparison.comparable(open))
        .filter(report -> article.copy().ownHeadline() && report.copy().ownHeadline())
        .map(report -> Resemblance.of(article, report))
        .filter(resemblance -> resemblance.sort() == Sort.TEMPLATE)
        .map(resemblance -> "not the same: " + resemblance.reason())
        .findFirst();
  }

  /// The articles of the event that have much of its text, the most first.
  private Stream<Article> alike(Comparison comparison, Open open) {
    return kept(comparison.alike(open));
  }

  private Stream<Article> kept(List<Profile> members) {
    return members.stream()
        .map(member -> articles.find(member.article()))
        .flatMap(Optional::stream);
  }

  /// The event that has the article by its guid or link, or a report of much the same text under
  /// the same headline.
  private Optional<Open> sameArticle(Article article, Comparison comparison) {
    Window open = Objects.requireNonNull(window);
    Profile.Keys keys = comparison.profile().keys();
    return open.under(keys.guid())
        .or(() -> open.under(keys.link()))
        .or(
            () ->
                open.under(keys.title())
                    .filter(one -> sameUnderOneHeadline(article, comparison, one))
                    .flatMap(one -> steered(one, comparison)))
        .or(() -> repeated(article, comparison));
  }

  /// The event that has the whole text, under whatever headline and however long it has been open.
  private Optional<Open> repeated(Article article, Comparison comparison) {
    return comparison.candidates().stream()
        .filter(comparison::holdsMost)
        .filter(one -> alike(comparison, one).anyMatch(report -> repeats(article, report)))
        .flatMap(one -> steered(one, comparison).stream())
        .findFirst();
  }

  private static boolean repeats(Article article, Article report) {
    return Resemblance.of(article, report).sort() == Sort.REPOST;
  }

  private boolean sameUnderOneHeadline(Article article, Comparison comparison, Open open) {
    return Differences.sameDays(comparison.profile(), open)
        && (comparison.leadMost(open) >= Thresholds.SAME_LEAD || !comparison.alike(open).isEmpty())
        && template(article, comparison, open).isEmpty();
  }

  /// The same article again: a repeat, unless it says something it did not say before.
  private StoryUpdate revised(Article article, Comparison comparison, Open open) {
    boolean agencyIsKnown = open.event().agencies().contains(article.agency());
    return agencyIsKnown && fresh(article, open).isEmpty()
        ? new StoryUpdate(
            open.event(),
            Novelty.REPEAT,
            article,
            NewSentences.none(),
            Optional.empty(),
            "the same article")
        : joined(article, comparison, open, "the same article");
  }

  /// Another agency's first report corroborates, an agency's further report is an update.
  private StoryUpdate joined(Article article, Comparison comparison, Open open, String reason) {
    boolean agencyIsNew =
        open.event().reports().stream().noneMatch(r -> r.agency().equals(article.agency()));
    Novelty novelty = agencyIsNew ? Novelty.CORROBORATION : Novelty.UPDATE;
    List<Article> alike = alike(comparison, open).toList();
    if (alike.stream()
        .filter(report -> report.agency().equals(article.agency()))
        .anyMatch(report -> repeats(article, report))) {
      return new StoryUpdate(
          open.event(),
          Novelty.REPEAT,
          article,
          NewSentences.none(),
          Optional.empty(),
          "sent once more");
    }
    Event event = Revision.with(open.event(), article, alike);
    return new StoryUpdate(event, novelty, article, fresh(article, open), Optional.empty(), reason);
  }

  private NewSentences fresh(Article article, Open open) {
    return NewSentences.beyond(() -> reported(open.event()), article);
  }

  /// The articles of an event, as far as they are kept: the first and the newest.
  private List<Article> reported(Event event) {
    List<Report> reports = event.reports();
    int newest = Math.max(1, reports.size() - Thresholds.MEMBERS + 1);
    return Stream.concat(
            reports.stream().limit(1), reports.stream().skip(Math.min(newest, reports.size())))
        .map(report -> articles.find(report.articleId()))
        .flatMap(Optional::stream)
        .toList();
  }

  private StoryUpdate opened(Article article, List<Ranked> like, String reason) {
    long id = ids.getAsLong();
    long storyline =
        like.stream().map(one -> one.open().event().storyline()).findFirst().orElse(id);
    return new StoryUpdate(
        Revision.opening(id, storyline, article),
        Novelty.FIRST,
        article,
        NewSentences.all(article),
        Optional.empty(),
        reason);
  }

  private StoryUpdate placeCorrection(Article article, Comparison comparison) {
    return original(article, comparison)
        .map(found -> corrected(article, found))
        .orElseGet(
            () ->
                opened(article, ranked(comparison), "a correction of a report that was not read"));
  }

  private Optional<Originals.Original> original(Article article, Comparison comparison) {
    return Originals.of(article, comparison, articles);
  }

  private StoryUpdate corrected(Article article, Originals.Original found) {
    return new StoryUpdate(
        Revision.with(found.open().event(), article, List.of(found.article())),
        Novelty.CORRECTION,
        article,
        fresh(article, found.open()),
        Optional.of(found.article()),
        "corrects " + found.article().agency() + "'s report");
  }

  private StoryUpdate placeWithdrawal(Article article, Comparison comparison) {
    return original(article, comparison)
        .map(found -> withdrawn(article, found))
        .orElseGet(() -> orphanWithdrawal(article));
  }

  private StoryUpdate orphanWithdrawal(Article article) {
    StoryUpdate opened = opened(article, List.of(), "withdraws a report that was not read");
    return new StoryUpdate(
        opened.event(),
        Novelty.WITHDRAWAL,
        opened.article(),
        NewSentences.none(),
        Optional.empty(),
        opened.reason());
  }

  private static StoryUpdate withdrawn(Article article, Originals.Original found) {
    return new StoryUpdate(
        Revision.without(found.open().event(), article),
        Novelty.WITHDRAWAL,
        article,
        NewSentences.none(),
        Optional.of(found.article()),
        "withdraws " + found.article().agency() + "'s report");
  }
}

package app.bellwire.pipeline;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import app.bellwire.chat.ChatId;
import app.bellwire.match.Match;
import app.bellwire.match.Matcher;
import app.bellwire.story.Event;
import app.bellwire.story.Report;
import app.bellwire.story.StoryUpdate;
import app.bellwire.subscription.Subscription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The reports of an event as articles: the one that stands, and those that waited for others.
/// Confined to the decider and its transaction.
public final class Coverage {
  private final ArticleStore articles;
  private final Matcher matcher;

  public Coverage(ArticleStore articles, Matcher matcher) {
    this.articles = articles;
    this.matcher = matcher;
  }

  /// What waited in one chat until the event had enough origins.
  ///
  /// @param lead the first report that the chat's subscriptions ask for, put right where its agency
  ///   has corrected it
  /// @param matches with what hit in the report that was the first to match
  record Waited(Article lead, List<Match> matches) {
    Waited {
      matches = List.copyOf(matches);
    }
  }

  /// The newest report of the event that an agency stands by.
  Optional<Article> standing(Event event) {
    return standing(event.reports().reversed()).findFirst();
  }

  private Stream<Article> standing(List<Report> reports) {
    return reports.stream()
        .filter(report -> !report.withdrawn())
        .map(Report::articleId)
        .map(articles::find)
        .flatMap(Optional::stream);
  }

  /// The chats with a subscription that asks for exactly as many origins as the event has now that
  /// the update brought one more. The reports before it are matched again: what was kept waiting is
  /// kept nowhere else, so a restart loses none.
  Map<ChatId, Waited> waited(StoryUpdate update) {
    int origins = update.event().origins().size();
    Map<ChatId, Waited> waited = new LinkedHashMap<>();
    if (origins > before(update).origins().size()
        && origins > 1
        && origins <= Subscription.MOST_SOURCES) {
      List<Article> reports = standing(before(update).reports()).toList();
      for (Article report : reports) {
        for (Match match : matcher.match(report)) {
          if (asks(match, origins, report)) {
            waited.merge(
                match.subscription().chat(),
                new Waited(corrected(report, reports), List.of(match)),
                Coverage::joined);
          }
        }
      }
    }
    return waited;
  }

  private static Event before(StoryUpdate update) {
    Event event = update.event();
    return new Event(
        event.id(),
        event.storyline(),
        event.revision(),
        event.headline(),
        event.opened(),
        event.updated(),
        event.reports().stream().filter(r -> r.articleId() != update.article().id()).toList());
  }

  private static boolean asks(Match match, int origins, Article report) {
    return match.subscription().sources() == origins
        && !report.read().isBefore(match.subscription().since());
  }

  private static Article corrected(Article report, List<Article> reports) {
    return reports.reversed().stream()
        .filter(other -> other.kind() == Article.Kind.CORRECTION)
        .filter(other -> other.agency().equals(report.agency()))
        .findFirst()
        .orElse(report);
  }

  /// The first report leads; a subscription that a later one hits too is there already.
  private static Waited joined(Waited first, Waited later) {
    List<Match> matches = new ArrayList<>(first.matches());
    later.matches().stream()
        .filter(m -> matches.stream().noneMatch(has -> has.subscription().equals(m.subscription())))
        .forEach(matches::add);
    return new Waited(first.lead(), matches);
  }
}

package app.bellwire.story;

import app.bellwire.article.Article;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// Makes the next revision of an event from a report. Pure.
final class Revision {
  private Revision() {}

  static Event opening(long id, long storyline, Article article) {
    Report report = report(article, Origins.of(article, List.of()));
    return new Event(
        id,
        storyline,
        1,
        article.copy().headline(),
        article.read(),
        article.read(),
        List.of(report));
  }

  /// The event with one more report, or with a report as it now reads.
  ///
  /// @param alike its articles that have much of the report's text
  static Event with(Event before, Article article, Collection<Article> alike) {
    List<String> agencies = before.reports().stream().map(Report::agency).distinct().toList();
    Report report = report(article, Origins.of(article, agencies, alike));
    List<Report> reports = new ArrayList<>(before.reports());
    reports.removeIf(r -> r.articleId() == report.articleId());
    reports.add(report);
    return next(before, reports, article);
  }

  /// The event with the reports of the article's agency taken back.
  static Event without(Event before, Article article) {
    Stream<Report> reports =
        before.reports().stream()
            .map(report -> report.agency().equals(article.agency()) ? report.taken() : report);
    Report withdrawal = report(article, Origins.of(article, List.of())).taken();
    return next(before, Stream.concat(reports, Stream.of(withdrawal)).toList(), article);
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

  private static Report report(Article article, Collection<Origin> origins) {
    return new Report(
        article.id(),
        article.agency(),
        article.identity().link(),
        article.at(),
        article.dateline().date(),
        false,
        origins.stream().map(Origin::name).toList());
  }
}

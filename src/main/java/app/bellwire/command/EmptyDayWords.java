package app.bellwire.command;

import app.bellwire.alert.Headline;
import app.bellwire.article.Article;
import app.bellwire.chat.RichText;
import app.bellwire.query.Parts;
import app.bellwire.query.Query;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is said where no report has matched, in English. Pure.
final class EmptyDayWords {
  static final String ONCE = "\nThis is said once.";

  private EmptyDayWords() {}

  /// `No report has matched ‹words› since yesterday, 09:00. 412 reports of 14 sources were looked
  /// at.`
  static RichText none(String words, Instant since, long reports, long sources, When when) {
    return RichText.build()
        .text("No report has matched ")
        .code(words)
        .text(" since " + since(since, when) + ". ")
        .text(
            Counted.of(reports, "report", "reports")
                + " of "
                + Counted.of(sources, "source", "sources")
                + (reports == 1 ? " was" : " were")
                + " looked at.")
        .done();
  }

  private static String since(Instant at, When when) {
    boolean yesterday = LocalDate.ofInstant(at, when.zone()).equals(when.today().minusDays(1));
    return yesterday ? "yesterday, " + when.clock(at) : when.full(at);
  }

  /// ` TASS could not be read for 3 hours of that time.`
  ///
  /// @param longest of them
  static String away(List<String> sources, Duration longest) {
    if (sources.isEmpty()) {
      return "";
    }
    String names = String.join(", ", sources);
    String most = sources.size() == 1 ? " could not be read for " : " could not be read for up to ";
    return " " + names + most + When.length(longest) + " of that time.";
  }

  /// `Nearest: 1 has Lavrov, none has Stoltenberg too. ‹15 Feb: Lavrov and Blinken discuss …›`
  ///
  /// @param reports that have what was found
  static RichText nearest(Nearest.Near near, long reports, Article article, When when) {
    String found = words(near.found().stream().map(Nearest.Found::part).toList());
    String lack =
        near.missing().isEmpty()
            ? ", but " + words(near.unwanted()) + " too. "
            : ", none has " + words(near.missing()) + " too. ";
    String has = Counted.figure(reports) + (reports == 1 ? " has " : " have ");
    RichText.Builder text = RichText.build().text("\nNearest: " + has + found + lack);
    String day = article.dateline().date().map(when::day).orElseGet(() -> when.day(article.at()));
    String label = day + ": " + Headline.shown(article.copy());
    Optional<URI> link = article.identity().link();
    return text.add(
            link.<RichText.Node>map(target -> new RichText.Link(label, target))
                .orElseGet(() -> new RichText.News(label, article.copy().language())))
        .done();
  }

  private static String words(List<Query> parts) {
    return parts.stream().map(Parts::words).collect(Collectors.joining(" and "));
  }

  /// `Wider: either name`.
  static String wider(List<String> terms) {
    boolean names = terms.stream().allMatch(term -> Character.isUpperCase(term.codePointAt(0)));
    if (terms.size() == 2) {
      return names ? "Wider: either name" : "Wider: either word";
    }
    return names ? "Wider: any of the names" : "Wider: any of the words";
  }
}

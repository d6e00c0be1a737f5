package app.bellwire.command;

import app.bellwire.alert.Headline;
import app.bellwire.article.Article;
import app.bellwire.chat.RichText;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.net.URI;
import java.util.Optional;

/// A report in one line of an answer: its headline, its day, its agency, in English. Pure.
final class ReportWords {
  private ReportWords() {}

  static String leftOut(int paragraphs) {
    return "Left out: " + Counted.of(paragraphs, "paragraph", "paragraphs") + ".";
  }

  static RichText hit(Article article, When when) {
    RichText.Builder line = RichText.build();
    line.text(article.dateline().date().map(when::day).orElseGet(() -> when.day(article.at())));
    line.text(" · ").addAll(headline(article));
    return line.text(" (" + article.agency() + ")").done();
  }

  static RichText headline(Article article) {
    String shown = Headline.shown(article.copy());
    Optional<URI> link = article.identity().link();
    RichText.Node node =
        link.<RichText.Node>map(target -> new RichText.Link(shown, target))
            .orElseGet(() -> new RichText.News(shown, article.copy().language()));
    return RichText.build().add(node).done();
  }

  static String where(int paragraph) {
    return switch (paragraph) {
      case -1 -> "in the headline";
      case 0 -> "in the first paragraph";
      default -> "in paragraph " + (paragraph + 1);
    };
  }

  static RichText sample() {
    return RichText.build()
        .bold("Arven and Tolm agree to resume water treaty talks")
        .text(
            "\nNorda · sample, invented\n\nThe talks on the water treaty go on next week, the"
                + " foreign ministry of Arven said. Foreign minister Halvorsen named no place.\n\n"
                + "For ")
        .code("\"water treaty\"")
        .text(" · found “water treaty”\n\n")
        .text(
            "Under a real one stand Read, Why, Mute story and Less like this. What other agencies"
                + " add comes as a quiet reply; a correction or withdrawal always comes.")
        .done();
  }

  static String story(Article lead) {
    return story(Headline.shown(lead.copy()));
  }

  static String story(String headline) {
    return Headline.shortened(headline, Replies.LABEL);
  }
}

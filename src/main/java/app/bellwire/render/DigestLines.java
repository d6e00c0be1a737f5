package app.bellwire.render;

import app.bellwire.alert.Alert;
import app.bellwire.article.Article;
import app.bellwire.chat.RichText;
import app.bellwire.text.Sentences;
import app.bellwire.text.When;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Stories told together, numbered, within a length. Pure.
final class DigestLines {
  private static final int SENTENCES = 2;

  private DigestLines() {}

  /// The stories one under the other. Where they are too long together, those that are longest lose
  /// sentences.
  ///
  /// @param first the number of the first
  /// @param room UTF-16 units for all of them
  static RichText of(List<Alert> stories, int first, When when, int room) {
    int each = room;
    RichText lines = lines(stories, first, when, each);
    while (lines.plain().length() > room && each > 0) {
      each = each * 9 / 10;
      lines = lines(stories, first, when, each);
    }
    return lines;
  }

  private static RichText lines(List<Alert> stories, int first, When when, int each) {
    RichText.Builder lines = RichText.build();
    for (int i = 0; i < stories.size(); i++) {
      lines.addAll(line(stories.get(i), first + i, when, each));
    }
    return lines.done();
  }

  /// One story after an empty line, in at most `room` UTF-16 units; cut at a sentence.
  static RichText line(Alert alert, int number, When when, int room) {
    RichText.Builder line = RichText.build().text("\n\n" + number + ". ");
    int left = Math.max(0, room - line.done().plain().length());
    RichText story =
        Lines.killed(alert)
            .map(stamp -> Lines.withdrawn(alert, stamp, when))
            .orElseGet(() -> story(alert, when, left));
    return line.addAll(story.shortened(left)).done();
  }

  private static RichText story(Alert alert, When when, int room) {
    RichText.Builder text = RichText.build();
    headline(text, alert.lead());
    text.line().addAll(Lines.who(alert, when));
    String sentences = sentences(alert, room - text.done().plain().length() - 1);
    return sentences.isEmpty()
        ? text.done()
        : text.line().add(Lines.news(sentences, alert.lead())).done();
  }

  private static String sentences(Alert alert, int room) {
    List<String> two = alert.sentences().subList(0, Math.min(SENTENCES, alert.sentences().size()));
    String all = String.join(" ", two);
    return all.length() <= room ? all : fitting(two, room);
  }

  private static String fitting(List<String> passages, int room) {
    List<String> fitting = new ArrayList<>();
    for (String sentence : passages.stream().flatMap(p -> Sentences.of(p).stream()).toList()) {
      fitting.add(sentence);
      if (String.join(" ", fitting).length() > room) {
        fitting.removeLast();
        break;
      }
    }
    return String.join(" ", fitting);
  }

  /// The headline, as a link where there is one.
  static void headline(RichText.Builder text, Article article) {
    Optional<URI> link = article.identity().link();
    RichText.News headline = Lines.headline(article);
    text.add(
        link.<RichText.Node>map(target -> new RichText.Link(headline.text(), target))
            .orElse(headline));
  }
}

package app.bellwire.story;

import app.bellwire.article.Article;
import java.util.Collection;
import java.util.List;

/// Tells which sentences of an article an event has not had so far. Pure.
final class NewSentences {
  private final Told told;

  NewSentences(Collection<Article> told) {
    this.told =
        Told.of(told.stream().flatMap(article -> Profile.sentences(article).stream()).toList());
  }

  List<String> of(Article article) {
    return Profile.sentences(article).stream().filter(s -> !told.read(s).told()).toList();
  }
}

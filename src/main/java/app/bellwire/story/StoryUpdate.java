package app.bellwire.story;

import app.bellwire.article.Article;
import java.util.List;
import java.util.Optional;

/// Where an article was placed and what it adds there. Good inside the transaction in which the
/// article was placed, by which what is new is read.
///
/// @param event after the placement
/// @param fresh sentences of the article the event had not; for [Novelty#FIRST] all of them
/// @param replaced the article that is corrected or withdrawn, where it is known
/// @param reason why it was placed there, in a few words for `/why`
public record StoryUpdate(
    Event event,
    Novelty novelty,
    Article article,
    NewSentences fresh,
    Optional<Article> replaced,
    String reason) {

  /// Sentences of the article the event had not; for [Novelty#FIRST] all of them.
  public List<String> newSentences() {
    return fresh.list();
  }

  /// Whether it is a report that says nothing its event has not had.
  public boolean addsNothing() {
    return switch (novelty) {
      case REPEAT, CORROBORATION -> true;
      case UPDATE -> fresh.isEmpty();
      case FIRST, CORRECTION, WITHDRAWAL -> false;
    };
  }
}

package app.bellwire.story;

import app.bellwire.article.Article;
import java.util.List;
import java.util.Optional;

/// Where an article was placed and what it adds there. Immutable.
///
/// @param event after the placement
/// @param newSentences sentences of the article the event had not; for [Novelty#FIRST] all of them
/// @param replaced the article that is corrected or withdrawn, where it is known
/// @param reason why it was placed there, in a few words for `/why`
public record StoryUpdate(
    Event event,
    Novelty novelty,
    Article article,
    List<String> newSentences,
    Optional<Article> replaced,
    String reason) {
  public StoryUpdate {
    newSentences = List.copyOf(newSentences);
  }
}

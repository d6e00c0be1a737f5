package app.bellwire.alert;

import app.bellwire.story.Novelty;
import app.bellwire.story.StoryUpdate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A reader who hears every update of every storyline, one after the other, whatever chats are
/// told. Confined to one thread.
public final class Follower {
  private final Map<Long, Heard> storylines = new HashMap<>();

  /// What one update says to the reader.
  ///
  /// @param summary two or three sentences at most, none of them heard before
  /// @param fresh every sentence of the article that is neither heard nor background
  public record Reading(List<String> summary, List<String> fresh) {
    public Reading {
      summary = List.copyOf(summary);
      fresh = List.copyOf(fresh);
    }
  }

  /// Reads the update, and remembers it.
  public Reading reads(StoryUpdate update) {
    long storyline = update.event().storyline();
    Heard before = storylines.getOrDefault(storyline, Heard.NOTHING);
    Summary article = new Summary(update.article(), before);
    List<String> summary = AlertWriter.summary(update, article);
    List<String> heard = new ArrayList<>(summary);
    if (update.novelty() == Novelty.FIRST) {
      heard.addAll(article.background());
    }
    if (!heard.isEmpty()) {
      storylines.put(storyline, before.and(update.article(), heard, update.event().updated()));
    }
    return new Reading(
        summary, article.fresh(update.newSentences(), update.novelty() == Novelty.FIRST));
  }
}

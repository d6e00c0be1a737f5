package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.text.Shingles;
import app.bellwire.text.TermVector;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells which sentences of an article an event has not had so far. Pure.
final class NewSentences {
  private final Set<Long> toldPassages = new HashSet<>();
  private final List<TermVector> toldSentences;

  NewSentences(Collection<Article> told) {
    List<String> sentences =
        told.stream().flatMap(article -> Profile.sentences(article).stream()).toList();
    sentences.forEach(sentence -> toldPassages.addAll(Shingles.of(sentence)));
    toldSentences = sentences.stream().map(TermVector::of).toList();
  }

  List<String> of(Article article) {
    return Profile.sentences(article).stream().filter(this::isNew).toList();
  }

  private boolean isNew(String sentence) {
    if (Shingles.containment(Shingles.of(sentence), toldPassages) >= Thresholds.TOLD_PASSAGES) {
      return false;
    }
    TermVector words = TermVector.of(sentence);
    return toldSentences.stream().noneMatch(told -> words.cosine(told) >= Thresholds.TOLD_COSINE);
  }
}

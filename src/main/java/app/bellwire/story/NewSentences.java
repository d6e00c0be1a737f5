package app.bellwire.story;

import app.bellwire.article.Article;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/// The sentences of an article that its event has not had. To find them all reports of the event
/// are read again, so they are found when they are first asked for: most articles concern no chat.
/// Confined to one thread.
public final class NewSentences {
  private Supplier<List<String>> sentences;

  private NewSentences(Supplier<List<String>> sentences) {
    this.sentences = sentences;
  }

  /// No sentence.
  static NewSentences none() {
    return of(List.of());
  }

  /// These.
  public static NewSentences of(List<String> sentences) {
    List<String> all = List.copyOf(sentences);
    return new NewSentences(() -> all);
  }

  /// Every sentence of the article.
  static NewSentences all(Article article) {
    return new NewSentences(() -> Profile.sentences(article));
  }

  /// Those of the article that none of the others says.
  ///
  /// @param others is asked at most once
  static NewSentences beyond(Supplier<? extends Collection<Article>> others, Article article) {
    return new NewSentences(() -> find(others.get(), article));
  }

  private static List<String> find(Collection<Article> others, Article article) {
    Told told =
        Told.of(others.stream().flatMap(other -> Profile.sentences(other).stream()).toList());
    return Profile.sentences(article).stream()
        .filter(sentence -> !told.read(sentence).told())
        .toList();
  }

  /// In their order.
  public List<String> list() {
    List<String> found = sentences.get();
    sentences = () -> found;
    return found;
  }

  public boolean isEmpty() {
    return list().isEmpty();
  }
}

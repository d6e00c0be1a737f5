package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.text.TermWeights;
import app.bellwire.text.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The words of an article without those of its background: paragraphs that earlier events had,
/// and, beside an event with another lead, those that one of its reports has too. The first
/// paragraph always counts. Confined to the decider, and to one placement.
final class OwnWords {
  private final Article article;
  private final Passages.Sought passages;
  private final TermWeights weights;
  private final List<Paragraph> own;
  private final Words words;

  private record Paragraph(String text, int[] passages) {}

  /// @param terms what counts of headline and text
  /// @param background the passages of the paragraphs that do not count
  record Words(Terms.Weighed terms, Set<Integer> background) {}

  OwnWords(Article article, Profile profile, Passages.Sought passages, Window window) {
    this.article = article;
    this.passages = passages;
    weights = window.weights();
    List<Paragraph> further =
        article.copy().paragraphs().stream()
            .skip(1)
            .map(text -> new Paragraph(text, Passages.numbers(text)))
            .toList();
    Predicate<Paragraph> recycled = paragraph -> recycled(paragraph, window);
    own = further.stream().filter(recycled.negate()).toList();
    words =
        own.size() == further.size()
            ? new Words(new Terms.Weighed(profile.terms(), weights), Set.of())
            : words(own, further.stream().filter(recycled).toList());
  }

  private static boolean recycled(Paragraph paragraph, Window window) {
    int[] marks = Passages.marks(paragraph.passages());
    int known = 0;
    for (int mark : marks) {
      known += window.recycled(mark) ? 1 : 0;
    }
    return known > 1 && known >= marks.length * Thresholds.RECYCLED_PARAGRAPH;
  }

  Words words() {
    return words;
  }

  /// What counts beside an event with another lead.
  Words beside(Open open) {
    List<Passages> near =
        open.members().stream().map(Profile::passages).filter(passages::mayBeIn).toList();
    if (near.isEmpty()) {
      return words;
    }
    Predicate<Paragraph> both =
        paragraph -> near.stream().anyMatch(member -> member.hold(paragraph.passages()));
    List<Paragraph> shared = own.stream().filter(both).toList();
    if (shared.isEmpty()) {
      return words;
    }
    Words beside = words(own.stream().filter(both.negate()).toList(), shared);
    beside.background().addAll(words.background());
    return beside;
  }

  private Words words(Collection<Paragraph> counting, Collection<Paragraph> background) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(article.copy().lead());
    counting.forEach(paragraph -> paragraphs.add(paragraph.text()));
    String headline = article.copy().ownHeadline() ? article.copy().headline() : "";
    String text = headline + ".\n" + String.join("\n\n", paragraphs);
    Set<Integer> passages = new HashSet<>();
    background.forEach(p -> Arrays.stream(p.passages()).forEach(passages::add));
    return new Words(new Terms.Weighed(Terms.of(text, Thresholds.WORDS), weights), passages);
  }
}

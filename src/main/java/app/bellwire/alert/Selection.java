package app.bellwire.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The two or three sentences of a message while they are chosen. Confined to one thread.
final class Selection {
  private static final int MOST_SENTENCES = 3;
  private static final int MOST_WORDS = 85;

  /// Words from which a sentence is long.
  private static final int LONG = 40;

  private final List<Passage> above;
  private final List<Passage> taken;
  private int words;
  private int sentences;

  /// @param above what the reader has read when the text begins
  /// @param counts whether it is part of the text
  Selection(List<Passage> above, boolean counts) {
    this.above = above;
    this.taken = new ArrayList<>(above);
    if (counts) {
      above.forEach(this::count);
    }
  }

  /// Takes what fits of `passages`, the first and the short ones before the long ones.
  void offer(List<Passage> passages) {
    passages.stream().filter(p -> taken.isEmpty() || p.words() <= LONG).forEach(this::offer);
    passages.stream().filter(p -> p.words() > LONG).forEach(this::offer);
  }

  private void offer(Passage passage) {
    boolean fits =
        words + passage.words() <= MOST_WORDS && sentences + passage.sentences() <= MOST_SENTENCES;
    if ((fits || taken.isEmpty()) && !taken.contains(passage) && stands(passage)) {
      taken.add(passage);
      count(passage);
    }
  }

  /// Whether it can be understood: it does not hang on a sentence that is not taken.
  private boolean stands(Passage passage) {
    return !passage.dangles()
        || taken.stream().anyMatch(before -> before.place() == passage.place() - 1);
  }

  private void count(Passage passage) {
    words += passage.words();
    sentences += passage.sentences();
  }

  /// In the order of the article, without what stood above.
  List<Passage> taken() {
    return taken.stream()
        .filter(passage -> !above.contains(passage))
        .sorted(Comparator.comparingInt(Passage::place))
        .toList();
  }
}

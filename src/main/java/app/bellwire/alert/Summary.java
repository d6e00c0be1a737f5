package app.bellwire.alert;

import app.bellwire.article.Article;
import app.bellwire.story.Told;
import app.bellwire.text.Folding;
import app.bellwire.text.Sentences;
import app.bellwire.text.Shingles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Picks the sentences of an article that say what happened: whole, in order, none the chat was
/// told in the storyline, none that is background. Sentences are taken from the article unchanged.
/// Confined to one thread.
final class Summary {
  private static final int MOST_BACKGROUND = 2;
  private static final double SAME = 0.8;

  private final Article article;
  private final List<Passage> passages;
  private final List<Standing> standings;
  private final Set<String> keys = new HashSet<>();
  private final Told told;

  /// @param heard what the chat heard of the storyline before
  Summary(Article article, Heard heard) {
    this.article = article;
    this.passages = Passage.of(article.copy().paragraphs());
    this.standings = new Background(article, passages, heard).standings();
    this.told = Told.of(heard.sentences());
    heard.sentences().forEach(sentence -> keys.add(Folding.key(sentence)));
  }

  /// @param told sentences the chat has
  Summary(Article article, Collection<String> told) {
    this(article, Heard.sentences(told));
  }

  /// Two or three sentences of a report that is told for the first time. Where all that is new
  /// hangs on a sentence that the chat has, it is told all the same.
  List<String> whatHappened() {
    List<Passage> open =
        passages.stream()
            .filter(p -> p.place() == 0 ? !verbatim(p) : !has(p))
            .filter(p -> !saysHeadline(p) && !p.subhead() && !is(p, Standing.TAIL))
            .toList();
    List<Passage> above = above();
    List<String> taken = texts(take(open, above));
    if (taken.isEmpty()) {
      open.stream().findFirst().map(Passage::text).ifPresent(taken::add);
    }
    if (Headline.cut(article.copy())) {
      taken.addFirst(article.copy().headline());
    }
    return taken;
  }

  /// The sentences that stand above the text, as headline or as the whole of a cut one.
  private List<Passage> above() {
    return passages.stream().limit(1).filter(this::saysHeadline).toList();
  }

  /// Two or three of the sentences in `fresh` that the chat has not; none when all of them are
  /// background.
  List<String> whatIsNew(Collection<String> fresh) {
    Set<String> wanted = keys(fresh);
    return texts(
        take(
            passages.stream()
                .filter(p -> fresh(p, wanted) && !has(p) && !saysHeadline(p) && !p.subhead())
                .toList(),
            List.of()));
  }

  /// Those of `sentences` that the chat was not told and that are no background.
  ///
  /// @param opening whether the report opens an event, so that its end is background most likely
  List<String> fresh(Collection<String> sentences, boolean opening) {
    Set<String> known = new HashSet<>();
    passages.stream()
        .filter(p -> has(p) || p.subhead() || old(p, opening))
        .forEach(p -> known.addAll(keys(Sentences.of(p.text()))));
    return sentences.stream().filter(s -> !known.contains(Folding.key(s))).toList();
  }

  /// Background that the chat has not, for the fold: what happened meanwhile first.
  List<String> background() {
    return texts(
        Stream.of(Standing.MEANWHILE, Standing.BACKGROUND, Standing.TAIL)
            .flatMap(standing -> passages.stream().filter(p -> is(p, standing)))
            .filter(p -> !has(p) && !p.dangles() && !p.subhead())
            .limit(MOST_BACKGROUND)
            .toList());
  }

  /// Paragraphs none of whose sentences is in `fresh`.
  int paragraphsWithout(Collection<String> fresh) {
    Set<String> wanted = keys(fresh);
    Set<Integer> withNews = new HashSet<>();
    passages.stream().filter(p -> fresh(p, wanted)).forEach(p -> withNews.add(p.paragraph()));
    return article.copy().paragraphs().size() - withNews.size();
  }

  /// What is current in order, then what happened meanwhile, as far as sentences and words allow;
  /// of each the long sentences last, which take the place of two.
  ///
  /// @param above what the reader has read when the text begins
  private List<Passage> take(List<Passage> open, List<Passage> above) {
    boolean whole = Headline.cut(article.copy()) && !above.isEmpty();
    Selection selection = new Selection(above, whole);
    List<Passage> current =
        open.stream().filter(p -> is(p, Standing.CURRENT) || is(p, Standing.TAIL)).toList();
    selection.offer(current);
    selection.offer(open.stream().filter(p -> is(p, Standing.MEANWHILE)).toList());
    return selection.taken();
  }

  private static List<String> texts(List<Passage> passages) {
    return new ArrayList<>(passages.stream().map(Passage::text).toList());
  }

  private boolean old(Passage passage, boolean opening) {
    return is(passage, Standing.BACKGROUND) || (opening && is(passage, Standing.TAIL));
  }

  private boolean is(Passage passage, Standing standing) {
    return standings.get(passage.place()) == standing;
  }

  /// Whether the chat was told the passage, in the same words or in others.
  private boolean has(Passage passage) {
    return verbatim(passage) || told.read(passage.text()).told();
  }

  private boolean verbatim(Passage passage) {
    return Sentences.of(passage.text()).stream().map(Folding::key).allMatch(keys::contains);
  }

  private static Set<String> keys(Collection<String> sentences) {
    Set<String> keys = new HashSet<>();
    sentences.forEach(sentence -> keys.add(Folding.key(sentence)));
    return keys;
  }

  private static boolean fresh(Passage passage, Set<String> wanted) {
    return wanted.contains(Folding.key(passage.text()))
        || Sentences.of(passage.text()).stream().map(Folding::key).anyMatch(wanted::contains);
  }

  /// Whether the passage says no more than the headline above it.
  private boolean saysHeadline(Passage passage) {
    String headline = article.copy().headline();
    return Folding.key(passage.text()).equals(Folding.key(headline))
        || Shingles.containment(Shingles.of(passage.text()), Shingles.of(headline)) >= SAME;
  }
}

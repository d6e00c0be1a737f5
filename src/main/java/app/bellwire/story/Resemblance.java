package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.article.Article.Kind;
import app.bellwire.text.Shingles;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/// How much the words of an article are those of an earlier one, and what that makes of it. Wires
/// repeat items overnight, send them on longer, shorter or corrected, and write other news into the
/// same words: two companies that pay the same dividend, today's rate and yesterday's. So alike
/// words alone never make two articles one: figures and names have to agree. Pure; immutable.
///
/// Every rule errs towards telling: a wrong [Sort#REPOST] hides news, a wrong [Sort#TEMPLATE] costs
/// one message.
///
/// @param jaccard share of the word triples of both that both have
/// @param contained share of the later article's word triples that stand in the earlier one
/// @param reason why it is of this sort, in a few words for `/why`
public record Resemblance(Sort sort, double jaccard, double contained, String reason) {
  /// What the later article is to the earlier one.
  public enum Sort {
    /// The same item again, or less of it: nothing to tell.
    REPOST,
    /// The same item with more, less or other text: it belongs to the same event.
    SAME_TEXT,
    /// Other news in the same words.
    TEMPLATE,
    UNRELATED
  }

  /// From here on two texts are alike.
  static final double ALIKE_JACCARD = .5;

  /// From here on the shorter text stands in the longer one.
  static final double ALIKE_CONTAINED = .6;

  /// A shorter text is weighed as if it had so many passages: a few words in common prove nothing.
  static final int FEWEST_PASSAGES = 10;

  /// The share of an article that stands in an earlier one from which it says nothing new.
  static final double NOTHING_NEW = .9;

  /// The share of a sentence that stands in an earlier article from which it was told there.
  static final double TOLD = .5;

  /// The share of a headline's words that stand in an article which is the same item.
  static final double SAME_HEADLINE = .5;

  /// How much later an item is repeated or sent on. Beyond a weekend alike words are a habit of the
  /// desk: the central bank left its rates unchanged once more.
  static final Duration LATEST = Thresholds.COMES_BACK;

  /// How soon a desk sends out the same headline with other figures to put them right; later the
  /// same headline is the next day's.
  static final Duration MENDED = Duration.ofHours(12);

  public static Resemblance of(Article later, Article earlier) {
    return of(later, Claims.passages(later), earlier);
  }

  /// @param here see [Claims#passages], for a caller that compares with many
  static Resemblance of(Article later, Set<Long> here, Article earlier) {
    Set<Long> there = Claims.passages(earlier);
    double jaccard = Shingles.jaccard(here, there);
    double contained = Shingles.containment(here, there);
    if (jaccard < ALIKE_JACCARD && shorterContained(here, there) < ALIKE_CONTAINED) {
      return new Resemblance(Sort.UNRELATED, jaccard, contained, "other words");
    }
    Claims now = Claims.of(later, here);
    Claims then = Claims.of(earlier, there);
    Duration apart = Duration.between(earlier.at(), later.at()).abs();
    String other = otherNews(new Pair(later, now), new Pair(earlier, then), apart);
    if (!other.isEmpty()) {
      return new Resemblance(Sort.TEMPLATE, jaccard, contained, other);
    }
    return later.kind() == Kind.REPORT && contained >= NOTHING_NEW && nothingNew(now, then)
        ? new Resemblance(Sort.REPOST, jaccard, contained, "the same report again")
        : new Resemblance(Sort.SAME_TEXT, jaccard, contained, "the same text, changed");
  }

  private record Pair(Article article, Claims claims) {}

  private static double shorterContained(Set<Long> here, Set<Long> there) {
    long common = here.stream().filter(there::contains).count();
    int shorter = Math.min(here.size(), there.size());
    return (double) common / Math.max(shorter, FEWEST_PASSAGES);
  }

  private static boolean nothingNew(Claims now, Claims then) {
    return now.allFiguresBeyond(then).isEmpty()
        && now.headlineIn(then) >= SAME_HEADLINE
        && !now.hasNewSentence(then);
  }

  /// What makes the two different news, in a few words; empty when nothing does.
  private static String otherNews(Pair later, Pair earlier, Duration apart) {
    if (apart.compareTo(LATEST) > 0) {
      return "the same words, days later";
    }
    boolean soon = apart.compareTo(MENDED) <= 0;
    if (mends(later, earlier, soon)) {
      return "";
    }
    Claims now = later.claims();
    Claims then = earlier.claims();
    String names = differ(now.namesBeyond(then), then.namesBeyond(now));
    if (!names.isEmpty()) {
      return "the same words about others: " + names;
    }
    String figures =
        soon
            ? differ(now.figuresBeyond(then), then.figuresBeyond(now))
            : differ(now.fixedFiguresBeyond(then), then.fixedFiguresBeyond(now));
    return figures.isEmpty() ? "" : "the same words with other figures: " + figures;
  }

  /// Whether the later article is the earlier one put right, so that what was put right may differ:
  /// it says so, or has the same headline within hours.
  private static boolean mends(Pair later, Pair earlier, boolean soon) {
    return later.article().kind() == Kind.CORRECTION
        ? later.claims().headlineIn(earlier.claims()) >= SAME_HEADLINE
        : soon
            && later
                .article()
                .identity()
                .titleKey()
                .equals(earlier.article().identity().titleKey());
  }

  /// One of each that the other side has not, when both sides have some; one side alone has only
  /// more text.
  private static String differ(Set<String> now, Set<String> then) {
    return now.isEmpty() || then.isEmpty()
        ? ""
        : new TreeSet<>(now).first() + ", not " + new TreeSet<>(then).first();
  }
}

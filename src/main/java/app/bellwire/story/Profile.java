package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.text.Names;
import app.bellwire.text.Sentences;
import app.bellwire.text.Shingles;
import app.bellwire.text.TermVector;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/// What placing needs to know of one article. Immutable; small enough to keep for every article of
/// a week.
///
/// @param passages shingles of headline and body, sorted
/// @param lead words of headline and first paragraph
/// @param names in headline and first paragraph
record Profile(
    Article article, long[] passages, TermVector lead, TermVector whole, Set<String> names)
    implements StoryTracker.Analysis {

  static Profile of(Article article) {
    String headline = article.copy().headline();
    String lead = headline + ".\n" + article.copy().lead();
    String all = headline + ".\n" + article.copy().body();
    return new Profile(
        article,
        sorted(Shingles.of(article.copy().body())),
        TermVector.of(lead),
        TermVector.of(all),
        Names.of(lead));
  }

  private static long[] sorted(Set<Long> shingles) {
    return shingles.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  /// The day the article is about: its dateline's, else that of its publication in UTC.
  LocalDate day() {
    return article
        .dateline()
        .date()
        .orElseGet(() -> article.at().atZone(ZoneOffset.UTC).toLocalDate());
  }

  /// The share of the smaller article's passages that stand in both, leaving out the `recycled`
  /// ones.
  double sharedPassages(Profile other, LongPredicate recycled) {
    int here = 0;
    int there = 0;
    int common = 0;
    int j = 0;
    for (long passage : passages) {
      if (recycled.test(passage)) {
        continue;
      }
      here++;
      while (j < other.passages.length && other.passages[j] < passage) {
        j++;
      }
      if (j < other.passages.length && other.passages[j] == passage) {
        common++;
      }
    }
    for (long passage : other.passages) {
      there += recycled.test(passage) ? 0 : 1;
    }
    int smaller = Math.min(here, there);
    return smaller == 0 ? 0 : (double) common / smaller;
  }

  long sharedNames(Profile other) {
    return names.stream().filter(other.names::contains).count();
  }

  long daysApart(Profile other) {
    return Math.abs(ChronoUnit.DAYS.between(day(), other.day()));
  }

  boolean within(Duration span, Profile other) {
    return within(span, article, other.article);
  }

  static boolean within(Duration span, Article one, Article other) {
    return Duration.between(one.at(), other.at()).abs().compareTo(span) <= 0;
  }

  /// Every sentence of the article, the headline not among them.
  static List<String> sentences(Article article) {
    return article.copy().paragraphs().stream().flatMap(p -> Sentences.of(p).stream()).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Profile profile && profile.article.id() == article.id();
  }

  @Override
  public int hashCode() {
    return Long.hashCode(article.id());
  }

  @Override
  public String toString() {
    return "Profile[" + article.id() + ", " + Arrays.toString(names.toArray()) + "]";
  }
}

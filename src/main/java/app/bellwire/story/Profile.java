package app.bellwire.story;

import static java.util.stream.Collectors.toSet;

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
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What placing needs to know of one article. Immutable; small enough to keep for every article of
/// a week.
///
/// @param passages shingles of the body, sorted
/// @param lead words of headline and first paragraph
/// @param names in headline and first paragraph
/// @param numbers in the headline, as written
record Profile(
    Article article, long[] passages, TermVector lead, Set<String> names, Set<String> numbers)
    implements StoryTracker.Analysis {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

  static Profile of(Article article) {
    String lead = article.copy().headline() + ".\n" + article.copy().lead();
    return new Profile(
        article,
        sorted(Shingles.of(article.copy().body())),
        TermVector.of(lead),
        Names.of(lead),
        numbers(article.copy().headline()));
  }

  private static Set<String> numbers(String headline) {
    return NUMBER.matcher(headline).results().map(MatchResult::group).collect(toSet());
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
  /// ones. A short article is weighed as if it had [Likeness#FEWEST_PASSAGES]: a few words in
  /// common prove nothing.
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
    int smaller = Math.max(Math.min(here, there), Likeness.FEWEST_PASSAGES);
    return (double) common / smaller;
  }

  /// Whether both headlines give figures and none is the same: the 12th package and the 13th, 0.25
  /// and 0.50.
  boolean otherNumbers(Profile other) {
    return !numbers.isEmpty()
        && !other.numbers.isEmpty()
        && Collections.disjoint(numbers, other.numbers);
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

package app.bellwire.alert;

import app.bellwire.article.Article;
import app.bellwire.text.Folding;
import app.bellwire.text.Sentences;
import app.bellwire.text.Shingles;
import app.bellwire.text.Tokens;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Picks the sentences of an article that say what happened: whole, in order, none the chat has.
/// Sentences are taken from the article unchanged. Confined to one thread.
final class Summary {
  private static final int MOST_SENTENCES = 3;
  private static final int MOST_WORDS = 85;
  private static final int MOST_BACKGROUND = 2;
  private static final double SAME = 0.8;

  private static final Pattern DANGLING =
      Pattern.compile(
          "^[\"“«'‘]?(?:He|She|It|They|His|Her|Its|Their|This|That|These|Those|But|However|And|So"
              + "|Also|Moreover|Besides|Instead|Nevertheless|Still|Thus|Therefore|Then|Later"
              + "|Meanwhile|In addition|At the same time|After that|For (?:his|her|its|their) part"
              + "|The (?:latter|former|same|two|pair|statement|document|move))\\b.*",
          Pattern.DOTALL);
  private static final Pattern PAST_CUE =
      Pattern.compile(
          "^(?:Recently|Earlier|Previously|Last (?:month|year|week)|Since \\d{4}|Background"
              + "|For (?:months|years|decades))\\b.*|.*\\b(?:since|in) (?:19|20)\\d\\d\\b.*",
          Pattern.DOTALL);
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "\\b(?:On|on|of|since) (January|February|March|April|May|June|July|August|September"
              + "|October|November|December) (\\d{1,2})(?:, (\\d{4}))?");
  private static final int BACKGROUND_DAYS = 3;

  /// One sentence, or several that a quotation holds together.
  ///
  /// @param place counted from 0 over the whole article
  private record Passage(String text, int paragraph, int place) {
    int words() {
      return Tokens.of(text).size();
    }

    int sentences() {
      return Sentences.of(text.replaceAll("[\"“”„«»]", "")).size();
    }

    boolean dangles() {
      return DANGLING.matcher(text).matches();
    }
  }

  private final Article article;
  private final List<Passage> passages;
  private final Set<String> told = new HashSet<>();

  /// @param told sentences the chat has
  Summary(Article article, Collection<String> told) {
    this.article = article;
    this.passages = passages(article.copy().paragraphs());
    told.forEach(sentence -> this.told.add(Folding.key(sentence)));
  }

  /// Two or three sentences of a report that is told for the first time.
  List<String> whatHappened() {
    List<Passage> open = new ArrayList<>();
    for (Passage passage : passages) {
      if (!has(passage) && !saysHeadline(passage) && !background(passage)) {
        open.add(passage);
      }
    }
    if (!Headline.cut(article.copy())) {
      return texts(take(open, MOST_SENTENCES));
    }
    List<String> taken = texts(take(open, MOST_SENTENCES - 1));
    taken.addFirst(article.copy().headline());
    return taken;
  }

  /// Two or three of the sentences in `fresh` that the chat has not.
  List<String> whatIsNew(Collection<String> fresh) {
    Set<String> keys = new HashSet<>();
    fresh.forEach(sentence -> keys.add(Folding.key(sentence)));
    List<Passage> open =
        passages.stream().filter(p -> !has(p) && fresh(p, keys) && !saysHeadline(p)).toList();
    List<Passage> current = open.stream().filter(p -> !background(p)).toList();
    return texts(take(current.isEmpty() ? open : current, MOST_SENTENCES));
  }

  /// Background that the chat has not, for the fold.
  List<String> background() {
    List<Passage> open =
        passages.stream().filter(p -> !has(p) && background(p) && !p.dangles()).toList();
    return texts(open.subList(0, Math.min(MOST_BACKGROUND, open.size())));
  }

  /// Paragraphs none of whose sentences is in `fresh`.
  int paragraphsWithout(Collection<String> fresh) {
    Set<String> keys = new HashSet<>();
    fresh.forEach(sentence -> keys.add(Folding.key(sentence)));
    Set<Integer> withNews = new HashSet<>();
    passages.stream().filter(p -> fresh(p, keys)).forEach(p -> withNews.add(p.paragraph()));
    return article.copy().paragraphs().size() - withNews.size();
  }

  private static List<Passage> take(List<Passage> open, int most) {
    List<Passage> taken = new ArrayList<>();
    int words = 0;
    int sentences = 0;
    for (Passage passage : open) {
      boolean fits =
          taken.isEmpty()
              || (words + passage.words() <= MOST_WORDS && sentences + passage.sentences() <= most);
      boolean stands =
          !passage.dangles()
              || (!taken.isEmpty() && taken.getLast().place() == passage.place() - 1);
      if (fits && stands) {
        taken.add(passage);
        words += passage.words();
        sentences += passage.sentences();
      }
    }
    return taken;
  }

  private static List<String> texts(List<Passage> passages) {
    return new ArrayList<>(passages.stream().map(Passage::text).toList());
  }

  private boolean has(Passage passage) {
    return Sentences.of(passage.text()).stream().map(Folding::key).allMatch(told::contains);
  }

  private static boolean fresh(Passage passage, Set<String> keys) {
    return keys.contains(Folding.key(passage.text()))
        || Sentences.of(passage.text()).stream().map(Folding::key).anyMatch(keys::contains);
  }

  /// Whether the passage says no more than the headline above it.
  private boolean saysHeadline(Passage passage) {
    String headline = article.copy().headline();
    return Folding.key(passage.text()).equals(Folding.key(headline))
        || Shingles.containment(Shingles.of(passage.text()), Shingles.of(headline)) >= SAME;
  }

  /// Whether the passage tells what was before: by its words, by a date days before the article, or
  /// because it goes on after such a one in the same paragraph.
  private boolean background(Passage passage) {
    if (passage.place() == 0) {
      return false;
    }
    for (int i = passage.place(); i > 0; i--) {
      Passage at = passages.get(i);
      if (at.paragraph() != passage.paragraph()) {
        return false;
      }
      if (PAST_CUE.matcher(at.text()).matches() || namesEarlierDay(at.text())) {
        return true;
      }
    }
    return false;
  }

  private boolean namesEarlierDay(String text) {
    LocalDate day =
        article.dateline().date().orElse(LocalDate.ofInstant(article.at(), ZoneOffset.UTC));
    Matcher date = MONTH_DAY.matcher(text);
    while (date.find()) {
      if (earlier(date, day)) {
        return true;
      }
    }
    return false;
  }

  private static boolean earlier(Matcher date, LocalDate day) {
    Month month = Month.valueOf(date.group(1).toUpperCase(Locale.ROOT));
    int year = date.group(3) == null ? day.getYear() : Integer.parseInt(date.group(3));
    int dayOfMonth = Math.clamp(Integer.parseInt(date.group(2)), 1, month.minLength());
    LocalDate named = LocalDate.of(year, month, dayOfMonth);
    boolean lastYear = date.group(3) == null && named.isAfter(day.plusMonths(6));
    return (lastYear ? named.minusYears(1) : named).isBefore(day.minusDays(BACKGROUND_DAYS));
  }

  private static List<Passage> passages(List<String> paragraphs) {
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      for (String text : closed(Sentences.of(paragraphs.get(i)))) {
        passages.add(new Passage(text, i, passages.size()));
      }
    }
    return passages;
  }

  /// Sentences, those inside one quotation joined; one that its paragraph does not close is left
  /// out.
  private static List<String> closed(List<String> sentences) {
    List<String> closed = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String sentence : sentences) {
      open.append(open.isEmpty() ? "" : " ").append(sentence);
      if (!quoteOpen(open)) {
        closed.add(open.toString());
        open.setLength(0);
      }
    }
    return closed;
  }

  static boolean quoteOpen(CharSequence text) {
    int straight = 0;
    int curly = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"' -> straight++;
        case '“', '„', '«' -> curly++;
        case '”', '»' -> curly--;
        default -> {}
      }
    }
    return straight % 2 != 0 || curly > 0;
  }
}

package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.article.Identity;
import app.bellwire.text.Names;
import app.bellwire.text.Sentences;
import app.bellwire.text.StableHash;
import app.bellwire.text.StopWords;
import app.bellwire.text.Terms;
import app.bellwire.text.Token;
import app.bellwire.text.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What placing needs to know of one article, in about two kilobytes: it is kept for every article
/// of an open event. Immutable.
///
/// @param day the day the article is about: its dateline's, else that of its publication in UTC
/// @param stated the days its opening names; none when nothing says when it was written
/// @param terms of headline and text
/// @param lead of headline and opening
/// @param subject of the headline, where there is none of the first words
/// @param titled whether it has a headline of its own
/// @param names in headline and opening
/// @param numbers in headline and opening
/// @param figures of the headline that tell one such event from the next
/// @param deed of a [#brief] report what headline and opening say besides names and offices;
///   nothing of another
record Profile(
    long article,
    String agency,
    Article.Kind kind,
    Keys keys,
    Instant at,
    LocalDate day,
    Set<LocalDate> stated,
    Terms terms,
    Terms lead,
    Terms subject,
    boolean titled,
    Terms names,
    Terms numbers,
    HeadlineFigures figures,
    Passages passages,
    Terms deed)
    implements StoryTracker.Analysis {
  Profile {
    stated = Set.copyOf(stated);
  }

  private static final Pattern NO_SUBJECT =
      Pattern.compile(".*\\d.*|.|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]+");
  private static final Terms NOTHING = Terms.ofWords(List.of());

  static Profile of(Article article) {
    String headline = article.copy().ownHeadline() ? article.copy().headline() : "";
    String text = headline + ".\n" + article.copy().body();
    List<Token> all = Tokens.of(text);
    int body = (int) all.stream().filter(word -> word.start() < headline.length()).count();
    List<Token> lead = first(all, body + Thresholds.LEAD_WORDS);
    List<Token> opening = all.subList(body, Math.min(all.size(), body + Thresholds.SUBJECT_WORDS));
    String leadText =
        text.substring(0, lead.size() < all.size() ? all.get(lead.size()).start() : text.length());
    Terms terms = Terms.of(first(all, Thresholds.WORDS));
    return new Profile(
        article.id(),
        article.agency(),
        article.kind(),
        Keys.of(article),
        article.at(),
        day(article),
        stated(article),
        terms,
        Terms.of(lead),
        subject(headline.isEmpty() ? opening : first(all, body)),
        !headline.isEmpty(),
        Terms.ofWords(Names.of(leadText)),
        Terms.ofWords(
            lead.stream()
                .map(Token::folded)
                .filter(word -> NUMBER.matcher(word).matches())
                .toList()),
        HeadlineFigures.of(article.copy()),
        Passages.of(all.subList(body, all.size())),
        brief(!headline.isEmpty(), terms) ? Terms.of(Names.without(leadText)) : NOTHING);
  }

  /// Whether it is a headline with hardly more than two or three sentences.
  boolean brief() {
    return brief(titled, terms);
  }

  private static boolean brief(boolean titled, Terms terms) {
    return titled && terms.size() < Thresholds.BRIEF_TERMS;
  }

  private static List<Token> first(List<Token> words, int most) {
    return words.subList(0, Math.min(most, words.size()));
  }

  /// Words that can name a subject: no numbers, no months.
  private static Terms subject(List<Token> words) {
    return Terms.ofWords(
        words.stream()
            .map(Token::folded)
            .filter(word -> !StopWords.contains(word) && !NO_SUBJECT.matcher(word).matches())
            .toList());
  }

  private static LocalDate day(Article article) {
    return article
        .dateline()
        .date()
        .orElseGet(() -> article.at().atZone(ZoneOffset.UTC).toLocalDate());
  }

  private static Set<LocalDate> stated(Article article) {
    boolean dated = article.published().isPresent() || article.dateline().date().isPresent();
    return dated ? StatedDays.of(article.copy().lead(), day(article)) : Set.of();
  }

  /// Every sentence of the article, the headline not among them.
  static List<String> sentences(Article article) {
    return article.copy().paragraphs().stream().flatMap(p -> Sentences.of(p).stream()).toList();
  }

  /// By what an article is known again, as numbers.
  ///
  /// @param guid of source and guid
  /// @param link 0 when it has none
  /// @param title 0 when it has none
  record Keys(long guid, long link, long title) {
    static Keys of(Article article) {
      Identity identity = article.identity();
      return new Keys(
          StableHash.of("g " + article.source().value() + " " + identity.guid()),
          identity.linkKey().isEmpty() ? 0 : StableHash.of("l " + identity.linkKey()),
          identity.titleKey().isEmpty() ? 0 : StableHash.of("t " + identity.titleKey()));
    }

    /// Those it has.
    List<Long> all() {
      return Stream.of(guid, link, title).filter(key -> key != 0).toList();
    }
  }
}

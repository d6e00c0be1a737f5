package app.bellwire.story;

import static java.util.stream.Collectors.toSet;

import app.bellwire.article.Article;
import app.bellwire.article.Copy;
import app.bellwire.text.Figures;
import app.bellwire.text.Sentences;
import app.bellwire.text.Shingles;
import app.bellwire.text.StopWords;
import app.bellwire.text.Token;
import app.bellwire.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What an article states that another of alike words must state too to be the same news: its
/// figures and whom it is about. Immutable.
///
/// @param passages see [#passages(Article)]
/// @param headline its words in order, without stop words
/// @param words all words of headline and text
/// @param names capitalised words of the lead, and of the headline where its capitals mean
///   something; of a short text the first words of the headline too, since nothing else says whom
///   it is about
/// @param figures of headline and lead; of a short text all
/// @param allFigures of headline and text
/// @param tolls those of them that grow while the event goes on
record Claims(
    Copy copy,
    Set<Long> passages,
    List<String> headline,
    Set<String> words,
    Set<String> names,
    Set<String> figures,
    Set<String> allFigures,
    Set<String> tolls) {
  /// Passages under which a text is short: a table of results, a dividend, a flash.
  static final int SHORT = 40;

  /// Words of a headline that say whom it is about.
  private static final int SUBJECT = 3;

  /// Passages a sentence has at least that is more than a tag such as "he added".
  private static final int SENTENCE = 5;

  /// The shingles of the text; of the headline where there is no text.
  static Set<Long> passages(Article article) {
    Copy copy = article.copy();
    return Shingles.of(copy.body().isBlank() ? copy.headline() : copy.body());
  }

  static Claims of(Article article, Set<Long> passages) {
    Copy copy = article.copy();
    String all = copy.headline() + ".\n" + copy.body();
    boolean brief = passages.size() < SHORT;
    List<String> headline = telling(copy.headline());
    Set<String> names = capitalised(copy.lead());
    names.addAll(capitalised(copy.headline()));
    if (brief) {
      headline.stream().distinct().limit(SUBJECT).forEach(names::add);
    }
    return new Claims(
        copy,
        passages,
        headline,
        Tokens.of(all).stream().map(Token::folded).collect(toSet()),
        names,
        Figures.of(brief ? all : copy.headline() + ".\n" + copy.lead()),
        Figures.of(all),
        Tolls.of(all));
  }

  private static List<String> telling(String headline) {
    return Tokens.of(headline).stream()
        .filter(Claims::isWord)
        .filter(Claims::says)
        .map(Token::folded)
        .toList();
  }

  /// Capitalised words, also the first of a sentence when the text never has it in lower case; none
  /// of a line that is in capitals throughout.
  private static Set<String> capitalised(String text) {
    Set<String> plain =
        Tokens.of(text).stream().filter(Claims::lowerCase).map(Token::folded).collect(toSet());
    Set<String> names = new HashSet<>();
    for (String sentence : Sentences.of(text)) {
      List<Token> tokens = Tokens.of(sentence).stream().filter(Claims::says).toList();
      if (tokens.stream().anyMatch(Claims::lowerCase)) {
        tokens.stream().filter(Token::capitalised).map(Token::folded).forEach(names::add);
      }
    }
    names.removeAll(plain);
    return names;
  }

  private static boolean isWord(Token token) {
    return token.surface().codePoints().anyMatch(Character::isLetter);
  }

  private static boolean lowerCase(Token token) {
    return Character.isLowerCase(token.surface().codePointAt(0));
  }

  private static boolean says(Token token) {
    return token.surface().length() > 1 && !StopWords.contains(token.folded());
  }

  /// Names of this article that the other does not have anywhere.
  Set<String> namesBeyond(Claims other) {
    return beyond(names, other.words);
  }

  /// Figures of headline and lead that the other does not have anywhere, tolls not among them.
  Set<String> figuresBeyond(Claims other) {
    return withoutTolls(beyond(figures, other.allFigures));
  }

  /// Figures that the other does not have anywhere, tolls not among them.
  Set<String> fixedFiguresBeyond(Claims other) {
    return withoutTolls(allFiguresBeyond(other));
  }

  private Set<String> withoutTolls(Set<String> some) {
    return beyond(some, tolls);
  }

  /// Figures that the other does not have anywhere.
  Set<String> allFiguresBeyond(Claims other) {
    return beyond(allFigures, other.allFigures);
  }

  private static Set<String> beyond(Set<String> own, Set<String> others) {
    return own.stream().filter(one -> !others.contains(one)).collect(toSet());
  }

  /// The share of the headline's words that stand in the other.
  double headlineIn(Claims other) {
    long known = headline.stream().filter(other.words::contains).count();
    return headline.isEmpty() ? 1 : (double) known / headline.size();
  }

  /// Whether a sentence stands here that the other has neither so nor alike.
  boolean hasNewSentence(Claims other) {
    return Sentences.of(copy.body()).stream()
        .map(Shingles::of)
        .filter(sentence -> sentence.size() >= SENTENCE)
        .anyMatch(s -> Shingles.containment(s, other.passages) < Resemblance.TOLD);
  }
}

package app.bellwire.alert;

import app.bellwire.alert.Alert.Change;
import app.bellwire.article.Article;
import app.bellwire.text.Folding;
import app.bellwire.text.Sentences;
import app.bellwire.text.TermVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tells what a corrected article says otherwise. Pure.
public final class Corrections {
  private static final double ALIKE = 0.35;
  private static final int MOST = 3;
  private static final Pattern NOTE =
      Pattern.compile(
          "^[(\\[]?(?:Corrects|Correction|Corrected|Fixes|This (?:story|report) (?:has been )?"
              + "correct(?:s|ed))\\b.*|.*\\b(?:withdrawn|withdraws|killed|retracted) (?:because"
              + "|after|owing|due)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Corrections() {}

  /// Sentences that differ, headline first, at most three; paired by likeness.
  static List<Change> between(Article old, Article now) {
    List<Change> changes = new ArrayList<>();
    List<String> gone = missing(old, now);
    List<String> come = missing(now, old);
    come.removeIf(sentence -> NOTE.matcher(sentence).matches());
    for (String was : gone) {
      Optional<String> twin = twin(was, come);
      twin.ifPresent(come::remove);
      changes.add(new Change(was, twin.orElse("")));
    }
    come.forEach(added -> changes.add(new Change("", added)));
    return List.copyOf(changes.subList(0, Math.min(MOST, changes.size())));
  }

  /// What the agency itself says was wrong: its note, else a sentence of the article; none when it
  /// says nothing.
  static Optional<String> note(Article article) {
    return article
        .copy()
        .note()
        .or(() -> sentences(article).filter(s -> NOTE.matcher(s).matches()).findFirst());
  }

  /// Whether only letters were put in order: nothing a reader has to be told again.
  public static boolean onlySpelling(List<Change> changes) {
    return !changes.isEmpty() && changes.stream().allMatch(Corrections::spelling);
  }

  private static boolean spelling(Change change) {
    String[] was = Folding.fold(change.was()).split(" ");
    String[] now = Folding.fold(change.now()).split(" ");
    if (was.length != now.length) {
      return false;
    }
    for (int i = 0; i < was.length; i++) {
      if (!was[i].equals(now[i]) && !sameLetters(was[i], now[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameLetters(String a, String b) {
    char[] x = a.toCharArray();
    char[] y = b.toCharArray();
    Arrays.sort(x);
    Arrays.sort(y);
    boolean words = a.chars().allMatch(c -> Character.isLetter(c) || c == '.' || c == ',');
    return words && a.length() >= 5 && Arrays.equals(x, y);
  }

  private static List<String> missing(Article from, Article in) {
    Set<String> there = new HashSet<>();
    sentences(in).forEach(s -> there.add(Folding.fold(s)));
    List<String> missing = new ArrayList<>();
    sentences(from).filter(s -> !there.contains(Folding.fold(s))).forEach(missing::add);
    return missing;
  }

  private static Optional<String> twin(String was, List<String> candidates) {
    TermVector vector = TermVector.of(was);
    return candidates.stream()
        .filter(s -> vector.cosine(TermVector.of(s)) >= ALIKE)
        .max(Comparator.comparingDouble(s -> vector.cosine(TermVector.of(s))));
  }

  private static Stream<String> sentences(Article article) {
    Stream<String> body =
        article.copy().paragraphs().stream().flatMap(p -> Sentences.of(p).stream());
    return article.copy().ownHeadline()
        ? Stream.concat(Stream.of(article.copy().headline()), body)
        : body;
  }
}

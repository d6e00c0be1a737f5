package app.bellwire.match;

import app.bellwire.match.MatchText.Spot;
import app.bellwire.query.Query.Field;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A word or a phrase of a query, in every spelling it may have. Immutable.
///
/// @param phrase whether the query asked for it as a phrase
record Pattern(List<Sequence> spellings, boolean phrase) {
  Pattern {
    spellings = List.copyOf(spellings);
  }

  /// Words that follow one another in one paragraph.
  ///
  /// @param words at least one
  /// @param slop how many other words may stand between them all
  /// @param name whether an initial may stand between any two
  record Sequence(List<WordTest> words, int slop, boolean name) {
    Sequence {
      words = List.copyOf(words);
    }
  }

  /// Words of a text by index, both ends included.
  record Span(int first, int last) {}

  /// The first place within `scope`.
  Optional<Span> first(MatchText text, Set<Field> scope) {
    return spellings.stream()
        .flatMap(spelling -> spans(spelling, text, scope).findFirst().stream())
        .min(Comparator.comparingInt(Span::first));
  }

  /// Every place within `scope`, in reading order.
  List<Span> all(MatchText text, Set<Field> scope) {
    return spellings.stream()
        .flatMap(spelling -> spans(spelling, text, scope))
        .sorted(Comparator.comparingInt(Span::first))
        .toList();
  }

  private static Stream<Span> spans(Sequence sequence, MatchText text, Set<Field> scope) {
    WordTest first = sequence.words().getFirst();
    return first.candidates(text).stream()
        .filter(i -> scope.contains(text.spot(i).field()) && first.passes(text.spot(i)))
        .flatMap(i -> from(i, sequence, text).stream());
  }

  /// The spans that begin at `start`, the shortest first: each word but the last is taken where it
  /// comes next, the last one wherever it stands.
  private static List<Span> from(int start, Sequence sequence, MatchText text) {
    int at = start;
    int left = sequence.slop();
    for (WordTest word : sequence.words().subList(1, sequence.words().size())) {
      int next = at + 1;
      boolean initial = sequence.name() && isInitial(text, start, next);
      if (initial && !passes(word, text, start, next)) {
        next++;
      }
      while (left > 0 && !passes(word, text, start, next)) {
        next++;
        left--;
      }
      if (!passes(word, text, start, next)) {
        return List.of();
      }
      at = next;
    }
    WordTest last = sequence.words().getLast();
    return Stream.concat(
            Stream.of(at),
            IntStream.rangeClosed(at + 1, at + left)
                .filter(end -> passes(last, text, start, end))
                .boxed())
        .map(end -> new Span(start, end))
        .toList();
  }

  private static boolean passes(WordTest word, MatchText text, int start, int at) {
    return inParagraph(text, start, at) && word.passes(text.spot(at));
  }

  private static boolean isInitial(MatchText text, int start, int at) {
    if (!inParagraph(text, start, at)) {
      return false;
    }
    Spot spot = text.spot(at);
    return spot.token().surface().length() == 1 && spot.token().capitalised();
  }

  private static boolean inParagraph(MatchText text, int start, int at) {
    return at < text.size() && text.spot(at).sameParagraph(text.spot(start));
  }
}

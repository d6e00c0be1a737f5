package app.bellwire.match;

import app.bellwire.match.MatchText.Spot;
import app.bellwire.match.Pattern.Span;
import app.bellwire.query.Query.Field;
import app.bellwire.text.Embedding;
import app.bellwire.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// A query made ready to look at texts: spellings looked up, fields handed down to the words.
/// Immutable.
sealed interface Program {

  /// A word or phrase in one of these fields.
  record Term(Pattern pattern, Set<Field> scope) implements Program {}

  /// Two of them in one field, at most `distance` words from one another.
  record Near(Pattern left, Pattern right, Set<Field> scope, int distance, boolean ordered)
      implements Program {}

  /// An article that means nearly what the query says.
  ///
  /// @param meaning empty where meaning is not read, so that nobody knows
  /// @param least the cosine from which on it holds
  record About(String text, Optional<Embedding> meaning, double least) implements Program {
    /// None where either side has no meaning that was read.
    private OptionalDouble cosine(MatchText article) {
      return meaning.isPresent() && article.meaning().isPresent()
          ? OptionalDouble.of(meaning.get().cosine(article.meaning().get()))
          : OptionalDouble.empty();
    }

    private boolean reached(MatchText article) {
      return cosine(article).orElse(-1) >= least;
    }
  }

  record All(List<Program> parts) implements Program {}

  record Any(List<Program> parts) implements Program {}

  record None(Program part) implements Program {}

  /// A place that made a program true.
  record Place(Span span, boolean phrase) {}

  /// Whether it is true for certain. What is [#fails] is false for certain; neither is known where
  /// it turns on a meaning that is not read.
  default boolean holds(MatchText text) {
    return switch (this) {
      case Term term -> term.pattern().first(text, term.scope()).isPresent();
      case Near near -> pair(near, text).isPresent();
      case About about -> about.reached(text);
      case All all -> all.parts().stream().allMatch(part -> part.holds(text));
      case Any any -> any.parts().stream().anyMatch(part -> part.holds(text));
      case None none -> none.part().fails(text);
    };
  }

  /// Whether it is false for certain. An article without a meaning, as one in another language, is
  /// about nothing.
  private boolean fails(MatchText text) {
    return switch (this) {
      case Term _, Near _ -> !holds(text);
      case About about -> about.meaning().isPresent() && !about.reached(text);
      case All all -> all.parts().stream().anyMatch(part -> part.fails(text));
      case Any any -> any.parts().stream().allMatch(part -> part.fails(text));
      case None none -> none.part().holds(text);
    };
  }

  /// What in `text` made it true, in reading order, each term once, at its first place.
  default List<Hit> hits(MatchText text) {
    List<Place> places = new ArrayList<>();
    collect(text, places);
    places.sort(Comparator.comparingInt(place -> place.span().first()));
    Set<String> told = new HashSet<>();
    return Stream.concat(places.stream().map(place -> hit(text, place)), meanings(text))
        .filter(hit -> told.add(Folding.key(hit.term())))
        .toList();
  }

  /// The meanings that were reached, such as `about “grain exports”, 0.74`.
  private Stream<Hit> meanings(MatchText text) {
    return switch (this) {
      case About about when about.reached(text) ->
          Stream.of(new Hit(said(about, text), false, Field.ABOUT, -1));
      case All all -> all.parts().stream().flatMap(part -> part.meanings(text));
      case Any any -> any.parts().stream().flatMap(part -> part.meanings(text));
      case Term _, Near _, About _, None _ -> Stream.empty();
    };
  }

  private static String said(About about, MatchText text) {
    double cosine = about.cosine(text).orElseThrow();
    return String.format(Locale.ROOT, "about “%s”, %.2f", about.text(), cosine);
  }

  private void collect(MatchText text, List<Place> places) {
    switch (this) {
      case Term term ->
          term.pattern()
              .first(text, term.scope())
              .ifPresent(span -> places.add(new Place(span, term.pattern().phrase())));
      case Near near -> pair(near, text).ifPresent(places::addAll);
      case All all -> all.parts().forEach(part -> part.collect(text, places));
      case Any any ->
          any.parts().stream()
              .filter(part -> part.holds(text))
              .forEach(part -> part.collect(text, places));
      case About _, None _ -> {}
    }
  }

  private static Hit hit(MatchText text, Place place) {
    Spot first = text.spot(place.span().first());
    Spot last = text.spot(place.span().last());
    String term =
        first.passage().substring(first.token().start(), last.token().end() - possessive(last));
    return new Hit(term, place.phrase(), first.field(), first.paragraph());
  }

  private static int possessive(Spot spot) {
    return spot.token().surface().matches("(?s).+['’ʼ＇][sS]") ? 2 : 0;
  }

  /// The first left side with a right side in reach. Only the nearest of what ends before it and of
  /// what begins after it can be: every other one is farther away, or in a field before or after.
  private static Optional<List<Place>> pair(Near near, MatchText text) {
    List<Span> beginning = near.right().all(text, near.scope());
    List<Span> ending =
        near.ordered()
            ? List.of()
            : beginning.stream().sorted(Comparator.comparingInt(Span::last)).toList();
    return near.left().all(text, near.scope()).stream()
        .flatMap(left -> right(near, left, beginning, ending, text).stream())
        .findFirst();
  }

  private static Optional<List<Place>> right(
      Near near, Span left, List<Span> beginning, List<Span> ending, MatchText text) {
    List<Span> nearest = new ArrayList<>(2);
    int before = firstFrom(left.first(), ending, Span::last) - 1;
    if (before >= 0) {
      nearest.add(ending.get(before));
    }
    int after = firstFrom(left.last() + 1, beginning, Span::first);
    if (after < beginning.size()) {
      nearest.add(beginning.get(after));
    }
    return nearest.stream()
        .filter(right -> inReach(near, left, right, text))
        .findFirst()
        .map(
            right ->
                List.of(
                    new Place(left, near.left().phrase()),
                    new Place(right, near.right().phrase())));
  }

  /// The index of the first span whose `end` is `place` or farther on, in spans in its order.
  private static int firstFrom(int place, List<Span> spans, ToIntFunction<Span> end) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end.applyAsInt(spans.get(middle)) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean inReach(Near near, Span left, Span right, MatchText text) {
    boolean after = right.first() > left.last() && right.first() - left.last() <= near.distance();
    boolean before =
        !near.ordered()
            && left.first() > right.last()
            && left.first() - right.last() <= near.distance();
    return (after || before) && text.spot(left.first()).field() == text.spot(right.first()).field();
  }
}

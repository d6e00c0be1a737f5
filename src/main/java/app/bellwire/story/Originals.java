package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.story.Window.Open;
import app.bellwire.text.Folding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the report that a correction or withdrawal means, among those of the same agency. Pure.
final class Originals {
  /// The report that is meant, and its event.
  ///
  /// @param headline the share of its headline's words that the later article has
  /// @param passages the share of passages the two have in common
  record Original(Open open, Article article, double headline, double passages) {
    boolean likely() {
      return Math.max(headline, passages) >= Likeness.SAME_HEADLINE;
    }

    double weight() {
      return headline + passages;
    }
  }

  private Originals() {}

  static Optional<Original> of(Profile later, Window window) {
    return window.newestFirst().stream()
        .flatMap(open -> open.members().stream().map(member -> original(open, member, later)))
        .filter(original -> mayBeMeant(original.article(), later))
        .filter(Original::likely)
        .max(Comparator.comparingDouble(Original::weight));
  }

  private static Original original(Open open, Profile member, Profile later) {
    return new Original(
        open,
        member.article(),
        headlineIn(member.article(), later.article()),
        member.sharedPassages(later, passage -> false));
  }

  private static boolean mayBeMeant(Article original, Profile later) {
    return original.agency().equalsIgnoreCase(later.article().agency())
        && original.kind() != Article.Kind.WITHDRAWAL
        && Profile.within(Likeness.EVENT_OPEN, original, later.article());
  }

  private static double headlineIn(Article original, Article later) {
    List<String> words = List.of(original.identity().titleKey().split(" "));
    String text = later.copy().note().orElse("") + " " + later.copy().body();
    Set<String> there =
        Set.copyOf(List.of(Folding.key(later.copy().headline() + " " + text).split(" ")));
    return (double) words.stream().filter(there::contains).count() / words.size();
  }
}

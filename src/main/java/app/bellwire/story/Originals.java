package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import app.bellwire.text.Folding;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the report that a correction or withdrawal means, among those of the same agency.
final class Originals {
  /// The report that is meant, and its event.
  ///
  /// @param headline the share of its headline's words that the later article has
  /// @param passages the share of passages the two have in common
  record Original(Open open, Article article, double headline, double passages) {
    boolean likely() {
      return Math.max(headline, passages) >= Thresholds.SAME_HEADLINE;
    }

    double weight() {
      return headline + passages;
    }
  }

  private Originals() {}

  static Optional<Original> of(Article later, Comparison comparison, ArticleStore articles) {
    Profile profile = comparison.profile();
    return comparison.candidates().stream()
        .flatMap(
            open -> open.members().stream().map(m -> original(open, m, later, profile, articles)))
        .flatMap(Optional::stream)
        .filter(Original::likely)
        .max(Comparator.comparingDouble(Original::weight));
  }

  private static Optional<Original> original(
      Open open, Profile member, Article later, Profile profile, ArticleStore articles) {
    return mayBeMeant(member, profile)
        ? articles
            .find(member.article())
            .map(
                article ->
                    new Original(
                        open,
                        article,
                        headlineIn(article, later),
                        member.passages().shared(profile.passages(), passage -> false)))
        : Optional.empty();
  }

  private static boolean mayBeMeant(Profile original, Profile later) {
    Duration apart = Duration.between(original.at(), later.at()).abs();
    return original.agency().equalsIgnoreCase(later.agency())
        && original.kind() != Article.Kind.WITHDRAWAL
        && apart.compareTo(Thresholds.COMES_BACK) <= 0;
  }

  private static double headlineIn(Article original, Article later) {
    List<String> words = List.of(original.identity().titleKey().split(" "));
    String text = later.copy().note().orElse("") + " " + later.copy().body();
    Set<String> there =
        Set.copyOf(List.of(Folding.key(later.copy().headline() + " " + text).split(" ")));
    return (double) words.stream().filter(there::contains).count() / words.size();
  }
}

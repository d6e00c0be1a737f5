package app.bellwire.command;

import app.bellwire.article.Article;
import app.bellwire.match.Hit;
import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.query.Parts;
import app.bellwire.query.Query;
import app.bellwire.subscription.Subscription;
import app.bellwire.text.Folding;
import app.bellwire.text.Names;
import app.bellwire.text.Token;
import app.bellwire.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which subscription an article came nearest to, and what would have made it come. Pure apart from
/// the archive it counts in.
final class Nearest {
  private static final int CANDIDATES = 3;

  private final Language language;

  Nearest(Language language) {
    this.language = language;
  }

  /// A part of a query that an article has.
  record Found(Query part, List<Hit> hits) {}

  /// @param missing what the article would have to have
  /// @param unwanted what it has and must not have
  record Near(
      Subscription subscription, List<Found> found, List<Query> missing, List<Query> unwanted) {
    double share() {
      return (double) found.size() / (found.size() + missing.size());
    }
  }

  /// One more word, and how many stories the query would have had with it and without.
  record Offer(String word, Valid changed, int stories, int instead) {}

  /// The one that has the largest share of what it asks for in the article, the older of equals;
  /// none when the article has nothing of any.
  Optional<Near> of(List<Subscription> subscriptions, Article article) {
    return subscriptions.stream()
        .flatMap(s -> Parts.of(s.query()).stream().map(parts -> near(s, parts, article)))
        .filter(near -> !near.found().isEmpty())
        .max(
            Comparator.comparingDouble(Near::share)
                .thenComparingInt(near -> near.found().size())
                .thenComparing(near -> -near.subscription().id()));
  }

  private Near near(Subscription subscription, List<Query> parts, Article article) {
    Near near = new Near(subscription, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Query part : parts) {
      Optional<List<Hit>> hits = language.hits(part, article);
      if (Parts.unwanted(part)) {
        hits.ifPresentOrElse(none -> {}, () -> near.unwanted().add(part));
      } else {
        hits.ifPresentOrElse(
            h -> near.found().add(new Found(part, h)), () -> near.missing().add(part));
      }
    }
    return near;
  }

  /// The name of the article that, as one more alternative of the one part that is missing, would
  /// have brought it, with the fewest stories besides.
  Optional<Offer> offer(Near near, Article article, Archive archive) {
    if (near.missing().size() != 1 || !near.unwanted().isEmpty()) {
      return Optional.empty();
    }
    Query query = near.subscription().query();
    int instead = archive.stories(query).size();
    return names(query, article).stream()
        .limit(CANDIDATES)
        .flatMap(
            word ->
                Parts.either(query, near.missing().getFirst(), word)
                    .filter(changed -> language.hits(changed.query(), article).isPresent())
                    .map(changed -> offer(word, changed, archive, instead))
                    .stream())
        .filter(offer -> offer.stories() > instead)
        .min(Comparator.comparingInt(Offer::stories));
  }

  private static Offer offer(String word, Valid changed, Archive archive, int instead) {
    return new Offer(word, changed, archive.stories(changed.query()).size(), instead);
  }

  /// The names in the headline and the first paragraph, as they stand there.
  private Set<String> names(Query query, Article article) {
    String lead = article.copy().paragraphs().stream().findFirst().orElse("");
    String text = article.copy().headline() + ". " + lead;
    Set<String> names = Names.of(text);
    Set<String> asked = new HashSet<>();
    language.terms(query).forEach(term -> asked.add(Folding.key(term)));
    Set<String> surfaces = new LinkedHashSet<>();
    for (Token token : Tokens.of(text)) {
      boolean plain = token.surface().length() == token.folded().length();
      if (plain && names.contains(token.folded()) && !asked.contains(token.folded())) {
        surfaces.add(token.surface());
      }
    }
    return surfaces;
  }
}

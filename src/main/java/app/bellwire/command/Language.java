package app.bellwire.command;

import app.bellwire.article.Article;
import app.bellwire.match.Hit;
import app.bellwire.query.ParsedQuery;
import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.query.Query;
import java.util.List;
import java.util.Optional;

/// What commands ask of the query language and of matching. Implementations are pure and
/// thread-safe.
public interface Language {
  ParsedQuery parse(String text);

  /// One sentence: `Reports that have both words: Lavrov, Blinken.`
  String sentence(Query query);

  /// What stands after "have" or "has": `both words: Lavrov, Blinken`.
  String wanted(Query query);

  /// The words and phrases a report may have to have, each once.
  List<String> terms(Query query);

  /// The same in the headline or first paragraph only.
  Optional<Valid> narrower(Query query);

  /// Any of the terms instead of all.
  Optional<Valid> wider(Query query);

  /// Without reports that have `words`.
  Optional<Valid> minus(Query query, String words);

  /// With `and`, `or`, `not` typed in lower case read as operators, where that changes anything.
  Optional<Valid> operatorsMeant(Query query);

  /// What has to be there before all of `query` is heard, to stand after "needs", such as
  /// `story.embeddings: on`; none when nothing is missing.
  default Optional<String> lacks(Query query) {
    return Optional.empty();
  }

  /// Whether it is known what the article means, so that `about:` can find it.
  default boolean understands(Article article) {
    return true;
  }

  /// The model that reads meaning; none when meaning is not read.
  default Optional<String> model() {
    return Optional.empty();
  }

  /// Where the article has what the query asks for; none when it does not match.
  Optional<List<Hit>> hits(Query query, Article article);
}

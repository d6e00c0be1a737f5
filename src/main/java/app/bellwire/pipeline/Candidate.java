package app.bellwire.pipeline;

import app.bellwire.article.Article;
import app.bellwire.match.Match;
import app.bellwire.match.Matcher;
import app.bellwire.source.Source;
import app.bellwire.story.StoryTracker.Analysis;
import app.bellwire.text.Embedding;
import java.util.List;
import java.util.Optional;

/// An article that looks new, with the subscriptions it concerns. Immutable.
///
/// @param meaning what it means, where meaning is read
record Candidate(Source source, Article article, Optional<Embedding> meaning, List<Match> matches) {
  /// One whose meaning is read, if at all, and matched.
  static Candidate of(Source source, Article article, Matcher matcher) {
    Optional<Embedding> meaning = matcher.meanings().read(article);
    return new Candidate(source, article, meaning, matcher.match(article, meaning));
  }

  /// One that is read for its story too: all that can be found out before deciding.
  record Analysed(Candidate candidate, Analysis analysis) {}
}

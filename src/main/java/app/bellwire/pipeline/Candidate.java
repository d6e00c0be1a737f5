package app.bellwire.pipeline;

import app.bellwire.article.Article;
import app.bellwire.match.Match;
import app.bellwire.source.Source;
import app.bellwire.story.StoryTracker.Analysis;
import java.util.List;

/// An article that looks new, with the subscriptions it concerns. Immutable.
record Candidate(Source source, Article article, List<Match> matches) {
  /// One that is read for its story too: all that can be found out before deciding.
  record Analysed(Candidate candidate, Analysis analysis) {}
}

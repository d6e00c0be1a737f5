package app.bellwire.pipeline;

import app.bellwire.article.Article;
import app.bellwire.match.Match;
import app.bellwire.source.Source;
import app.bellwire.story.StoryTracker.Analysis;
import java.util.List;

/// An article that looks new, read and analysed, with the subscriptions it concerns: all that can
/// be found out before deciding. Immutable.
record Candidate(Source source, Article article, Analysis analysis, List<Match> matches) {}

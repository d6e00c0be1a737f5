package app.bellwire.app;

import app.bellwire.article.Article;
import app.bellwire.command.Language;
import app.bellwire.match.Hit;
import app.bellwire.match.Matcher;
import app.bellwire.query.Narrowing;
import app.bellwire.query.ParsedQuery;
import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.query.Query;
import app.bellwire.query.QueryParser;
import app.bellwire.query.QueryWords;
import java.util.List;
import java.util.Optional;

/// The query language and the matcher, as commands ask for them. Thread-safe.
record QueryLanguage(Matcher matcher) implements Language {
  @Override
  public ParsedQuery parse(String text) {
    return QueryParser.parse(text);
  }

  @Override
  public String sentence(Query query) {
    return QueryWords.sentence(query);
  }

  @Override
  public String wanted(Query query) {
    return QueryWords.wanted(query);
  }

  @Override
  public List<String> terms(Query query) {
    return QueryWords.terms(query);
  }

  @Override
  public Optional<Valid> narrower(Query query) {
    return Narrowing.narrower(query);
  }

  @Override
  public Optional<Valid> wider(Query query) {
    return Narrowing.wider(query);
  }

  @Override
  public Optional<Valid> minus(Query query, String words) {
    return Narrowing.minus(query, words);
  }

  @Override
  public Optional<Valid> operatorsMeant(Query query) {
    return Narrowing.operatorsMeant(query);
  }

  @Override
  public Optional<List<Hit>> hits(Query query, Article article) {
    return matcher.test(query, article);
  }
}

package app.bellwire.app;

import app.bellwire.article.Article;
import app.bellwire.command.Language;
import app.bellwire.match.Hit;
import app.bellwire.query.Narrowing;
import app.bellwire.query.ParsedQuery;
import app.bellwire.query.ParsedQuery.Invalid;
import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.query.Query;
import app.bellwire.query.QueryParser;
import app.bellwire.query.QueryWords;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The query language and the matcher, as commands ask for them. Thread-safe.
record QueryLanguage(app.bellwire.match.Matcher matcher) implements Language {
  private static final Pattern ABOUT = Pattern.compile("\\babout:", Pattern.CASE_INSENSITIVE);

  /// Words that nothing here can hear are no valid query.
  @Override
  public ParsedQuery parse(String text) {
    return QueryParser.parse(text) instanceof Valid valid && lacks(valid.query()).isPresent()
        ? new Invalid(text, about(text), needs(valid.query()), Optional.empty())
        : QueryParser.parse(text);
  }

  private String needs(Query query) {
    return "about: needs " + lacks(query).orElse("") + ".";
  }

  private static int about(String text) {
    Matcher found = ABOUT.matcher(text);
    return found.find() ? found.start() : 0;
  }

  @Override
  public Optional<String> lacks(Query query) {
    return query.asksMeaning() ? matcher.meanings().lacks() : Optional.empty();
  }

  @Override
  public boolean understands(Article article) {
    return matcher.meanings().kept(article).isPresent();
  }

  @Override
  public Optional<String> model() {
    return matcher.meanings().model();
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

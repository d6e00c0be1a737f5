package app.bellwire.app;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleNormalizer;
import app.bellwire.match.MatchText;
import app.bellwire.match.Meanings;
import app.bellwire.match.NameVariants;
import app.bellwire.match.QueryIndex;
import app.bellwire.query.ParsedQuery;
import app.bellwire.text.Language;
import app.bellwire.work.Ids;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shows which articles of a file queries find.
@Command(name = "match", description = "Shows which queries find which articles of a file.")
final class MatchCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin QueriesOption queries = new QueriesOption();
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "one JSON object a line")
  boolean json;

  @Parameters(paramLabel = "ARTICLES.jsonl")
  Path articles = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!queries.given()) {
      throw new ParameterException(spec.commandLine(), "Give --query Q or --queries FILE");
    }
    Map<String, ParsedQuery.Valid> asked = queries.read();
    try (MeaningModel model = MeaningModel.neededBy(asked.values())) {
      show(asked, model.unkept());
    }
    return Main.FINE;
  }

  private void show(Map<String, ParsedQuery.Valid> asked, Meanings meanings) throws IOException {
    List<String> names = new ArrayList<>();
    QueryIndex index = new QueryIndex(NameVariants.NONE, meanings);
    for (Map.Entry<String, ParsedQuery.Valid> query : asked.entrySet()) {
      index.put(names.size(), query.getValue().query());
      names.add(query.getKey());
    }
    ArticleNormalizer normalizer =
        new ArticleNormalizer(new Ids(InstantSource.system())::next, Language::detect);
    PrintWriter out = spec.commandLine().getOut();
    for (JsonArticles.Line line : JsonArticles.read(articles)) {
      Article article = line.article(normalizer, line.published().orElseGet(Instant::now));
      List<String> hits =
          index.match(MatchText.of(article, meanings.read(article))).stream()
              .map(QueryIndex.Found::subscription)
              .sorted()
              .map(id -> names.get(Math.toIntExact(id)))
              .toList();
      out.println(json ? json(line.id(), hits) : line.id() + ": " + String.join(", ", hits));
    }
  }

  private static String json(String id, List<String> hits) {
    ObjectNode node = JSON.createObjectNode().put("id", id);
    hits.forEach(node.putArray("matches")::add);
    return node.toString();
  }
}

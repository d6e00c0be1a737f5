package app.bellwire.app;

import app.bellwire.query.ParsedQuery;
import app.bellwire.query.QueryParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--query Q`, whose id is `query`, or `--queries FILE` with `{"id","query"}` a line.
final class QueriesOption {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Option(names = "--query", paramLabel = "Q", description = "one query")
  @Nullable String query;

  @Option(
      names = "--queries",
      paramLabel = "FILE",
      description = "queries, one JSON object {\"id\",\"query\"} a line")
  @Nullable Path queries;

  boolean given() {
    return query != null || queries != null;
  }

  /// By id, in the order given.
  ///
  /// @throws WrongInput when a query or a line is wrong
  Map<String, ParsedQuery.Valid> read() throws IOException {
    Map<String, ParsedQuery.Valid> read = new LinkedHashMap<>();
    if (query != null) {
      read.put("query", parsed(query, "--query"));
    }
    if (queries != null) {
      readFile(queries, read);
    }
    return read;
  }

  private static void readFile(Path file, Map<String, ParsedQuery.Valid> read) throws IOException {
    List<String> lines = InputLines.of(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        String place = file + ":" + (i + 1);
        JsonNode node = object(lines.get(i), place);
        String id = node.path("id").asText();
        if (read.put(id, parsed(node.path("query").asText(), place)) != null) {
          throw new WrongInput(place + ": the id \"" + id + "\" stands there twice");
        }
      }
    }
  }

  private static JsonNode object(String line, String place) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node.hasNonNull("id") && node.hasNonNull("query")) {
        return node;
      }
      throw new WrongInput(place + ": expected {\"id\": …, \"query\": …}");
    } catch (JsonProcessingException e) {
      throw new WrongInput(place + ": not JSON: " + e.getOriginalMessage());
    }
  }

  private static ParsedQuery.Valid parsed(String text, String place) {
    return switch (QueryParser.parse(text)) {
      case ParsedQuery.Valid valid -> valid;
      case ParsedQuery.Invalid wrong ->
          throw new WrongInput(
              "%s: %s%n  %s%n  %s^%s"
                  .formatted(
                      place,
                      wrong.message(),
                      wrong.text(),
                      " ".repeat(wrong.offset()),
                      wrong.nearest().map(n -> "\n  nearest that works: " + n).orElse("")));
    };
  }
}

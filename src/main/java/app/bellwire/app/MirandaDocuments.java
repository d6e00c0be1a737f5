package app.bellwire.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;

/// The collection of Miranda et al., "Multilingual Clustering of Streaming News" (2018), as its
/// authors give it out: one JSON array of `{"id","date":"2014-11-02
/// 00:02:00","lang":"eng","title","text","cluster"}`. Its times are taken for UTC. Pure but for the
/// reading.
final class MirandaDocuments {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> LANGUAGES =
      Map.of("eng", "en", "deu", "de", "spa", "es");

  /// The bytes of one in UTF-8.
  private static final Set<Integer> BYTE_ORDER_MARK = Set.of(0xEF, 0xBB, 0xBF);

  private MirandaDocuments() {}

  /// Whether the file holds one array rather than an object a line.
  static boolean are(Path file) throws IOException {
    try (InputStream in = InputLines.open(file)) {
      int first = in.read();
      while (Character.isWhitespace(first) || BYTE_ORDER_MARK.contains(first)) {
        first = in.read();
      }
      return first == '[';
    } catch (ZipException e) {
      return false;
    }
  }

  /// @throws WrongInput when a document lacks something, with its number in the file
  static List<LabelledArticles.Line> read(Path file) throws IOException {
    List<LabelledArticles.Line> lines = new ArrayList<>();
    try (InputStream in = InputLines.open(file);
        MappingIterator<JsonNode> documents = JSON.readerFor(JsonNode.class).readValues(in)) {
      while (documents.hasNextValue()) {
        lines.add(line(documents.nextValue(), file + ", document " + (lines.size() + 1)));
      }
    } catch (JsonProcessingException e) {
      throw new WrongInput(
          file + ", after document " + lines.size() + ": not JSON: " + e.getOriginalMessage());
    }
    return lines;
  }

  private static LabelledArticles.Line line(JsonNode document, String place) {
    if (!document.isObject()) {
      throw new WrongInput(place + ": not a JSON object");
    }
    String cluster = document.path("cluster").asText();
    if (cluster.isEmpty() || !document.hasNonNull("cluster")) {
      throw new WrongInput(place + ": \"cluster\" is missing");
    }
    ObjectNode article = JSON.createObjectNode();
    for (String key : List.of("id", "title", "text")) {
      article.set(key, document.get(key));
    }
    article.put("published", document.path("date").asText().trim().replace(' ', 'T') + "Z");
    String language = document.path("lang").asText();
    article.put("lang", LANGUAGES.getOrDefault(language, language));
    String outlet = document.path("source").path("title").asText(document.path("source").asText());
    if (!outlet.isEmpty()) {
      article.put("agency", outlet);
    }
    JsonArticles.Line line = JsonArticles.line(article, place);
    return new LabelledArticles.Line(line.ofOutlet("outlet-" + line.id()), cluster);
  }
}

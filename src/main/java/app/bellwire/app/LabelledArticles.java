package app.bellwire.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Articles as [JsonArticles] reads them, each with the story it belongs to, `story`. One that
/// names neither source nor agency is of an outlet of its own: such collections are of many
/// outlets. A file that holds one JSON array is read as [MirandaDocuments] are. Pure but for the
/// reading.
final class LabelledArticles {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// In the order in which they were published.
  static final Comparator<Line> BY_TIME =
      Comparator.comparing(line -> line.article().published().orElse(Instant.EPOCH));

  record Line(JsonArticles.Line article, String story) {}

  private LabelledArticles() {}

  /// @throws WrongInput when a line is no article or names no story, with file and line
  static List<Line> read(Path file) throws IOException {
    List<Line> lines = MirandaDocuments.are(file) ? MirandaDocuments.read(file) : lines(file);
    if (lines.isEmpty()) {
      throw new WrongInput(file + ": holds no article");
    }
    return lines;
  }

  private static List<Line> lines(Path file) throws IOException {
    List<JsonArticles.Line> articles = JsonArticles.read(file);
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String text : InputLines.of(file)) {
      number++;
      if (!text.isBlank()) {
        JsonNode story = JSON.readTree(text).path("story");
        if (!story.isValueNode() || story.asText().isEmpty()) {
          throw new WrongInput(file + ":" + number + ": \"story\" is missing");
        }
        JsonArticles.Line article = articles.get(lines.size()).ofOutlet("outlet-" + number);
        lines.add(new Line(article, story.asText()));
      }
    }
    return lines;
  }
}

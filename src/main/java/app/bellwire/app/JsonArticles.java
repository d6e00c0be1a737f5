package app.bellwire.app;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleNormalizer;
import app.bellwire.article.RawItem;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Articles in a file, one JSON object a line:
/// `{"id","title","text","published","source","agency","lang"}`; only `id` and `text` are required.
/// They are cleaned like everything else that is read. Pure but for the reading.
final class JsonArticles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern EMPTY_LINE = Pattern.compile("\\n\\s*\\n");

  /// The first line of a paragraph as old wires set it; its other lines are broken to a width.
  private static final Pattern INDENTED = Pattern.compile("\\n {3,}(?=\\S)");

  /// Where a line says nothing of its source.
  private static final Source UNNAMED = sourced("file", null);

  /// A line of the file.
  ///
  /// @param id as the file gives it
  record Line(String id, Source source, RawItem item, Optional<Instant> published) {
    Article article(ArticleNormalizer normalizer, Instant read) {
      return normalizer.normalize(item, source, read);
    }

    /// The same from the outlet `name`, where the file names neither source nor agency.
    Line ofOutlet(String name) {
      return source.equals(UNNAMED) ? new Line(id, sourced(name, null), item, published) : this;
    }
  }

  private JsonArticles() {}

  /// @throws WrongInput when a line is not such an object, with file and line
  static List<Line> read(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String text : InputLines.of(file)) {
      number++;
      if (!text.isBlank()) {
        String place = file + ":" + number;
        lines.add(line(object(text, place), place));
      }
    }
    return lines;
  }

  /// An object as a line of a file has it.
  ///
  /// @throws WrongInput when something in it is missing or wrong
  static Line line(JsonNode node, String place) {
    Optional<Instant> published = published(node, place);
    RawItem item =
        new RawItem(
            required(node, "id", place),
            node.path("title").asText(""),
            null,
            published.orElse(null),
            null,
            List.of(),
            "",
            paragraphs(required(node, "text", place)),
            text(node, "lang"));
    return new Line(node.path("id").asText(), source(node), item, published);
  }

  private static JsonNode object(String text, String place) {
    try {
      JsonNode node = JSON.readTree(text);
      if (node.isObject()) {
        return node;
      }
      throw new WrongInput(place + ": not a JSON object");
    } catch (JsonProcessingException e) {
      throw new WrongInput(place + ": not JSON: " + e.getOriginalMessage());
    }
  }

  private static String required(JsonNode node, String key, String place) {
    String value = text(node, key);
    if (value == null) {
      throw new WrongInput(place + ": \"" + key + "\" is missing");
    }
    return value;
  }

  private static @Nullable String text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? null : value.asText();
  }

  private static Optional<Instant> published(JsonNode node, String place) {
    String text = text(node, "published");
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant());
    } catch (DateTimeParseException e) {
      throw new WrongInput(
          place + ": \"published\" is not a time such as 2026-01-28T10:00:00Z: " + text);
    }
  }

  private static Source source(JsonNode node) {
    return sourced(node.path("source").asText("file"), text(node, "agency"));
  }

  private static Source sourced(String id, @Nullable String agency) {
    return new Source(
        new SourceId(id),
        URI.create("file:articles"),
        Optional.<Duration>empty(),
        Backlog.ALL,
        false,
        Optional.ofNullable(agency),
        ZoneOffset.UTC);
  }

  private static String paragraphs(String text) {
    String inert = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<p>"
        + String.join("</p><p>", EMPTY_LINE.split(unwrapped(inert))).replace("\n", "<br>")
        + "</p>";
  }

  private static String unwrapped(String text) {
    return INDENTED.matcher(text).find()
        ? String.join("\n\n", INDENTED.split(text.replaceAll("\\n(?! {3,}\\S|\\s*\\n)", " ")))
        : text;
  }
}

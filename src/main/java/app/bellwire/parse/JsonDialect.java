package app.bellwire.parse;

import app.bellwire.article.RawItem;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// JSON Feed 1.0 and 1.1; forgives comments, single quotes and trailing commas. Immutable.
final class JsonDialect {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(Parsers.MAX_DEPTH).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private final Parsers.Context context;

  JsonDialect(Parsers.Context context) {
    this.context = context;
  }

  ParseResult parse(String text) {
    Map<String, JsonNode> head = new HashMap<>();
    List<JsonNode> items = new ArrayList<>();
    Optional<String> note = read(text, head, items);
    boolean feed = !items.isEmpty() || string(head.get("version")).contains("jsonfeed");
    return feed ? feed(head, items, note) : refuse(note);
  }

  private static ParseResult refuse(Optional<String> note) {
    String detail =
        note.isPresent() ? "the answer is broken JSON" : "the answer is JSON, but not a feed";
    return new ParseResult.Unreadable(ParseResult.Why.NOT_A_FEED, detail);
  }

  /// Fills `head` and `items` as far as the text goes; the note says where it ended.
  private static Optional<String> read(
      String text, Map<String, JsonNode> head, List<JsonNode> items) {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
          readItems(parser, items);
        } else {
          head.put(name, JSON.readTree(parser));
        }
      }
      return items.size() > Parsers.MAX_ITEMS ? Optional.of(Entries.tooMany()) : Optional.empty();
    } catch (IOException e) {
      return Optional.of(Entries.cutOff(Math.min(items.size(), Parsers.MAX_ITEMS)));
    }
  }

  private static void readItems(JsonParser parser, List<JsonNode> items) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      JsonNode item = JSON.readTree(parser);
      if (item.isObject() && items.size() <= Parsers.MAX_ITEMS) {
        items.add(item);
      }
    }
  }

  private ParseResult feed(
      Map<String, JsonNode> head, List<JsonNode> items, Optional<String> note) {
    String language = string(head.get("language"));
    List<String> authors = authors(head.get("authors"), head.get("author"));
    return new ParseResult.Parsed(
        new ParsedFeed(
            "json",
            Titles.ofText(string(head.get("title"))),
            Links.resolve(context.base(), string(head.get("home_page_url"))),
            items.stream()
                .limit(Parsers.MAX_ITEMS)
                .map(item -> item(item, authors, language))
                .toList(),
            Optional.empty(),
            note));
  }

  private RawItem item(JsonNode item, List<String> feedAuthors, String feedLanguage) {
    String id = string(item.get("id"));
    String language = string(item.get("language"));
    List<String> authors = authors(item.get("authors"), item.get("author"));
    return new RawItem(
        id.isEmpty() ? null : id,
        Titles.ofText(string(item.get("title"))),
        link(item),
        context.dates().parse(string(item.get("date_published"))),
        context.dates().parse(string(item.get("date_modified"))),
        authors.isEmpty() ? feedAuthors : authors,
        Titles.markupOf(string(item.get("summary"))),
        content(item),
        language.isEmpty() ? (feedLanguage.isEmpty() ? null : feedLanguage) : language);
  }

  private @Nullable String link(JsonNode item) {
    String id = string(item.get("id"));
    return Stream.of(string(item.get("url")), string(item.get("external_url")), id)
        .filter(link -> !link.equals(id) || Links.absolute(id))
        .flatMap(link -> Optional.ofNullable(Links.resolve(context.base(), link)).stream())
        .findFirst()
        .orElse(null);
  }

  private static String content(JsonNode item) {
    String html = string(item.get("content_html"));
    return html.isEmpty()
        ? Titles.markupOf(string(item.get("content_text")))
        : Markup.cut(html, Parsers.MAX_CONTENT);
  }

  private static List<String> authors(@Nullable JsonNode many, @Nullable JsonNode one) {
    List<String> names = new ArrayList<>();
    for (JsonNode author : many == null ? MissingNode.getInstance() : many) {
      names.add(name(author));
    }
    if (names.isEmpty() && one != null) {
      names.add(name(one));
    }
    return names.stream().filter(name -> !name.isEmpty()).distinct().toList();
  }

  private static String name(JsonNode author) {
    return Titles.ofText(string(author.isObject() ? author.get("name") : author));
  }

  private static String string(@Nullable JsonNode node) {
    return node == null || !node.isValueNode() || node.isNull() ? "" : node.asText().strip();
  }
}

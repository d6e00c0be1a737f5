package app.bellwire.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// The forms in which the wire is served.
enum Dialect {
  RSS("application/rss+xml; charset=utf-8") {
    @Override
    String write(List<WireItem> items) {
      StringBuilder out = new StringBuilder();
      out.append(
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
          <channel>
          <title>%s</title>
          <link>%s</link>
          <description>News that never happened</description>
          <language>en</language>
          """
              .formatted(TITLE, HOME));
      items.forEach(item -> out.append(rssItem(item)));
      return out.append("</channel>\n</rss>\n").toString();
    }
  },
  ATOM("application/atom+xml; charset=utf-8") {
    @Override
    String write(List<WireItem> items) {
      StringBuilder out = new StringBuilder();
      out.append(
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
          <title>%s</title>
          <id>%s</id>
          <link rel="alternate" href="%s"/>
          <updated>%s</updated>
          """
              .formatted(TITLE, HOME, HOME, newest(items)));
      items.forEach(item -> out.append(atomEntry(item)));
      return out.append("</feed>\n").toString();
    }
  },
  JSON("application/feed+json") {
    @Override
    String write(List<WireItem> items) {
      ObjectNode feed = MAPPER.createObjectNode();
      feed.put("version", "https://jsonfeed.org/version/1.1");
      feed.put("title", TITLE).put("home_page_url", HOME).put("language", "en");
      ArrayNode list = feed.putArray("items");
      items.forEach(item -> jsonItem(list.addObject(), item));
      try {
        return MAPPER.writeValueAsString(feed);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  };

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String TITLE = "Sample wires: Norda, Kestrel, Oriel (invented)";
  private static final String HOME = "https://wires.example/";

  private final String contentType;

  Dialect(String contentType) {
    this.contentType = contentType;
  }

  /// The document with `items` in the order given.
  abstract String write(List<WireItem> items);

  String contentType() {
    return contentType;
  }

  byte[] bytes(List<WireItem> items) {
    return write(items).getBytes(StandardCharsets.UTF_8);
  }

  /// The dialect of a reader's look number `look`, 0 and up.
  static Dialect ofLook(int look) {
    return values()[Math.floorMod(look, values().length)];
  }

  private static String rssItem(WireItem item) {
    return """
    <item>
    <title>%s</title>
    <link>%s</link>
    <guid isPermaLink="false">%s</guid>
    <dc:creator>%s</dc:creator>
    <pubDate>%s</pubDate>
    <atom:updated>%s</atom:updated>
    <description>%s</description>
    <content:encoded>%s</content:encoded>
    </item>
    """
        .formatted(
            escape(item.title()),
            escape(item.link()),
            item.guid(),
            item.agency(),
            DateTimeFormatter.RFC_1123_DATE_TIME.format(item.published().atOffset(ZoneOffset.UTC)),
            item.updated(),
            escape(escape(item.body().summary())),
            cdata(html(item.body())));
  }

  private static String atomEntry(WireItem item) {
    return """
    <entry>
    <title>%s</title>
    <link rel="alternate" href="%s"/>
    <id>%s</id>
    <author><name>%s</name></author>
    <published>%s</published>
    <updated>%s</updated>
    <summary>%s</summary>
    <content type="html">%s</content>
    </entry>
    """
        .formatted(
            escape(item.title()),
            escape(item.link()),
            item.guid(),
            item.agency(),
            item.published(),
            item.updated(),
            escape(item.body().summary()),
            escape(html(item.body())));
  }

  private static void jsonItem(ObjectNode node, WireItem item) {
    node.put("id", item.guid()).put("url", item.link()).put("title", item.title());
    node.put("summary", item.body().summary()).put("content_html", html(item.body()));
    node.put("date_published", item.published().toString());
    node.put("date_modified", item.updated().toString());
    node.putArray("authors").addObject().put("name", item.agency());
  }

  private static Instant newest(List<WireItem> items) {
    return items.stream().map(WireItem::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  private static String html(WireItem.Body body) {
    StringBuilder html = new StringBuilder();
    body.paragraphs().forEach(p -> html.append("<p>").append(escape(p)).append("</p>\n"));
    return html.toString();
  }

  /// `text` for element content and for attributes in double quotes, of HTML and of XML.
  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String cdata(String text) {
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
  }
}

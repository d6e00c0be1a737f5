package app.bellwire.parse;

import app.bellwire.article.RawItem;
import app.bellwire.parse.ParseResult.Parsed;
import app.bellwire.parse.ParseResult.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/// Reads samples through the one door.
final class Sample {
  static final URI BASE = URI.create("http://feeds.example/a/feed.xml");

  private Sample() {}

  static byte[] bytes(String name) {
    try (InputStream in = Sample.class.getResourceAsStream("/parse/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no sample " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ParsedFeed file(String name) {
    return ((Parsed) parse(bytes(name), "")).feed();
  }

  static ParsedFeed text(String document) {
    return ((Parsed) parse(document.getBytes(StandardCharsets.UTF_8), "")).feed();
  }

  /// One RSS item with this inside.
  static RawItem item(String inside) {
    return text("<rss><channel><item>" + inside + "</item></channel></rss>").items().getFirst();
  }

  static Unreadable refused(String document, String contentType) {
    return (Unreadable) parse(document.getBytes(StandardCharsets.UTF_8), contentType);
  }

  static ParseResult parse(byte[] body, String contentType) {
    return new Parsers().parse(body, contentType, BASE, ZoneOffset.UTC);
  }
}

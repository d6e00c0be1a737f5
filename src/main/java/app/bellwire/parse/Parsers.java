package app.bellwire.parse;

import app.bellwire.fetch.FetchResult;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// The one door to all dialects: any document in, a [ParseResult] out, in time linear in its size.
/// Thread-safe.
///
/// What the server says about the type does not count; the first characters decide.
public final class Parsers {
  /// Items read of one document; the rest is left out, with a note.
  public static final int MAX_ITEMS = 2_000;

  static final int MAX_DEPTH = 100;
  static final int MAX_TITLE = 64 * 1024;
  static final int MAX_CONTENT = 1024 * 1024;
  private static final int ROOT_WITHIN = 100;

  public ParseResult parse(FetchResult.Fetched document) {
    return parse(document, ZoneOffset.UTC);
  }

  /// @param zone the zone of dates that carry none
  public ParseResult parse(FetchResult.Fetched document, ZoneId zone) {
    return parse(document.body(), document.contentType(), document.location(), zone);
  }

  /// @param contentType as a server sends it, for its charset; may be empty
  /// @param base what relative links are resolved against
  public ParseResult parse(byte[] body, String contentType, URI base, ZoneId zone) {
    String text = Charsets.decode(body, contentType).strip();
    Context context = new Context(base.toString(), new Dates(zone));
    if (text.isEmpty()) {
      return new ParseResult.Unreadable(ParseResult.Why.EMPTY, "the document is empty");
    }
    if (Charsets.looksBinary(body)) {
      return new ParseResult.Unreadable(ParseResult.Why.NOT_TEXT, "the answer is not text");
    }
    char first = text.charAt(0);
    return first == '{' || first == '['
        ? new JsonDialect(context).parse(text)
        : parseXml(text, context);
  }

  /// The page of one article, as one item of kind `page`; total like the rest.
  public ParseResult parsePage(byte[] body, String contentType, URI base, ZoneId zone) {
    String text = Charsets.decode(body, contentType).strip();
    return text.isEmpty()
        ? new ParseResult.Unreadable(ParseResult.Why.EMPTY, "the document is empty")
        : new ParseResult.Parsed(
            new PageDialect(new Context(base.toString(), new Dates(zone))).parse(text));
  }

  private static ParseResult parseXml(String text, Context context) {
    Document document = Parser.xmlParser().setMaxDepth(MAX_DEPTH).parseInput(text, "");
    if (Pages.looksLike(text, document)) {
      return Pages.refuse(text, context);
    }
    Optional<Element> root =
        document.stream().limit(ROOT_WITHIN).filter(Parsers::isRoot).findFirst();
    return root.map(element -> parseFeed(text, element, context))
        .orElseGet(() -> notAFeed(document));
  }

  private static ParseResult parseFeed(String text, Element root, Context context) {
    ParsedFeed feed =
        switch (Markup.localName(root)) {
          case "feed", "entry" -> new AtomDialect(context).parse(text, root);
          default -> new RssDialect(context).parse(text, root);
        };
    return new ParseResult.Parsed(feed);
  }

  private static boolean isRoot(Element element) {
    return switch (Markup.localName(element)) {
      case "rss", "rdf", "feed", "channel", "entry" -> true;
      default -> false;
    };
  }

  private static ParseResult notAFeed(Document document) {
    Element first = document.firstElementChild();
    String detail =
        first == null
            ? "the answer is plain text, not a feed"
            : switch (Markup.localName(first).toLowerCase(Locale.ROOT)) {
              case "opml" -> "the answer is a list of feeds (OPML), not a feed";
              case "urlset", "sitemapindex" -> "the answer is a site map, not a feed";
              default -> "the answer is XML, but not a feed: it begins with " + shown(first);
            };
    return new ParseResult.Unreadable(ParseResult.Why.NOT_A_FEED, detail);
  }

  private static String shown(Element element) {
    String name = element.tagName();
    return "<" + (name.length() > 40 ? name.substring(0, 40) + "…" : name) + ">";
  }

  /// What every dialect needs to know about the document.
  ///
  /// @param base what relative links are resolved against
  record Context(String base, Dates dates) {}
}

package app.bellwire.parse;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Web pages where a feed was expected. Thread-safe.
final class Pages {
  private static final Set<String> ROOTS =
      Set.of("html", "head", "body", "div", "p", "h1", "table");
  private static final int SHOWN = 3;
  private static final int HEAD = 64 * 1024;

  private Pages() {}

  static boolean looksLike(String text, Document document) {
    String start = text.substring(0, Math.min(text.length(), 512)).toLowerCase(Locale.ROOT);
    Element first = document.firstElementChild();
    String name = first == null ? "" : Markup.localName(first);
    return start.startsWith("<!doctype html") || name.equals("html") || isBare(name, text);
  }

  private static boolean isBare(String name, String text) {
    return ROOTS.contains(name)
        && !text.contains("<rss")
        && !text.contains("<feed")
        && !text.contains("<rdf:RDF");
  }

  /// Says that it is a page, and which feeds it offers.
  static ParseResult refuse(String text, Parsers.Context context) {
    List<String> feeds =
        Jsoup.parse(Markup.cut(text, HEAD)).select("link[rel~=(?i)alternate][href]").stream()
            .filter(link -> isFeed(link.attr("type").toLowerCase(Locale.ROOT)))
            .flatMap(link -> Links.join(context.base(), link.attr("href")).stream())
            .distinct()
            .limit(SHOWN)
            .toList();
    String offer = feeds.isEmpty() ? "" : "; it offers " + String.join(", ", feeds);
    return new ParseResult.Unreadable(
        ParseResult.Why.WEB_PAGE, "the answer is a web page, not a feed" + offer);
  }

  private static boolean isFeed(String type) {
    return type.contains("rss")
        || type.contains("atom")
        || type.contains("rdf")
        || type.contains("feed+json");
  }
}

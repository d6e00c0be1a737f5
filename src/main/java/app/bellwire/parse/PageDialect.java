package app.bellwire.parse;

import app.bellwire.article.RawItem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The page of one article: title, date and authors as the page states them, and the part that
/// holds most of the running text. Confined to one document.
final class PageDialect {
  private static final String CHROME =
      "script, style, nav, aside, footer, form, header nav, noscript, iframe, button, figure";
  private static final Pattern AROUND =
      Pattern.compile(
          "(?i)(?:^|[-_"
              + " ])(?:cookie|newsletter|share|social|related|advert|ad|promo|subscribe|comments?|breadcrumb)(?:[-_"
              + " ]|$)");
  private static final String TEXT = "article, main, [itemprop=articleBody], section, div, body";

  private final Parsers.Context context;

  PageDialect(Parsers.Context context) {
    this.context = context;
  }

  ParsedFeed parse(String text) {
    Document page = Jsoup.parse(text, context.base());
    Optional<String> link =
        first(page, "link[rel=canonical]", "href").or(() -> Optional.of(context.base()));
    String title =
        first(page, "meta[property=og:title]", "content")
            .or(() -> words(page.selectFirst("h1")))
            .orElseGet(page::title);
    RawItem item =
        new RawItem(
            link.orElse(null),
            title,
            link.orElse(null),
            date(page, "article:published_time", "datePublished").orElse(null),
            date(page, "article:modified_time", "dateModified").orElse(null),
            page.select("meta[name=author][content]").eachAttr("content"),
            first(page, "meta[name=description]", "content").orElse(""),
            story(page),
            words(page.selectFirst("html[lang]"), "lang"));
    return new ParsedFeed(
        "page", title, link.orElse(null), List.of(item), Optional.empty(), Optional.empty());
  }

  private Optional<Instant> date(Document page, String property, String itemprop) {
    return first(page, "meta[property=" + property + "]", "content")
        .or(() -> first(page, "meta[itemprop=" + itemprop + "]", "content"))
        .or(() -> first(page, "time[itemprop=" + itemprop + "]", "datetime"))
        .or(
            () ->
                property.contains("published") ? first(page, "time", "datetime") : Optional.empty())
        .flatMap(stated -> Optional.ofNullable(context.dates().parse(stated)));
  }

  /// The smallest part whose own paragraphs hold at least half of the text of all paragraphs.
  private static String story(Document page) {
    page.select(CHROME).remove();
    page.select("[class], [id]").stream()
        .filter(e -> AROUND.matcher(e.className() + " " + e.id()).find())
        .toList()
        .forEach(Element::remove);
    int all = page.select("p").stream().mapToInt(p -> p.text().length()).sum();
    return page.select(TEXT).stream()
        .filter(part -> paragraphs(part) * 2 >= all)
        .min(Comparator.comparingInt(part -> part.text().length()))
        .map(Element::html)
        .orElse("");
  }

  private static int paragraphs(Element part) {
    return part.select("p").stream().mapToInt(p -> p.text().length()).sum();
  }

  private static Optional<String> first(Document page, String query, String attribute) {
    return Optional.ofNullable(page.selectFirst(query))
        .map(element -> element.attr(attribute).strip())
        .filter(value -> !value.isEmpty());
  }

  private static Optional<String> words(@Nullable Element element) {
    return Optional.ofNullable(element).map(Element::text).filter(text -> !text.isBlank());
  }

  private static @Nullable String words(@Nullable Element element, String attribute) {
    return element == null ? null : element.attr(attribute);
  }
}

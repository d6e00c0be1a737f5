package app.bellwire.parse;

import app.bellwire.article.RawItem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// RSS 0.9x, 1.0 (RDF) and 2.0 with the modules that newsrooms use. Immutable.
final class RssDialect {
  private static final int MOST_MINUTES = 60 * 24 * 7;
  private static final String CONTENT = "content:encoded";

  private final Parsers.Context context;

  RssDialect(Parsers.Context context) {
    this.context = context;
  }

  ParsedFeed parse(String text, Element root) {
    Element channel =
        Markup.localName(root).equals("channel")
            ? root
            : Markup.children(root, "channel").stream().findFirst().orElse(root);
    Entries entries = Entries.of(text, root, e -> Markup.name(e).equals("item"));
    String language = language(channel, null);
    return new ParsedFeed(
        Markup.localName(root).equals("rdf") ? "rdf" : "rss",
        title(channel),
        link(channel, Markup.base(channel, context.base())),
        entries.complete().stream().map(item -> item(item, language)).toList(),
        ttl(channel),
        entries.note());
  }

  private RawItem item(Element item, @Nullable String feedLanguage) {
    Dates dates = context.dates();
    return new RawItem(
        id(item),
        title(item),
        itemLink(item),
        dates.parse(
            Markup.text(
                item,
                "pubdate",
                "dc:date",
                "dcterms:issued",
                "dcterms:created",
                "atom:published",
                "published")),
        dates.parse(Markup.text(item, "dcterms:modified", "atom:updated", "updated")),
        authors(item),
        html(
            item,
            "description",
            "dc:description",
            "summary",
            "itunes:summary",
            "media:description",
            "abstract"),
        html(
            item, CONTENT, "content", "xhtml:body", "body", "fullitem", "fulltext", "atom:content"),
        language(item, feedLanguage));
  }

  private static @Nullable String id(Element item) {
    String id = Markup.text(item, "guid", "atom:id", "id");
    String about = id.isEmpty() ? Markup.attribute(item, "about") : id;
    return about == null || about.isBlank() ? null : about;
  }

  private static String title(Element element) {
    return Markup.child(element, "title", "dc:title", "media:title", "atom:title")
        .map(title -> Titles.ofHtml(Markup.fragment(title, Parsers.MAX_TITLE)))
        .orElse("");
  }

  private @Nullable String itemLink(Element item) {
    String base = Markup.base(item, context.base());
    String link = link(item, base);
    return Stream.of(Optional.ofNullable(link), permaLink(item), about(item))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String link(Element element, String base) {
    String text = Markup.text(element, "link");
    String href =
        text.isEmpty()
            ? Markup.children(element, "atom:link", "link").stream()
                .filter(RssDialect::leadsToText)
                .map(link -> link.attr("href"))
                .findFirst()
                .orElse("")
            : text;
    return Links.resolve(base, href);
  }

  private static boolean leadsToText(Element link) {
    String rel = link.attr("rel");
    return rel.isEmpty() || rel.equals("alternate");
  }

  private static Optional<String> permaLink(Element item) {
    return Markup.child(item, "guid")
        .filter(guid -> !"false".equalsIgnoreCase(Markup.attribute(guid, "isPermaLink")))
        .map(guid -> Markup.text(guid, Parsers.MAX_TITLE))
        .filter(Links::absolute)
        .flatMap(guid -> Links.join(guid, guid));
  }

  private static Optional<String> about(Element item) {
    return Optional.ofNullable(Markup.attribute(item, "about"))
        .filter(Links::absolute)
        .flatMap(about -> Links.join(about, about));
  }

  private static List<String> authors(Element item) {
    return Markup.children(item, "author", "dc:creator", "itunes:author", "atom:author").stream()
        .map(RssDialect::author)
        .filter(author -> !author.isEmpty())
        .distinct()
        .toList();
  }

  private static String author(Element element) {
    String name = Markup.text(element, "atom:name", "name");
    String author = Titles.ofHtml(name.isEmpty() ? Markup.text(element, Parsers.MAX_TITLE) : name);
    int open = author.indexOf('(');
    boolean mailFirst = author.indexOf('@') > 0 && open > 0 && author.endsWith(")");
    return mailFirst ? author.substring(open + 1, author.length() - 1).strip() : author;
  }

  private static String html(Element item, String... names) {
    return Markup.child(item, names)
        .map(child -> Markup.fragment(child, Parsers.MAX_CONTENT))
        .orElse("");
  }

  private static @Nullable String language(Element element, @Nullable String outer) {
    String named = Markup.text(element, "dc:language", "language");
    String language = named.isEmpty() ? Markup.language(element) : named;
    return language == null ? outer : language;
  }

  private static Optional<Duration> ttl(Element channel) {
    String minutes = Markup.text(channel, "ttl");
    return minutes.matches("\\d{1,6}") && !minutes.matches("0+")
        ? Optional.of(Duration.ofMinutes(Math.min(Integer.parseInt(minutes), MOST_MINUTES)))
        : Syndication.period(channel);
  }
}

package app.bellwire.parse;

import app.bellwire.article.RawItem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Atom 0.3 and 1.0, also a single entry. Immutable.
final class AtomDialect {
  private final Parsers.Context context;

  AtomDialect(Parsers.Context context) {
    this.context = context;
  }

  ParsedFeed parse(String text, Element root) {
    Entries entries = Entries.of(text, root, e -> Markup.localName(e).equals("entry"));
    List<String> feedAuthors = authors(root);
    return new ParsedFeed(
        "atom",
        title(root),
        link(root),
        entries.complete().stream().map(entry -> item(entry, feedAuthors)).toList(),
        Syndication.period(root),
        entries.note());
  }

  private RawItem item(Element entry, List<String> feedAuthors) {
    String id = text(entry, "id");
    return new RawItem(
        id.isEmpty() ? null : id,
        title(entry),
        link(entry),
        date(entry, "published", "issued", "created", "dc:date"),
        date(entry, "updated", "modified"),
        authorsOf(entry, feedAuthors),
        fragment(find(entry, "summary", "media:description")),
        fragment(content(entry)),
        Markup.language(entry));
  }

  private @Nullable Instant date(Element entry, String... names) {
    return context.dates().parse(text(entry, names));
  }

  private static List<String> authorsOf(Element entry, List<String> feedAuthors) {
    List<String> own = authors(entry);
    if (!own.isEmpty()) {
      return own;
    }
    List<String> source = find(entry, "source").map(AtomDialect::authors).orElse(List.of());
    return source.isEmpty() ? feedAuthors : source;
  }

  private static List<String> authors(Element element) {
    return all(element, "author", "dc:creator").stream()
        .map(author -> Titles.ofText(nameOf(author)))
        .filter(author -> !author.isEmpty())
        .distinct()
        .toList();
  }

  private static String nameOf(Element author) {
    String name = text(author, "name");
    return author.firstElementChild() == null ? Markup.text(author, Parsers.MAX_TITLE) : name;
  }

  private static String title(Element element) {
    Optional<Element> title = find(element, "title", "dc:title", "media:title");
    return title.map(AtomDialect::plain).orElse("");
  }

  private static String plain(Element title) {
    return isPlain(title)
        ? Titles.ofText(Markup.text(title, Parsers.MAX_TITLE))
        : Titles.ofHtml(payload(title, Parsers.MAX_TITLE));
  }

  private static String fragment(Optional<Element> construct) {
    return construct.map(AtomDialect::fragmentOf).orElse("");
  }

  private static String fragmentOf(Element construct) {
    return isPlain(construct)
        ? Titles.markupOf(Markup.text(construct, Parsers.MAX_CONTENT))
        : payload(construct, Parsers.MAX_CONTENT);
  }

  /// Plain by its own word, and in fact: many write HTML without saying so.
  private static boolean isPlain(Element construct) {
    String type = construct.attr("type").toLowerCase(Locale.ROOT).strip();
    boolean stated = type.isEmpty() || type.equals("text") || type.equals("text/plain");
    return stated
        && construct.firstElementChild() == null
        && !base64(construct)
        && !construct.attr("mode").equalsIgnoreCase("xml");
  }

  private static String payload(Element construct, int limit) {
    return base64(construct) ? decoded(construct, limit) : Markup.fragment(construct, limit);
  }

  private static boolean base64(Element construct) {
    String type = construct.attr("type").toLowerCase(Locale.ROOT);
    return construct.attr("mode").equalsIgnoreCase("base64")
        || type.equals("application/octet-stream");
  }

  private static String decoded(Element construct, int limit) {
    String text = Markup.text(construct, limit);
    try {
      return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /// The richest content that stands in the document itself.
  private static Optional<Element> content(Element entry) {
    return all(entry, "content").stream()
        .filter(content -> content.childNodeSize() > 0 && isText(content))
        .max(Comparator.comparingInt(content -> isPlain(content) ? 0 : 1));
  }

  private static boolean isText(Element content) {
    String type = content.attr("type").toLowerCase(Locale.ROOT);
    return base64(content)
        || type.isEmpty()
        || type.startsWith("text")
        || type.contains("html")
        || type.contains("xml");
  }

  private @Nullable String link(Element element) {
    return all(element, "link").stream()
        .filter(link -> rank(link) < Integer.MAX_VALUE)
        .sorted(Comparator.comparingInt(AtomDialect::rank))
        .map(link -> Links.resolve(Markup.base(link, context.base()), address(link)))
        .filter(link -> link != null)
        .findFirst()
        .orElse(null);
  }

  private static String address(Element link) {
    String href = link.attr("href");
    return href.isBlank() ? Markup.text(link, Parsers.MAX_TITLE) : href;
  }

  /// The page first, then what is about it; never the feed itself or a sound.
  private static int rank(Element link) {
    String rel = link.attr("rel").toLowerCase(Locale.ROOT).strip();
    boolean html = link.attr("type").isEmpty() || link.attr("type").contains("html");
    return switch (rel) {
      case "", "alternate", "http://www.iana.org/assignments/relation/alternate" -> html ? 0 : 1;
      case "related" -> 2;
      case "via" -> 3;
      default -> Integer.MAX_VALUE;
    };
  }

  private static String text(Element parent, String... names) {
    return find(parent, names).map(e -> Markup.text(e, Parsers.MAX_TITLE)).orElse("");
  }

  private static Optional<Element> find(Element parent, String... names) {
    return all(parent, names).stream().filter(e -> e.childNodeSize() > 0).findFirst();
  }

  /// By names with and without the Atom prefix.
  private static List<Element> all(Element parent, String... names) {
    String[] both = new String[names.length * 2];
    for (int i = 0; i < names.length; i++) {
      both[2 * i] = names[i];
      both[2 * i + 1] = "atom:" + names[i];
    }
    return Markup.children(parent, both);
  }
}

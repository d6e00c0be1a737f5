package app.bellwire.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Reads elements of an XML tree by short names: `title` for the feed's own words, `dc:date` for
/// those of a known vocabulary, whatever prefix the document uses, declared or not. Thread-safe.
final class Markup {
  private static final int CROWD = 5_000;

  private Markup() {}

  /// Lower case, without prefix.
  static String localName(Element element) {
    String name = element.tagName();
    return name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  static String name(Element element) {
    String vocabulary = vocabulary(element);
    return vocabulary.isEmpty() ? localName(element) : vocabulary + ":" + localName(element);
  }

  private static String vocabulary(Element element) {
    int colon = element.tagName().indexOf(':');
    if (colon < 0) {
      return "";
    }
    String uri = element.tag().namespace().toLowerCase(Locale.ROOT);
    String prefix = element.tagName().substring(0, colon).toLowerCase(Locale.ROOT);
    return knownVocabulary(uri).orElse(prefix);
  }

  private static Optional<String> knownVocabulary(String uri) {
    if (uri.contains("purl.org/dc/terms")) {
      return Optional.of("dcterms");
    } else if (uri.contains("purl.org/dc/")) {
      return Optional.of("dc");
    } else if (uri.contains("modules/content")) {
      return Optional.of("content");
    } else if (uri.contains("modules/syndication")) {
      return Optional.of("sy");
    } else if (uri.contains("mrss")) {
      return Optional.of("media");
    } else if (uri.contains("2005/atom") || uri.contains("purl.org/atom")) {
      return Optional.of("atom");
    } else if (uri.contains("rdf-syntax")) {
      return Optional.of("rdf");
    } else if (uri.contains("xhtml")) {
      return Optional.of("xhtml");
    } else if (uri.contains("/rss") || uri.contains("rdf/simple")) {
      return uri.contains("modules") ? Optional.empty() : Optional.of("");
    }
    return Optional.empty();
  }

  /// The children with one of these names: all of the first name, then all of the second. Of a
  /// crowd only the first [#CROWD] are looked at.
  static List<Element> children(Element parent, String... names) {
    List<Element> found = new ArrayList<>();
    int[] ends = new int[names.length];
    Element child = parent.firstElementChild();
    for (int i = 0; child != null && i < CROWD; i++) {
      int at = List.of(names).indexOf(name(child));
      if (at >= 0) {
        found.add(ends[at], child);
        for (int later = at; later < ends.length; later++) {
          ends[later]++;
        }
      }
      child = child.nextElementSibling();
    }
    return found;
  }

  /// The first child of the first name that has one with something in it.
  static Optional<Element> child(Element parent, String... names) {
    return children(parent, names).stream().filter(e -> e.childNodeSize() > 0).findFirst();
  }

  /// The text of that child, stripped; empty when there is none.
  static String text(Element parent, String... names) {
    return children(parent, names).stream()
        .map(child -> text(child, Parsers.MAX_TITLE))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// All text in the element, tags left out, stripped and cut to `limit` characters.
  static String text(Element element, int limit) {
    StringBuilder out = new StringBuilder();
    write(element, out, limit, false);
    return cut(out, limit).strip();
  }

  /// The element's inside as an HTML fragment: its markup where it has any, else its text, which
  /// then is escaped markup.
  static String fragment(Element element, int limit) {
    if (element.firstElementChild() == null) {
      return text(element, limit);
    }
    StringBuilder out = new StringBuilder();
    write(element, out, limit, true);
    return cut(out, limit).strip();
  }

  private static void write(Element element, StringBuilder out, int limit, boolean tags) {
    for (Node node = element.firstChild(); node != null; node = node.nextSibling()) {
      if (out.length() > limit) {
        return;
      }
      if (node instanceof TextNode text) {
        out.append(tags ? Entities.escape(text.getWholeText()) : text.getWholeText());
      } else if (node instanceof Element child) {
        writeElement(child, out, limit, tags);
      }
    }
  }

  private static void writeElement(Element child, StringBuilder out, int limit, boolean tags) {
    if (tags) {
      out.append('<').append(localName(child));
      for (Attribute attribute : child.attributes()) {
        out.append(' ').append(attribute.html());
      }
      out.append('>');
    }
    write(child, out, limit, tags);
    if (tags) {
      out.append("</").append(localName(child)).append('>');
    }
  }

  static String cut(CharSequence text, int limit) {
    if (text.length() <= limit) {
      return text.toString();
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.subSequence(0, end).toString();
  }

  /// An attribute by its name without prefix, or null.
  static @Nullable String attribute(Element element, String name) {
    for (Attribute attribute : element.attributes()) {
      String key = attribute.getKey();
      if (key.substring(key.lastIndexOf(':') + 1).equalsIgnoreCase(name)) {
        return attribute.getValue().strip();
      }
    }
    return null;
  }

  /// `xml:lang` here or above, or null.
  static @Nullable String language(Element element) {
    for (Element e = element; e != null; e = e.parent()) {
      String lang = e.attr("xml:lang");
      if (!lang.isBlank()) {
        return lang.strip();
      }
    }
    return null;
  }

  /// `documentBase` moved by every `xml:base` from the root down to the element.
  static String base(Element element, String documentBase) {
    Element parent = element.parent();
    String outer = parent == null ? documentBase : base(parent, documentBase);
    String own = element.attr("xml:base");
    return own.isBlank() ? outer : Links.join(outer, own).orElse(outer);
  }
}

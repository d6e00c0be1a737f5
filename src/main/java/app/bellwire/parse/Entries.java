package app.bellwire.parse;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;

/// The entries of an XML feed that are wholly there. Immutable.
///
/// @param note what is missing and why
record Entries(List<Element> complete, Optional<String> note) {

  /// @param text the document, to see whether its end is missing
  static Entries of(String text, Element root, Predicate<Element> isEntry) {
    List<Element> found = root.stream().filter(isEntry).limit(Parsers.MAX_ITEMS + 1L).toList();
    if (found.size() > Parsers.MAX_ITEMS) {
      return new Entries(found.subList(0, Parsers.MAX_ITEMS), Optional.of(tooMany()));
    }
    if (closed(text, root)) {
      return new Entries(found, Optional.empty());
    }
    boolean whole = found.isEmpty() || closed(text, found.getLast());
    List<Element> complete = whole ? found : found.subList(0, found.size() - 1);
    return new Entries(complete, Optional.of(cutOff(complete.size())));
  }

  static String tooMany() {
    return "more than " + Parsers.MAX_ITEMS + " items: the rest is left out";
  }

  static String cutOff(int complete) {
    return "cut off after "
        + complete
        + (complete == 1 ? " item" : " items")
        + ": read as far as it goes";
  }

  private static boolean closed(String text, Element element) {
    String name = element.tagName();
    int end = text.lastIndexOf("</" + name);
    return end > text.lastIndexOf("<" + name) || element.childNodeSize() == 0;
  }
}

package app.bellwire.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Makes plain paragraphs of an HTML fragment or of plain text. Thread-safe.
public final class Paragraphs {
  private static final Pattern BLOCKS =
      Pattern.compile(
          "<(?:p|div|br|li|ul|ol|h[1-6]|table|tr|td|section|article|blockquote|pre|body|html)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");
  private static final Set<String> DROPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "nav",
          "form",
          "button",
          "figcaption",
          "iframe",
          "svg",
          "template",
          "aside",
          "footer",
          "select",
          "textarea",
          "object",
          "head",
          "title",
          "audio",
          "video");
  private static final int LEAST_WRAP = 40;
  private static final int MOST_WRAP = 100;

  private Paragraphs() {}

  /// The paragraphs of an HTML fragment or of plain text, without markup, in order; empty ones are
  /// left out.
  public static List<String> of(String fragment) {
    if (fragment.isBlank()) {
      return List.of();
    }
    boolean lines = !BLOCKS.matcher(fragment).find();
    String text = Characters.clean(textOf(fragment, lines));
    List<String> paragraphs = new ArrayList<>();
    for (String block : BLANK_LINE.split(text)) {
      addBlock(paragraphs, block.lines().map(Characters::fold).filter(l -> !l.isEmpty()).toList());
    }
    return paragraphs;
  }

  private static void addBlock(List<String> paragraphs, List<String> lines) {
    if (wrapped(lines)) {
      paragraphs.add(String.join(" ", lines));
    } else {
      paragraphs.addAll(lines);
    }
  }

  /// Lines broken to a width: each but the last is about as long, and most end amid a sentence.
  private static boolean wrapped(List<String> lines) {
    if (lines.size() < 2) {
      return false;
    }
    List<String> inner = lines.subList(0, lines.size() - 1);
    long amid = inner.stream().filter(line -> !Lines.ended(line)).count();
    return inner.stream().allMatch(l -> l.length() >= LEAST_WRAP && l.length() <= MOST_WRAP)
        && amid * 2 >= inner.size()
        && amid > 0;
  }

  /// @param lines whether line ends in the text are line ends, as in plain text
  private static String textOf(String fragment, boolean lines) {
    if (lines && fragment.indexOf('<') < 0 && fragment.indexOf('&') < 0) {
      return fragment;
    }
    Element body = Jsoup.parseBodyFragment(fragment).body();
    StringBuilder out = new StringBuilder();
    Writer writer = new Writer(out, lines);
    body.traverse(writer);
    return out.toString();
  }

  /// Writes text, a line end for `<br>` and a blank line round every block.
  private static final class Writer implements NodeVisitor {
    private final StringBuilder out;
    private final boolean lines;
    private int dropping;

    Writer(StringBuilder out, boolean lines) {
      this.out = out;
      this.lines = lines;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        dropping += DROPPED.contains(element.normalName()) ? 1 : 0;
        open(element);
      } else if (node instanceof TextNode text && dropping == 0) {
        out.append(asIs(text) ? text.getWholeText() : text.getWholeText().replaceAll("\\s", " "));
      }
    }

    private boolean asIs(TextNode text) {
      return lines || text.parent() instanceof Element parent && parent.normalName().equals("pre");
    }

    private void open(Element element) {
      if (element.normalName().equals("br")) {
        out.append('\n');
      } else if (breaks(element)) {
        out.append("\n\n");
      } else if (element.normalName().equals("td") || element.normalName().equals("th")) {
        out.append(' ');
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        dropping -= DROPPED.contains(element.normalName()) ? 1 : 0;
        if (breaks(element)) {
          out.append("\n\n");
        }
      }
    }

    private static boolean breaks(Element element) {
      String name = element.normalName();
      return element.isBlock() && !name.equals("td") && !name.equals("th")
          || DROPPED.contains(name);
    }
  }
}

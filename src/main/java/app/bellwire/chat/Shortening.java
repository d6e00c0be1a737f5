package app.bellwire.chat;

import app.bellwire.chat.RichText.Bold;
import app.bellwire.chat.RichText.Code;
import app.bellwire.chat.RichText.Link;
import app.bellwire.chat.RichText.News;
import app.bellwire.chat.RichText.Node;
import app.bellwire.chat.RichText.Struck;
import app.bellwire.chat.RichText.Text;
import java.util.ArrayList;
import java.util.List;

/// Cuts rich text without breaking a word, where there is one to spare, or a character. Pure.
final class Shortening {
  private static final String MORE = "…";

  private Shortening() {}

  /// What fits of a text that is longer than `units`.
  static RichText of(RichText text, int units) {
    if (units < MORE.length()) {
      return new RichText(List.of());
    }
    List<Node> kept = new ArrayList<>(cut(text, units - MORE.length()).nodes());
    kept.add(new Text(MORE));
    return new RichText(kept);
  }

  private static RichText cut(RichText text, int units) {
    List<Node> kept = new ArrayList<>();
    int left = units;
    for (Node node : text.nodes()) {
      int length = new RichText(List.of(node)).plain().length();
      if (length > left) {
        kept.addAll(cut(node, left));
        break;
      }
      kept.add(node);
      left -= length;
    }
    return new RichText(kept);
  }

  /// Nothing of a node that says something only as a whole.
  private static List<Node> cut(Node node, int units) {
    return switch (node) {
      case Text text -> List.of(new Text(cut(text.text(), units)));
      case News news -> List.of(new News(cut(news.text(), units), news.language()));
      case Bold bold -> List.of(new Bold(cut(bold.content(), units)));
      case Struck struck -> List.of(new Struck(cut(struck.content(), units)));
      case Link link -> List.of(new Link(cut(link.label(), units), link.target()));
      case Code _, RichText.Block _, RichText.Time _, RichText.Fold _ -> List.of();
    };
  }

  private static String cut(String text, int units) {
    int space = text.lastIndexOf(' ', units);
    int end = space > units / 2 ? space : units;
    boolean half = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, half ? end - 1 : end).stripTrailing();
  }
}

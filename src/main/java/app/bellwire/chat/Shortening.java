package app.bellwire.chat;

import app.bellwire.chat.RichText.Bold;
import app.bellwire.chat.RichText.Code;
import app.bellwire.chat.RichText.Link;
import app.bellwire.chat.RichText.News;
import app.bellwire.chat.RichText.Node;
import app.bellwire.chat.RichText.Struck;
import app.bellwire.chat.RichText.Text;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts text without breaking a word, where there is one to spare, or a character as readers see
/// it. Pure.
public final class Shortening {
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
    return text.substring(0, boundary(text, units)).stripTrailing();
  }

  /// The best place to cut a text at: the end of a word in the last half of what fits, else the
  /// last place between two characters as readers see them.
  ///
  /// @param most UTF-16 units that fit
  public static int boundary(String text, int most) {
    if (text.length() <= most) {
      return text.length();
    }
    int space = text.lastIndexOf(' ', most);
    if (space > most / 2) {
      return space;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    return characters.isBoundary(most) ? most : Math.max(0, characters.preceding(most));
  }

  /// A text in at most `units` UTF-16 units; where something had to go, `…` stands.
  public static String of(String text, int units) {
    return text.length() <= units ? text : cut(text, units - MORE.length()) + MORE;
  }
}

package app.bellwire.chat.slack;

import app.bellwire.chat.RichText;
import app.bellwire.chat.RichText.Node;
import app.bellwire.chat.Shortening;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/// Shortens rich text until what is made of it is small enough: first its longest parts, so that
/// the lines around them stay, then its end. Pure.
final class Fitting {
  /// A part of at most so many UTF-16 units is not shortened.
  private static final int WORTH_CUTTING = 200;

  /// UTF-16 units that are not worth another try.
  private static final int NEARLY = 16;

  private Fitting() {}

  /// @param most UTF-16 units that no fitting text is longer than
  static RichText of(RichText text, int most, Predicate<RichText> fits) {
    if (text.plain().length() <= most && fits.test(text)) {
      return text;
    }
    RichText bounded = capped(text, most);
    int part = largest(WORTH_CUTTING, most, units -> fits.test(capped(bounded, units)));
    RichText shown = capped(bounded, part);
    return fits.test(shown)
        ? shown
        : shown.shortened(largest(0, most, units -> fits.test(shown.shortened(units))));
  }

  /// The largest number that fits, or nearly; `least` where none does.
  private static int largest(int least, int most, IntPredicate fits) {
    int known = least;
    int tooMuch = most;
    while (tooMuch - known > NEARLY) {
      int middle = (known + tooMuch) / 2;
      if (fits.test(middle)) {
        known = middle;
      } else {
        tooMuch = middle;
      }
    }
    return known;
  }

  private static RichText capped(RichText text, int most) {
    return new RichText(text.nodes().stream().map(node -> capped(node, most)).toList());
  }

  private static Node capped(Node node, int most) {
    return switch (node) {
      case RichText.Text text -> new RichText.Text(Shortening.of(text.text(), most));
      case RichText.News news ->
          new RichText.News(Shortening.of(news.text(), most), news.language());
      case RichText.Code code -> new RichText.Code(Shortening.of(code.text(), most));
      case RichText.Block block -> new RichText.Block(Shortening.of(block.text(), most));
      case RichText.Link link ->
          new RichText.Link(Shortening.of(link.label(), most), link.target());
      case RichText.Bold bold -> new RichText.Bold(capped(bold.content(), most));
      case RichText.Struck struck -> new RichText.Struck(capped(struck.content(), most));
      case RichText.Fold fold ->
          new RichText.Fold(Shortening.of(fold.title(), most), capped(fold.content(), most));
      case RichText.Time time -> time;
    };
  }
}

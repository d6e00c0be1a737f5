package app.bellwire.chat.slack;

import app.bellwire.chat.RichText;
import app.bellwire.chat.RichText.Node;
import app.bellwire.chat.Shortening;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Makes rich text smaller until what is made of it fits, in the way that costs readers least: long
/// parts are shortened, so that the lines around them stay; links with short labels, such as the
/// agencies below a headline, become text; shorter parts are shortened too; the end is cut. Pure.
final class Fitting {
  /// Parts of more UTF-16 units than this are shortened first.
  private static final int LONG = 1_000;

  /// Parts of at most so many are never shortened.
  private static final int SHORT = 200;

  /// UTF-16 units that are not worth another try.
  private static final int NEARLY = 8;

  private final Predicate<RichText> fits;

  private Fitting(Predicate<RichText> fits) {
    this.fits = fits;
  }

  /// @param most UTF-16 units that no fitting text is longer than
  static RichText of(RichText text, int most, Predicate<RichText> fits) {
    return text.plain().length() <= most && fits.test(text)
        ? text
        : new Fitting(fits).smaller(text, most);
  }

  private RichText smaller(RichText text, int most) {
    RichText bounded = capped(text, most);
    RichText parts = capped(bounded, LONG);
    RichText shorts = capped(parts, SHORT);
    return mildest(units -> capped(bounded, units), LONG, most)
        .or(() -> mildest(units -> unlinked(parts, units), LONG, 0))
        .or(() -> mildest(units -> capped(parts, units), SHORT, LONG))
        .or(() -> mildest(shorts::shortened, 0, most))
        .orElseGet(() -> new RichText(List.of()));
  }

  /// The mildest that fits, or nearly; none where not even the harshest does.
  private Optional<RichText> mildest(IntFunction<RichText> way, int harshest, int mildest) {
    if (!fits.test(way.apply(harshest))) {
      return Optional.empty();
    }
    int fitting = harshest;
    int tooMild = mildest;
    while (Math.abs(fitting - tooMild) > NEARLY) {
      int middle = (fitting + tooMild) / 2;
      if (fits.test(way.apply(middle))) {
        fitting = middle;
      } else {
        tooMild = middle;
      }
    }
    return Optional.of(way.apply(fitting));
  }

  /// The text with no part longer than `most`.
  private static RichText capped(RichText text, int most) {
    return each(text, leaf -> cappedLeaf(leaf, most));
  }

  private static Node cappedLeaf(Node leaf, int most) {
    return switch (leaf) {
      case RichText.Text text -> new RichText.Text(Shortening.of(text.text(), most));
      case RichText.News news ->
          new RichText.News(Shortening.of(news.text(), most), news.language());
      case RichText.Code code -> new RichText.Code(Shortening.of(code.text(), most));
      case RichText.Block block -> new RichText.Block(Shortening.of(block.text(), most));
      case RichText.Link link ->
          new RichText.Link(Shortening.of(link.label(), most), link.target());
      case RichText.Fold fold ->
          new RichText.Fold(Shortening.of(fold.title(), most), fold.content());
      case RichText.Bold _, RichText.Struck _, RichText.Time _ -> leaf;
    };
  }

  /// The text without the links of which the label is at most so long.
  private static RichText unlinked(RichText text, int label) {
    return each(
        text,
        leaf ->
            leaf instanceof RichText.Link link && link.label().length() <= label
                ? new RichText.Text(link.label())
                : leaf);
  }

  /// The text with each of its nodes changed, inner ones first.
  private static RichText each(RichText text, UnaryOperator<Node> change) {
    return new RichText(
        text.nodes().stream().map(node -> change.apply(inner(node, change))).toList());
  }

  private static Node inner(Node node, UnaryOperator<Node> change) {
    return switch (node) {
      case RichText.Bold bold -> new RichText.Bold(each(bold.content(), change));
      case RichText.Struck struck -> new RichText.Struck(each(struck.content(), change));
      case RichText.Fold fold -> new RichText.Fold(fold.title(), each(fold.content(), change));
      default -> node;
    };
  }
}

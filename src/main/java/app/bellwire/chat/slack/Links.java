package app.bellwire.chat.slack;

import app.bellwire.chat.Button;
import app.bellwire.chat.RichText;
import app.bellwire.chat.RichText.Bold;
import app.bellwire.chat.RichText.Link;
import app.bellwire.chat.RichText.Node;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/// Which pages a message opens. A button that opens one is an interaction too, so on Slack the text
/// links what it can. Pure.
final class Links {
  private static final int LONGEST = 3000;

  private Links() {}

  /// The address as Slack takes it; none for another scheme, a host without a dot or one that is
  /// too long.
  static Optional<String> web(URI target) {
    return Optional.ofNullable(HttpUrl.parse(target.toString()))
        .filter(url -> url.host().contains(".") || url.host().contains(":"))
        .map(HttpUrl::toString)
        .filter(url -> url.length() <= LONGEST);
  }

  /// The text with its headline as the link that a button offers, where the text already begins
  /// with that link below the headline.
  static RichText headlined(RichText text, List<List<Button>> rows) {
    if (text.nodes().isEmpty() || !(text.nodes().getFirst() instanceof Bold(RichText headline))) {
      return text;
    }
    return isNews(headline)
        ? offered(text, rows).map(target -> linked(text, headline, target)).orElse(text)
        : text;
  }

  private static boolean isNews(RichText bold) {
    return !bold.nodes().isEmpty()
        && bold.nodes().stream().allMatch(RichText.News.class::isInstance);
  }

  /// The page of the first link, where a button opens it too.
  private static Optional<URI> offered(RichText text, List<List<Button>> rows) {
    Optional<String> first = in(text).findFirst();
    return rows.stream()
        .flatMap(List::stream)
        .flatMap(button -> opened(button).stream())
        .filter(target -> first.isPresent() && web(target).equals(first))
        .findFirst();
  }

  private static RichText linked(RichText text, RichText headline, URI target) {
    RichText link = RichText.build().link(headline.plain(), target).done();
    return RichText.build()
        .add(new Bold(link))
        .addAll(new RichText(text.nodes().subList(1, text.nodes().size())))
        .done();
  }

  /// The buttons without those that open what the text links. What is left of such a row stands
  /// before the next.
  static List<List<Button>> besides(RichText text, List<List<Button>> rows) {
    List<String> linked = in(text).toList();
    List<List<Button>> shown = new ArrayList<>();
    List<Button> left = List.of();
    for (List<Button> row : rows) {
      List<Button> needed = new ArrayList<>(left);
      row.stream().filter(button -> !opens(button, linked)).forEach(needed::add);
      boolean whole = needed.size() == left.size() + row.size();
      left = whole ? List.of() : needed;
      shown.add(whole ? needed : List.of());
    }
    shown.add(left);
    return shown;
  }

  private static boolean opens(Button button, List<String> pages) {
    return opened(button).flatMap(Links::web).filter(pages::contains).isPresent();
  }

  private static Optional<URI> opened(Button button) {
    return button instanceof Button.Open open ? Optional.of(open.target()) : Optional.empty();
  }

  /// The addresses that the text links, in order.
  private static Stream<String> in(RichText text) {
    return text.nodes().stream().flatMap(Links::in);
  }

  private static Stream<String> in(Node node) {
    return switch (node) {
      case Link link -> Clean.blank(link.label()) ? Stream.of() : web(link.target()).stream();
      case Bold bold -> in(bold.content());
      case RichText.Struck struck -> in(struck.content());
      case RichText.Fold fold -> in(fold.content());
      case RichText.Text _, RichText.News _, RichText.Code _, RichText.Block _, RichText.Time _ ->
          Stream.of();
    };
  }
}

package app.bellwire.scenario;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One entry of a feed as its agency writes it. Immutable.
///
/// @param guid null to be made of the headline
/// @param link null to be made of the wire and the guid
/// @param published null for the moment it enters the feed
record Item(
    @Nullable String guid,
    @Nullable String link,
    String headline,
    List<String> paragraphs,
    @Nullable Instant published) {

  static Item of(String headline, String... paragraphs) {
    return new Item(null, null, headline, List.of(paragraphs), null);
  }

  Item guid(String other) {
    return new Item(other, link, headline, paragraphs, published);
  }

  Item link(String other) {
    return new Item(guid, other, headline, paragraphs, published);
  }

  Item headline(String other) {
    return new Item(guid, link, other, paragraphs, published);
  }

  Item saying(String... other) {
    return new Item(guid, link, headline, List.of(other), published);
  }

  Item published(Instant at) {
    return new Item(guid, link, headline, paragraphs, at);
  }

  /// The same with what was left open filled in.
  Item filed(String wire, Instant now) {
    String id = guid == null ? headline.toLowerCase(Locale.ROOT).replaceAll("\\W+", "-") : guid;
    String page = link == null ? "https://" + wire + ".example/" + id : link;
    return new Item(id, page, headline, paragraphs, published == null ? now : published);
  }

  String xml(boolean dated) {
    String body =
        paragraphs.stream().map(p -> "<p>" + inert(p) + "</p>").collect(Collectors.joining());
    return """
    <item><guid isPermaLink="false">%s</guid><link>%s</link><title>%s</title>
    %s<description>%s</description></item>
    """
        .formatted(
            inert("" + guid),
            inert("" + link),
            inert(headline),
            dated ? "<pubDate>" + date() + "</pubDate>" : "",
            inert(body));
  }

  private String date() {
    Instant at = published == null ? Instant.EPOCH : published;
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  private static String inert(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

package app.bellwire.parse;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.RawItem;
import app.bellwire.fetch.FetchResult;
import app.bellwire.parse.ParseResult.Parsed;
import app.bellwire.parse.ParseResult.Why;
import app.bellwire.source.Validators;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParsersTest {
  @ParameterizedTest
  @CsvSource({
    "rss-0.91.xml, rss, Norda, http://norda.example/, 2",
    "rss-0.92.xml, rss, Kestrel, http://kestrel.example/, 1",
    "rss-2.0.xml, rss, Oriel & Partners, http://oriel.example/, 3",
    "rss-1.0.xml, rdf, Norda RDF, http://norda.example/, 1",
    "atom-0.3.xml, atom, Kestrel old, http://kestrel.example/, 2",
    "atom-1.0.xml, atom, Norda world, http://norda.example/, 2",
    "json-1.0.json, json, Oriel JSON, http://oriel.example/, 1",
    "json-1.1.json, json, Oriel JSON, , 2",
  })
  void everyDialectHasTitleLinkAndItems(
      String file, String kind, String title, String link, int items) {
    ParsedFeed feed = Sample.file(file);

    assertThat(feed.kind()).isEqualTo(kind);
    assertThat(feed.title()).isEqualTo(title);
    assertThat(feed.link()).isEqualTo(link);
    assertThat(feed.items()).hasSize(items);
    assertThat(feed.note()).isEmpty();
  }

  @Test
  void rss2WithItsModules() {
    RawItem item = Sample.file("rss-2.0.xml").items().getFirst();

    assertThat(item.id()).isEqualTo("oriel-7");
    assertThat(item.title()).isEqualTo("Idris: “water” talks & dams");
    assertThat(item.link()).isEqualTo("http://feeds.example/world/water?id=7");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-03-03T09:05:00Z"));
    assertThat(item.authors()).containsExactly("Bo Test", "Ann Example");
    assertThat(item.summary()).isEqualTo("Short.");
    assertThat(item.content()).isEqualTo("<p>Long <b>text</b>.</p>");
  }

  @Test
  void aPermanentIdIsALinkAndAScriptIsNot() {
    ParsedFeed feed = Sample.file("rss-2.0.xml");

    assertThat(feed.items().get(1).link()).isEqualTo("http://oriel.example/world/8");
    assertThat(feed.items().get(2).link()).isNull();
    assertThat(feed.items().get(2).title()).isEqualTo("Title of the film only");
    assertThat(feed.ttl()).contains(Duration.ofMinutes(15));
  }

  @Test
  void rdfItemsStandBesideTheChannel() {
    ParsedFeed feed = Sample.file("rss-1.0.xml");
    RawItem item = feed.items().getFirst();

    assertThat(item.id()).isEqualTo("http://norda.example/1");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-03-03T11:30:00Z"));
    assertThat(item.authors()).containsExactly("Cy Sample");
    assertThat(item.language()).isEqualTo("en");
    assertThat(feed.ttl()).contains(Duration.ofMinutes(15));
  }

  @Test
  void atom03HasModesAndOldNames() {
    ParsedFeed feed = Sample.file("atom-0.3.xml");
    RawItem item = feed.items().getFirst();

    assertThat(item.title()).isEqualTo("Tolm & Arven");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-03-03T07:00:00Z"));
    assertThat(item.updated()).isEqualTo(Instant.parse("2026-03-03T07:30:00Z"));
    assertThat(item.content()).isEqualTo("<p>One.</p>");
    assertThat(feed.items().get(1).title()).isEqualTo("Harbour opens");
  }

  @Test
  void atomResolvesLinksAndKeepsTextApartFromMarkup() {
    RawItem item = Sample.file("atom-1.0.xml").items().getFirst();

    assertThat(item.title()).isEqualTo("Rain < sun");
    assertThat(item.link()).isEqualTo("http://norda.example/feeds/2026/a.html");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-03-03T08:00:00.250Z"));
    assertThat(item.authors()).containsExactly("The desk");
    assertThat(item.summary())
        .isEqualTo("<p>First line.</p><p>Second  paragraph with a &lt; b.</p>");
    assertThat(item.content()).contains("<p>Whole <em>text</em> &amp; more.</p>");
    assertThat(item.language()).isEqualTo("en-GB");
  }

  @Test
  void atomTakesMarkupOutOfTitlesAndLeavesPicturesAlone() {
    RawItem item = Sample.file("atom-1.0.xml").items().get(1);

    assertThat(item.title()).isEqualTo("Der Hafen");
    assertThat(item.link()).isEqualTo("http://kestrel.example/2");
    assertThat(item.authors()).containsExactly("Di Probe");
    assertThat(item.content()).isEmpty();
    assertThat(item.language()).isEqualTo("de");
  }

  @Test
  void jsonTextBecomesMarkupAndNumbersAreIds() {
    RawItem item = Sample.file("json-1.0.json").items().getFirst();

    assertThat(item.id()).isEqualTo("17");
    assertThat(item.title()).isEqualTo("Gates & dams");
    assertThat(item.content()).isEqualTo("<p>One.</p><p>Two &lt; three.</p>");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-03-03T13:00:00Z"));
    assertThat(item.authors()).containsExactly("The desk");
  }

  @Test
  void jsonIdThatIsAnAddressIsALink() {
    ParsedFeed feed = Sample.file("json-1.1.json");

    assertThat(feed.items().getFirst().link()).isEqualTo("http://oriel.example/18");
    assertThat(feed.items().getFirst().authors()).containsExactly("Ann Example", "Bo Test");
    assertThat(feed.items().getFirst().language()).isEqualTo("fr");
    assertThat(feed.items().get(1).link()).isNull();
    assertThat(feed.items().get(1).title()).isEmpty();
  }

  @Test
  void aFetchedDocumentIsReadWhateverItsTypeSays() {
    FetchResult.Fetched fetched =
        new FetchResult.Fetched(
            Sample.bytes("rss-0.91.xml"),
            "text/html",
            Sample.BASE,
            Validators.NONE,
            Optional.empty());

    assertThat(new Parsers().parse(fetched)).isInstanceOf(Parsed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|EMPTY|the document is empty",
        "' \n\t'|EMPTY|the document is empty",
        "just words|NOT_A_FEED|the answer is plain text, not a feed",
        "{}|NOT_A_FEED|the answer is JSON, but not a feed",
        "{\"a\":|NOT_A_FEED|the answer is broken JSON",
        "<opml/>|NOT_A_FEED|the answer is a list of feeds (OPML), not a feed",
        "<urlset/>|NOT_A_FEED|the answer is a site map, not a feed",
        "<note>x</note>|NOT_A_FEED|the answer is XML, but not a feed: it begins with <note>",
        "<!DOCTYPE html><p>x|WEB_PAGE|the answer is a web page, not a feed",
        "%PDF-1.7|NOT_TEXT|the answer is not text",
      })
  void whatIsNoFeedIsSaidInPlainWords(String document, Why why, String detail) {
    assertThat(Sample.refused(document, "")).isEqualTo(new ParseResult.Unreadable(why, detail));
  }

  @Test
  void aPageNamesTheFeedsItOffers() {
    String page =
        "<html><head><link rel=alternate type='application/rss+xml' href='/rss'>"
            + "<link rel='alternate stylesheet' type='text/css' href='x.css'></head></html>";

    assertThat(Sample.refused(page, "application/rss+xml").detail())
        .isEqualTo("the answer is a web page, not a feed; it offers http://feeds.example/rss");
  }

  @Test
  void aFeedWithoutItemsIsAFeed() {
    ParsedFeed feed = Sample.text("<rss><channel><title>t</title></channel></rss>");

    assertThat(feed.items()).isEmpty();
    assertThat(feed.note()).isEmpty();
  }

  @Test
  void moreItemsThanTheLimitAreLeftOutWithANote() {
    String items = "<item><title>x</title></item>".repeat(Parsers.MAX_ITEMS + 5);
    ParsedFeed feed = Sample.text("<rss><channel>" + items + "</channel></rss>");

    assertThat(feed.items()).hasSize(Parsers.MAX_ITEMS);
    assertThat(feed.note()).contains("more than 2000 items: the rest is left out");
  }

  @Test
  void prefixesDoNotMatterOnlyWhatTheyMean() {
    ParsedFeed feed =
        Sample.text(
            "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>T</a:title>"
                + "<a:entry><a:title>One</a:title><a:id>1</a:id></a:entry></a:feed>");

    assertThat(feed.title()).isEqualTo("T");
    assertThat(feed.items().getFirst().title()).isEqualTo("One");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b.html|http://feeds.example/a/b.html",
        "/b?x=a|http://feeds.example/b?x=a",
        "//other.example/c|http://other.example/c",
        "HTTP://Other.example/c d|HTTP://Other.example/c%20d",
        "b{c}|http://feeds.example/a/b%7Bc%7D",
        "javascript:alert(1)|",
        "mailto:a@b.example|",
        "http://|",
        "tag:x,2026:1|",
      })
  void linksAreAbsoluteOrNone(String link, String absolute) {
    assertThat(Sample.item("<link>" + link + "</link>").link()).isEqualTo(absolute);
  }

  @Test
  void bytesInAnotherCharsetAreRead() {
    byte[] body =
        "<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>Вода</title></channel></rss>"
            .getBytes(Charset.forName("windows-1251"));

    assertThat(((Parsed) Sample.parse(body, "text/xml")).feed().title()).isEqualTo("Вода");
    assertThat(new String(body, StandardCharsets.ISO_8859_1)).doesNotContain("Вода");
  }
}

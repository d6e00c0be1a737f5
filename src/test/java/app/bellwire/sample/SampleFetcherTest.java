package app.bellwire.sample;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.fetch.FetchResult;
import app.bellwire.fetch.FetchResult.Fetched;
import app.bellwire.fetch.FetchResult.NotModified;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.source.Validators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class SampleFetcherTest {
  private static final Instant START = Instant.parse("2026-03-04T14:05:00.123Z");
  private static final Source SOURCE =
      new Source(
          new SourceId("sample"),
          URI.create("sample:wires"),
          Optional.empty(),
          Backlog.ALL,
          false,
          Optional.empty(),
          ZoneOffset.UTC);

  private final HandClock clock = new HandClock(START);

  @Test
  void servesADozenAtTheFirstLook() throws Exception {
    Fetched first = fetched(reader(), Validators.NONE);
    assertThat(first.location()).isEqualTo(URI.create("sample:wires"));
    assertThat(guids(first)).hasSize(12).first().asString().startsWith("oriel-");
  }

  @Test
  void servesRssThenAtomThenJsonThenRss() {
    SampleFetcher fetcher = reader();
    Validators validators = Validators.NONE;
    List<String> types = new ArrayList<>();
    for (int look = 0; look < 4; look++) {
      Fetched fetched = fetched(fetcher, validators);
      types.add(fetched.contentType().split(";", 2)[0]);
      validators = fetched.validators();
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(types)
        .containsExactly(
            "application/rss+xml",
            "application/atom+xml",
            "application/feed+json",
            "application/rss+xml");
  }

  @Test
  void saysNotModifiedUntilSomethingNewIsPublished() {
    SampleFetcher fetcher = reader();
    Validators validators = fetched(fetcher, Validators.NONE).validators();
    clock.advance(Duration.ofSeconds(19));
    FetchResult soon = fetcher.fetch(SOURCE, validators);
    assertThat(soon).isEqualTo(new NotModified(validators, Optional.empty()));
    clock.advance(Duration.ofSeconds(21));
    assertThat(fetcher.fetch(SOURCE, validators)).isInstanceOf(Fetched.class);
  }

  @Test
  void goesOnAfterARestartWithNothingTwiceAndNothingSkipped() throws Exception {
    Validators validators = Validators.NONE;
    Set<String> seen = new HashSet<>();
    SampleWire wire = new SampleWire(SampleWire.Stock.load(), 7, START);
    for (int look = 0; look < 40; look++) {
      SampleFetcher restarted = new SampleFetcher(clock, 7 + look);
      Fetched fetched = fetched(restarted, validators);
      seen.addAll(guids(fetched));
      validators = fetched.validators();
      clock.advance(Duration.ofSeconds(90 + look * 7));
    }
    Set<String> published = new HashSet<>();
    int count = Mark.parse(validators.etag()).orElseThrow().count();
    for (int number = 0; number < count; number++) {
      published.add(wire.item(number).guid());
    }
    assertThat(count).isGreaterThan(200);
    assertThat(seen).isEqualTo(published);
  }

  @Test
  void servesOnlyTheLastOnesAfterALongPauseWithTheirOwnTimes() throws Exception {
    Validators validators = fetched(reader(), Validators.NONE).validators();
    clock.advance(Duration.ofDays(9));
    Fetched back = fetched(reader(), validators);
    assertThat(guids(back)).hasSize(SampleFetcher.WINDOW);
    Document document = xml(back);
    for (Element published : document.select("entry > published")) {
      assertThat(Instant.parse(published.text()))
          .isBetween(clock.instant().minus(Duration.ofMinutes(9)), clock.instant());
    }
  }

  @Test
  void repeatsAFirstLookWhoseOutcomeWasLost() throws Exception {
    SampleFetcher fetcher = reader();
    List<String> first = guids(fetched(fetcher, Validators.NONE));
    clock.advance(Duration.ofSeconds(5));
    assertThat(guids(fetched(fetcher, Validators.NONE))).isEqualTo(first);
  }

  @Test
  void startsAnewWithValidatorsThatAreNotItsOwn() throws Exception {
    for (String etag : List.of("", "\"abc\"", "w1-1-2", "w1-1-99999999999999999999-1-1")) {
      assertThat(guids(fetched(reader(), new Validators(etag, null)))).hasSize(12);
    }
  }

  @Test
  void everyDocumentIsWellFormedAndSaysTheSameOfAnItem() throws Exception {
    SampleFetcher fetcher = reader();
    Validators validators = Validators.NONE;
    SampleWire wire = new SampleWire(SampleWire.Stock.load(), 7, START);
    for (int look = 0; look < 60; look++) {
      Fetched fetched = fetched(fetcher, validators);
      validators = fetched.validators();
      int count = Mark.parse(validators.etag()).orElseThrow().count();
      List<WireItem> items = wire.newest(SampleFetcher.WINDOW, count);
      assertThat(served(fetched)).isEqualTo(items.stream().map(SampleFetcherTest::row).toList());
      clock.advance(Duration.ofMinutes(3));
    }
  }

  @Test
  void linksLeadToReservedHostsOnly() throws Exception {
    SampleWire wire = new SampleWire(SampleWire.Stock.load(), 7, START);
    for (WireItem item : wire.newest(300, 300)) {
      URI link = URI.create(item.link());
      assertThat(link.getScheme()).isEqualTo("https");
      assertThat(link.getHost()).isIn("norda.example", "kestrel.example", "oriel.example");
    }
  }

  @Test
  void aLookTakesLessThanFiveMilliseconds() {
    SampleFetcher fetcher = reader();
    Validators validators = Validators.NONE;
    List<Long> nanos = new ArrayList<>();
    for (int look = 0; look < 400; look++) {
      long before = System.nanoTime();
      validators = fetched(fetcher, validators).validators();
      nanos.add(System.nanoTime() - before);
      clock.advance(Duration.ofMinutes(5));
    }
    long usual = nanos.stream().sorted().skip(100).findFirst().orElseThrow();
    assertThat(Duration.ofNanos(usual)).isLessThan(Duration.ofMillis(5));
  }

  private SampleFetcher reader() {
    return new SampleFetcher(clock, 7);
  }

  private static Fetched fetched(SampleFetcher fetcher, Validators validators) {
    return (Fetched) fetcher.fetch(SOURCE, validators);
  }

  private static List<String> guids(Fetched fetched) throws Exception {
    return served(fetched).stream().map(List::getFirst).toList();
  }

  /// What a document says of each item: guid, link, title, agency, time, text.
  private static List<List<String>> served(Fetched fetched) throws Exception {
    return fetched.contentType().contains("json") ? json(fetched) : feed(fetched);
  }

  private static List<List<String>> json(Fetched fetched) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode item : new ObjectMapper().readTree(fetched.body()).get("items")) {
      rows.add(
          List.of(
              item.get("id").asText(),
              item.get("url").asText(),
              item.get("title").asText(),
              item.get("authors").get(0).get("name").asText(),
              item.get("date_published").asText(),
              plain(item.get("content_html").asText())));
    }
    return rows;
  }

  private static List<List<String>> feed(Fetched fetched) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (Element item : xml(fetched).select("item, entry")) {
      boolean rss = item.normalName().equals("item");
      Elements link = item.select("> link");
      String published = item.select("> pubDate, > published").text();
      rows.add(
          List.of(
              item.select("> guid, > id").text(),
              rss ? link.text() : link.attr("href"),
              item.select("> title").text(),
              item.select("> dc|creator, > author > name").text(),
              rss ? instant(published) : published,
              plain(item.select("> content|encoded, > content").text())));
    }
    return rows;
  }

  private static String instant(String date) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from).toString();
  }

  private static List<String> row(WireItem item) {
    return List.of(
        item.guid(),
        item.link(),
        item.title(),
        item.agency(),
        item.published().toString(),
        String.join(" ", item.body().paragraphs()).strip().replaceAll(" +", " "));
  }

  private static String plain(String html) {
    return Jsoup.parse(html).text();
  }

  /// Strictly well-formed, or the JDK's parser refuses it.
  private static Document xml(Fetched fetched) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.newDocumentBuilder().parse(new ByteArrayInputStream(fetched.body()));
    String text = new String(fetched.body(), StandardCharsets.UTF_8);
    return Jsoup.parse(text, "", Parser.xmlParser());
  }

  private static final class HandClock implements InstantSource {
    private Instant now;

    HandClock(Instant now) {
      this.now = now;
    }

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}

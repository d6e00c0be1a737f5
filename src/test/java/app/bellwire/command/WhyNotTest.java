package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Reason;
import app.bellwire.article.Article;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.RichText;
import app.bellwire.config.ConfigLoader;
import app.bellwire.config.ConfigResult;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Delivery.State;
import app.bellwire.deliver.Outbox;
import app.bellwire.deliver.Settlement;
import app.bellwire.fake.Draft;
import app.bellwire.fake.Golden;
import app.bellwire.ledger.ChatEntry;
import app.bellwire.ledger.Outcome;
import app.bellwire.ledger.Ruling;
import app.bellwire.query.QueryParser;
import app.bellwire.source.Source;
import app.bellwire.subscription.Subscription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhyNotTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String LINK = "https://norda.example/1";

  @TempDir Path folder;
  private final Desk desk = new Desk();

  @Test
  void withoutALinkOneIsAskedFor() {
    check("whynot.empty", desk.types("/whynot"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "treaty",
        "mailto:ann@norda.example",
        "javascript:alert(1)",
        "https://",
        "https:// norda.example",
        "ftp://norda.example/1",
        "http://[::1",
        "/whynot",
        "…"
      })
  void whatIsNoLinkIsSaidToBeNone(String typed) {
    assertThat(desk.types("/whynot " + typed)).contains("is not a link.", "https://example.org");
  }

  @Test
  void aLineThatIsTooLongIsSaidToBe() {
    assertThat(desk.types("/whynot https://norda.example/" + "x".repeat(5_000)))
        .contains("characters long");
    assertThat(desk.types("/whynot " + "x".repeat(3_000)))
        .contains("is not a link.")
        .hasSizeLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/whynot https://norda.example/1",
        "/wn http://www.norda.example/1/?utm_source=x&fbclid=y#top",
        "/bellwire whynot https://norda.example:443/1",
        "/whynot norda.example/1",
        "/WHYNOT  https://NORDA.example/1 please",
        "https://norda.example/1?utm_campaign=z"
      })
  void linksAreTheSameHoweverTheyWerePassedOn(String line) {
    read();
    assertThat(desk.types(line)).contains("Read on 4 Mar at 12:00 (Norda)");
  }

  @Test
  void whatWasToldIsSaidToBeToldAndAsWhat() {
    Article article = read();
    became(article, Outcome.TOLD, "first_report", desk.watches("Halvorsen"));
    check("whynot.told", desk.types("/whynot " + LINK));
  }

  @Test
  void onlyAdminsSeeTheWordOfTheReason() {
    Article article = read();
    desk.in("telegram:777").zone(Desk.BERLIN);
    became(article, Outcome.FILTERED, "before_subscription");
    check("whynot.before", desk.types("/whynot " + LINK));
    assertThat(desk.admin().types("/whynot " + LINK)).contains("Reason: `before_subscription`");
  }

  @Test
  void whatJoinedAStoryNamesItsPlaceAndWhenTheStoryCame() {
    Article first = read();
    became(first, Outcome.TOLD, "first_report");
    Article second = treaty(9, "Kestrel").article();
    desk.joins(1, second);
    desk.clock.forward(HOUR);
    became(second, Outcome.JOINED, "more_reports");
    check("whynot.joined", desk.types("/whynot https://kestrel.example/9"));
    became(second, Outcome.JOINED, "something_new");
    check("whynot.new", desk.types("/whynot https://kestrel.example/9"));
  }

  @Test
  void whatIsHeldSaysByWhatAndUntilWhen() {
    Article article = read();
    Instant seven = Instant.parse("2026-03-05T06:00:00Z");
    rule(article, new Ruling(Outcome.HELD, "quiet_hours", Optional.of(seven), ""));
    check("whynot.held", desk.types("/whynot " + LINK));
    desk.clock.forward(Duration.ofHours(20));
    desk.ledger.released(desk.chat(), 1, desk.clock.instant());
    check("whynot.held.told", desk.types("/whynot " + LINK));
  }

  @Test
  void whatIsHeldWithoutAnEndNamesNoTime() {
    Article article = read();
    Instant never = Instant.parse("9999-12-31T00:00:00Z");
    rule(article, new Ruling(Outcome.HELD, "paused", Optional.of(never), ""));
    assertThat(desk.types("/whynot " + LINK))
        .contains("(Norda). Held while this chat is paused, until /resume.\n");
  }

  @Test
  void whatWasMutedSaysByWhomAndUntilWhen() {
    Article article = read();
    Instant friday = Instant.parse("2026-03-06T08:00:00Z");
    rule(article, new Ruling(Outcome.MUTED, "story_muted", Optional.of(friday), "Ann"));
    check("whynot.muted", desk.types("/whynot " + LINK));
    Subscription s = desk.watches("Halvorsen");
    Ruling muted = new Ruling(Outcome.MUTED, "subscription_muted", Optional.of(friday), "Ann");
    desk.ledger.note(
        new ChatEntry(1, desk.chat(), 1, desk.clock.instant(), muted, List.of(s.id())));
    check("whynot.muted.subscription", desk.types("/whynot " + LINK));
  }

  @Test
  void mutingAStoryIsWhyWhatWasHeldOfItDoesNotCome() {
    Article article = read();
    desk.told(5, desk.watches("Halvorsen"), article);
    Instant seven = Instant.parse("2026-03-05T06:00:00Z");
    rule(article, new Ruling(Outcome.HELD, "quiet_hours", Optional.of(seven), ""));
    desk.types("/mute story 2h");
    assertThat(desk.types("/whynot " + LINK)).contains("Its story was muted by Ann until 15:00.");
  }

  @Test
  void whatRepeatsAReportTellsOfThatOne() {
    Article first = read();
    became(first, Outcome.TOLD, "first_report");
    Article again = treaty(9, "Norda").article();
    desk.articles.save(again);
    became(again, Outcome.REPEATED, "same words");
    check("whynot.repeated", desk.types("/whynot https://norda.example/9"));
  }

  @Test
  void whatCouldNotBeDecidedIsSaidToHaveFailed() {
    read();
    desk.ledger.note(1, desk.clock.instant(), Outcome.FAILED, "IllegalStateException");
    check("whynot.undecided", desk.types("/whynot " + LINK));
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, msg_too_long",
    "EXPIRED, the server answers 503",
    "UNCERTAIN, the connection broke",
    "PARKED, bot was kicked",
    "QUEUED, ''",
  })
  void whatWasDecidedAndDidNotArriveSaysWhy(State state, String detail) {
    Article article = read();
    desk.in("telegram:777").zone(Desk.BERLIN);
    became(article, Outcome.TOLD, "first_report");
    queued(state, detail);
    check("whynot.failed." + state.name().toLowerCase(Locale.ROOT), desk.types("/whynot " + LINK));
  }

  @Test
  void anEarlierFaultInTheSameStoryIsNotThisReports() {
    read();
    queued(State.FAILED, "msg_too_long");
    desk.clock.forward(HOUR);
    Article second = treaty(9, "Kestrel").read(desk.clock.instant()).article();
    desk.joins(1, second);
    became(second, Outcome.JOINED, "something_new");
    assertThat(desk.types("/whynot https://kestrel.example/9")).contains("It joined the story");
  }

  @Test
  void theNearestSubscriptionIsShownWithWhatItFoundAndWhatItMissed() {
    read();
    archive();
    desk.watches("Halvorsen wells");
    desk.watches("harbour");
    check("whynot", desk.types("/whynot " + LINK));
  }

  @Test
  void theOfferedWordIsAddedByAPress() {
    desk.reads(
        1,
        HOUR,
        Draft.by("Norda", 1)
            .headline("Envoy Sherman discusses the replies")
            .says("In the council the treaty was the subject, Sherman said.", "No more is known."));
    desk.reads(2, DAY, Draft.by("Kestrel", 2).headline("Idris on the treaty").says("He said so."));
    desk.watches("treaty Idris");
    check("whynot.offer", desk.types("/whynot " + LINK));
    check("whynot.offer.added", desk.presses("Add OR Sherman"));
  }

  @Test
  void whatConfigOwnsIsNotOfferedToBeChanged() {
    desk.reads(
        1,
        HOUR,
        Draft.by("Norda", 1)
            .headline("Envoy Sherman discusses the replies")
            .says("In the council the treaty was the subject, Sherman said."));
    desk.configures("treaty", "treaty Idris");
    check("whynot.config", desk.types("/whynot " + LINK));
  }

  @Test
  void aWordThatIsLeftOutIsTheReason() {
    read();
    desk.watches("Halvorsen -Tuesday");
    check("whynot.unwanted", desk.types("/whynot " + LINK));
  }

  @Test
  void nothingInCommonIsSaidShortly() {
    read();
    assertThat(desk.types("/whynot " + LINK)).contains("nothing is watched here");
    desk.watches("harbour");
    assertThat(desk.types("/whynot " + LINK)).contains("what the one subscription here asks for");
    desk.watches("wells");
    check("whynot.nothing", desk.types("/whynot " + LINK));
  }

  @Test
  void whatWasReadBeforeTheChatSubscribedIsSaidToBe() {
    read();
    desk.clock.forward(HOUR);
    desk.watches("Halvorsen");
    assertThat(desk.types("/whynot " + LINK))
        .contains("(Norda). Reported before this chat subscribed.");
  }

  @Test
  void aSiteThatIsNoSourceIsSaidToBeNone() {
    check("whynot.no-sources", desk.types("/whynot https://other.example/1"));
    desk.source("Norda", HOUR).source("Kestrel", HOUR);
    check("whynot.site", desk.types("/whynot https://other.example/1"));
  }

  @Test
  void anAdminGetsTheLinesThatAddTheSite() {
    desk.in("telegram:501").source("Norda", HOUR).admin();
    check("text.link.site", desk.types("https://www.other.example/news/1?utm_source=x"));
    String shown = desk.presses("Add as a source");
    check("text.link.add", shown);
    assertThat(sources(shown))
        .extracting(s -> s.url().toString())
        .containsExactly("https://other.example/");
    assertThat(sources(shown)).extracting(s -> s.id().value()).containsExactly("other-example");
  }

  @Test
  void theLinesAddASourceOfItsOwn() {
    desk.source("Other-Example", HOUR).admin();
    desk.types("https://other.example/1");
    assertThat(desk.presses("Add as a source")).contains("id: other-example-2,");
    desk.types("https://" + "long-".repeat(12) + "name.example:8443/1");
    assertThat(sources(desk.presses("Add as a source"))).hasSize(1);
  }

  /// What a configuration with the lines that are shown reads.
  private List<Source> sources(String shown) {
    String lines = shown.substring(shown.indexOf("```\n") + 4, shown.lastIndexOf("\n```"));
    try {
      Path file = Files.writeString(folder.resolve("bellwire.yml"), "sources:\n" + lines + "\n");
      ConfigLoader loader = new ConfigLoader(name -> null, QueryParser::parse, desk.clock);
      return ((ConfigResult.Loaded) loader.load(file, List.of())).settings().reading().sources();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void onlyAdminsInTheirPrivateChatsAddSources() {
    desk.in("telegram:777").source("Norda", HOUR);
    assertThat(desk.types("https://other.example/1")).doesNotContain("[Add as a source]");
    desk.admin().types("https://other.example/1");
    assertThat(desk.admin(false).presses("Add as a source"))
        .isEqualTo("(toast) Only the admins of this Bellwire can do that.");
    assertThat(desk.admin().in("telegram:-1001").types("/whynot https://other.example/1"))
        .contains("not the site of the one source")
        .doesNotContain("[Add as a source]");
  }

  @Test
  void aSourceThatHasNotCarriedTheLinkSaysWhenItWasReadLast() {
    desk.source("Norda", Duration.ofMinutes(4));
    check("whynot.unread", desk.types("/whynot https://www.norda.example/news/77?utm_source=x"));
    desk.reads(2, DAY.multipliedBy(29), treaty(2, "Norda"));
    check("whynot.old", desk.types("/whynot https://norda.example/news/77"));
  }

  @Test
  void whatOtherChatsWereToldStaysWithThem() {
    Article article = read();
    Ruling muted = new Ruling(Outcome.MUTED, "story_muted", Optional.empty(), "Eve");
    desk.ledger.note(
        new ChatEntry(article.id(), new ChatId(99), 1, desk.clock.instant(), muted, List.of(7L)));
    assertThat(desk.types("/whynot " + LINK)).doesNotContain("Eve").contains("not sent here");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonHasASentence(Reason reason) {
    Article article = read();
    for (Outcome outcome : Outcome.BY_WEIGHT) {
      became(article, outcome, reason.name().toLowerCase(Locale.ROOT));
      assertThat(desk.types("/whynot " + LINK))
          .matches(
              "(?s).*\\(Norda\\)\\. \\S.*\\.\\nReason: `"
                  + reason.name().toLowerCase(Locale.ROOT)
                  + "`")
          .doesNotContain("not known");
    }
  }

  @Test
  void aReasonOfALaterVersionIsOwnedUpTo() {
    became(read(), Outcome.FILTERED, "moonlight");
    assertThat(desk.types("/whynot " + LINK)).contains("is not known any more");
  }

  @Test
  void untilAChatHasAZoneTheZoneIsNamed() {
    Article article = read();
    desk.in("telegram:777");
    Instant seven = Instant.parse("2026-03-04T19:00:00Z");
    rule(article, new Ruling(Outcome.HELD, "digest", Optional.of(seven), ""));
    assertThat(desk.types("/whynot " + LINK))
        .contains("at 11:00 UTC", "Held for a digest; comes at 19:00 UTC.");
    assertThat(desk.zone(ZoneOffset.ofHours(2)).types("/whynot " + LINK)).contains("at 21:00.");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1st",
    "2, 2nd",
    "3, 3rd",
    "4, 4th",
    "11, 11th",
    "12, 12th",
    "21, 21st",
    "113, 113th"
  })
  void ordinalsAreSpelledAsTheyAreSpoken(int n, String words) {
    assertThat(WhyNotWords.ordinal(n)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1 | headline",
        "0 | paragraph 1",
        "0 4 | paragraphs 1 and 5",
        "-1 1 | headline and paragraph 2",
        "-1 1 2 3 4 9 | headline, paragraphs 2, 3, 4 and 5",
      })
  void placesAreNamedInTheOrderOfTheReport(String paragraphs, String words) {
    List<Integer> at = List.of(paragraphs.split(" ")).stream().map(Integer::valueOf).toList();
    assertThat(WhyNotWords.places(at)).isEqualTo(words);
  }

  private Article read() {
    return desk.reads(1, HOUR, treaty(1, "Norda"));
  }

  private void archive() {
    desk.reads(2, DAY.multipliedBy(9), Draft.by("Kestrel", 2).headline("Storm").says("In."));
  }

  private static Draft treaty(long id, String agency) {
    return Draft.by(agency, id)
        .headline("Arven and Tolm agree to resume talks")
        .says(
            "Halvorsen and Idris will speak on Tuesday. The place is open.",
            "The treaty has divided the river since 1921.");
  }

  private void became(Article article, Outcome outcome, String reason, Subscription... because) {
    List<Long> ids = List.of(because).stream().map(Subscription::id).toList();
    Ruling ruling = new Ruling(outcome, reason);
    desk.ledger.note(
        new ChatEntry(article.id(), desk.chat(), 1, desk.clock.instant(), ruling, ids));
  }

  private void rule(Article article, Ruling ruling) {
    desk.ledger.note(
        new ChatEntry(article.id(), desk.chat(), 1, desk.clock.instant(), ruling, List.of()));
  }

  private void queued(State state, String detail) {
    OutgoingMessage message =
        new OutgoingMessage(RichText.of("x"), List.of(), Alert.thread(1), Placement.POST, false);
    desk.outbox.add(desk.chat(), message, desk.clock.instant());
    if (state != State.QUEUED) {
      Instant now = desk.clock.instant();
      Delivery delivery = desk.outbox.claim(1, "local", Outbox.Gate.OPEN, now).getFirst();
      Settlement settlement = settlement(state, detail, delivery);
      desk.outbox.settle(List.of(new Outbox.Settled(delivery, settlement, now)));
      desk.outbox.expire(state == State.EXPIRED ? delivery.expires() : now);
    }
  }

  private static Settlement settlement(State state, String detail, Delivery delivery) {
    return switch (state) {
      case SENT -> new Settlement.Accepted("m1");
      case QUEUED, SENDING, EXPIRED, WITHDRAWN -> new Settlement.Again(delivery.due(), detail);
      case UNCERTAIN -> new Settlement.HeldBack(detail);
      case PARKED -> new Settlement.ChatParked(detail);
      case FAILED -> new Settlement.Failed(detail);
    };
  }

  private static void check(String key, String actual) {
    Golden.check("command", key, actual);
  }
}

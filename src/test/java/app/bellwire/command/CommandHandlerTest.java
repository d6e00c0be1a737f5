package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Alert;
import app.bellwire.article.Article;
import app.bellwire.chat.Action;
import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Role;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Outbox;
import app.bellwire.deliver.Settlement;
import app.bellwire.fake.Draft;
import app.bellwire.fake.Golden;
import app.bellwire.ledger.ChatEntry;
import app.bellwire.ledger.Outcome;
import app.bellwire.ledger.Ruling;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandHandlerTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Desk desk = new Desk();

  @Test
  void startTellsWhatThisIs() {
    archive().source("Norda", Duration.ofMinutes(4)).source("Kestrel", Duration.ofMinutes(2));
    check("start.first", desk.types("/start"));
    check("start.sample", desk.presses("Show a sample alert"));
  }

  @Test
  void startSaysThatNothingWasRead() {
    check("start.no-sources", desk.types("/start"));
  }

  @Test
  void startOffersANewOwnerTheirId() {
    desk.in("telegram:501").withoutAdmins().source("Norda", HOUR);
    check("start.noadmin", desk.types("/start"));
  }

  @Test
  void startGoesOnWhereSomethingIsWatched() {
    archive().source("Norda", Duration.ofMinutes(4));
    desk.told(5, desk.watches("Halvorsen"), desk.articles.find(1).orElseThrow());
    check("start.again", desk.types("/start"));
  }

  @Test
  void strangersLearnTheirIdAndNothingElse() {
    desk.in("telegram:777").uninvited();
    check("start.closed", desk.types("/sub Halvorsen"));
    assertThat(desk.kept.all()).isEmpty();
  }

  @Test
  void helpIsShortAndThenLong() {
    check("help", desk.types("/help"));
    check("help.all", desk.presses("All commands"));
  }

  @Test
  void wordsAreLookedAtBeforeAnythingIsStored() {
    archive();
    check("sub.preview", desk.types("Halvorsen Idris"));
    assertThat(desk.kept.all()).isEmpty();
    check("sub.narrower", desk.presses("Narrower"));
  }

  @Test
  void subscribingCanBeUndone() {
    archive();
    desk.types("/sub Halvorsen Idris");
    check("sub.done", desk.presses("Subscribe"));
    assertThat(desk.kept.all()).extracting(Subscription::text).containsExactly("Halvorsen Idris");
    check("sub.undone", desk.presses("Undo"));
    assertThat(desk.kept.all()).isEmpty();
    desk.presses("Undo");
    assertThat(desk.kept.all()).extracting(Subscription::text).containsExactly("Halvorsen Idris");
  }

  @Test
  void aLateUndoAsksFirst() {
    archive();
    desk.types("Halvorsen Idris");
    desk.presses("Subscribe");
    desk.clock.forward(Duration.ofMinutes(11));
    check("sub.undo.late", desk.presses("Undo"));
    assertThat(desk.kept.all()).hasSize(1);
  }

  @Test
  void aMessageActsOnce() {
    archive();
    desk.types("Halvorsen");
    IncomingMessage press = desk.message("", "b1");
    assertThat(desk.handle(press)).isNotEqualTo(Answer.NONE);
    assertThat(desk.handle(press)).isEqualTo(Answer.NONE);
    assertThat(desk.kept.all()).hasSize(1);
  }

  @Test
  void anEmptySubAsksForWords() {
    check("sub.empty", desk.types("/sub"));
  }

  @Test
  void orInLowerCaseIsAskedBack() {
    archive();
    check("sub.or", desk.types("halvorsen or idris"));
  }

  @Test
  void aNearSpellingIsOffered() {
    archive();
    check("sub.zero", desk.types("Halvorsen Idriss"));
    check("sub.zero.used", desk.presses("Use Idris: 1 story"));
  }

  @Test
  void aYoungArchiveSaysSo() {
    desk.reads(1, Duration.ofMinutes(8), treaty(1));
    check("sub.cold", desk.types("harbour"));
    check("sub.cold.hits", desk.types("Halvorsen"));
  }

  @Test
  void anEmptyArchiveSaysSo() {
    check("sub.unread", desk.types("harbour"));
  }

  @Test
  void tooManyStoriesAreNotOfferedOneByOneLightly() {
    for (int i = 1; i <= 70; i++) {
      desk.reads(i, Duration.ofHours(i), treaty(i));
    }
    check("sub.broad", desk.types("Halvorsen"));
  }

  @Test
  void anErrorPointsAtItsPlace() {
    archive();
    check("sub.error", desk.types("\"water treaty\" Halvorsen Idris OR"));
    assertThat(desk.presses("Use that")).contains("all 3 words");
  }

  @Test
  void theSameWordsAreNotWatchedTwice() {
    archive();
    desk.watches("Halvorsen Idris");
    check("sub.duplicate", desk.types("Halvorsen Idris"));
    desk.configures("wells", "wells");
    check("sub.duplicate.config", desk.types("wells"));
  }

  @Test
  void aFullChatKeepsTheWordsAndSaysTheRemedy() {
    archive().limit(2);
    desk.watches("boats");
    desk.watches("wells");
    desk.types("Halvorsen");
    check("sub.limit", desk.presses("Subscribe"));
    desk.presses("Remove boats");
    assertThat(desk.kept.all())
        .extracting(Subscription::text)
        .containsExactly("wells", "Halvorsen");
  }

  @Test
  void tryOffersNothing() {
    archive();
    check("try", desk.types("/try Halvorsen Idris"));
  }

  @Test
  void wordsAreChanged() {
    archive();
    desk.watches("Halvorsen");
    desk.types("/edit");
    check("edit", desk.presses("Halvorsen"));
    assertThat(desk.types("Halvorsen Idris")).contains("[Change Halvorsen]");
    check("edit.done", desk.presses("Change Halvorsen"));
    assertThat(desk.kept.all()).extracting(Subscription::text).containsExactly("Halvorsen Idris");
    assertThat(desk.types("wells")).contains("[Subscribe]");
  }

  @Test
  void aSubscriptionIsRemovedAfterAQuestion() {
    desk.watches("Halvorsen");
    desk.types("/unsub");
    check("unsub", desk.presses("Halvorsen"));
    check("unsub.done", desk.presses("Remove"));
    assertThat(desk.kept.all()).isEmpty();
  }

  @Test
  void whatConfigSetsIsLocked() {
    desk.configures("wells", "wells");
    check("unsub.config", desk.types("/unsub wells"));
    assertThat(desk.kept.all()).hasSize(1);
  }

  @Test
  void theListHasPages() {
    check("list.empty", desk.types("/list"));
    archive();
    desk.told(5, desk.watches("Halvorsen"), desk.articles.find(1).orElseThrow());
    desk.configures("wells", "wells");
    for (String words : new String[] {"a1", "a2", "a3", "a4"}) {
      desk.watches(words);
    }
    check("list", desk.types("/list"));
    check("list.next", desk.presses("Next"));
    desk.presses("Back");
    check("list.one", desk.presses("Halvorsen"));
    desk.presses("Back");
    check("list.one.config", desk.presses("🔒 wells"));
    desk.presses("Back");
    check("export", desk.presses("Export"));
  }

  @Test
  void aStoryIsMutedFromItsAlertAndHeardAgain() {
    Alert alert = alert();
    desk.types("/why");
    String press = desk.buttons.issue(desk.chat(), Action.of("mute-story", alert.event()));
    check("mute", desk.pressesId(press));
    check("mute.running", desk.presses("Running story: 7 days"));
    assertThat(desk.mutes.of(desk.chat(), desk.clock.instant())).hasSize(2);
    Article more = treaty(9).headline("Talks move on").article();
    desk.joins(1, more);
    desk.pressesId(press);
    check("unmute", desk.presses("Muted until Wed 11 Mar, 13:00 · Undo"));
    assertThat(desk.mutes.of(desk.chat(), desk.clock.instant())).isEmpty();
    check("unmute.show", desk.presses("Show the 1"));
  }

  @Test
  void muteIsAskedForByTyping() {
    alert();
    check("mute.typed", desk.types("/mute"));
    desk.presses("A subscription");
    check("mute.typed.long", desk.presses("Halvorsen"));
    check("mute.typed.done", desk.presses("7 days"));
    assertThat(desk.types("/list")).contains("muted until");
    check("unmute.typed", desk.types("/unmute"));
    assertThat(desk.types("/unmute")).contains("Nothing is muted here.");
  }

  @Test
  void muteUntilATimeMeansTheNextSuchTime() {
    alert();
    check("mute.until", desk.types("/mute story until 08:00"));
    assertThat(desk.mutes.of(desk.chat(), desk.clock.instant()))
        .extracting(Mute::until)
        .containsExactly(Instant.parse("2026-03-05T07:00:00Z"));
  }

  @Test
  void whyShowsTheWordsInTheirSentence() {
    alert();
    check("why", desk.types("/why"));
  }

  @Test
  void whyInAGroupIsAShortNote() {
    desk.in("telegram:-1001").as(Role.MEMBER);
    Alert alert = alert();
    String press = desk.buttons.issue(desk.chat(), Action.of("why", alert.id()));
    check("why.short", desk.pressesId(press));
  }

  @Test
  void whyWithoutAnAlertSaysSo() {
    check("why.none", desk.types("/why"));
  }

  @Test
  void lessOffersChangesAndWhatTheyWouldHaveRemoved() {
    archive();
    Subscription s = desk.watches("Halvorsen");
    desk.told(5, s, desk.articles.find(3).orElseThrow());
    String press = desk.buttons.issue(desk.chat(), Action.of("less", 5));
    check("less", desk.pressesId(press));
    check("less.done", desk.presses("Headline or lead"));
  }

  @Test
  void lessOfAConfiguredSubscriptionNamesItsFile() {
    archive();
    Subscription s = desk.configures("treaty", "Halvorsen");
    desk.told(5, s, desk.articles.find(3).orElseThrow());
    String press = desk.buttons.issue(desk.chat(), Action.of("less", 5));
    check("less.config", desk.pressesId(press));
  }

  @Test
  void membersOfAGroupLookAndDoNotChange() {
    archive().in("telegram:-1001").as(Role.MEMBER);
    desk.types("/sub Halvorsen");
    check("norights", desk.presses("Subscribe"));
    assertThat(desk.types("/mute")).contains("Only admins of this group");
    assertThat(desk.kept.all()).isEmpty();
    desk.as(Role.ADMIN).types("/sub Halvorsen");
    check("sub.done.group", desk.presses("Subscribe"));
  }

  @Test
  void aButtonOfAnotherChatOrAnOldOneDoesNothing() {
    archive();
    desk.types("Halvorsen");
    desk.clock.forward(Duration.ofDays(8));
    check("old.button", desk.presses("Subscribe"));
    String foreign = desk.buttons.issue(new ChatId(99), Action.of("subscribe", "wells"));
    assertThat(desk.pressesId(foreign)).contains("older than 7 days");
    assertThat(desk.kept.all()).isEmpty();
  }

  @Test
  void statusForReaders() {
    desk.source("Norda", Duration.ofMinutes(4)).source("Kestrel", Duration.ofMinutes(2));
    desk.in("telegram:777");
    for (long id = 1; id <= 412; id++) {
      desk.ledger.note(id, desk.clock.instant(), Outcome.UNMATCHED, "no_match");
    }
    became(1, Outcome.TOLD, "first_report", desk.clock.instant());
    became(2, Outcome.JOINED, "more_reports", desk.clock.instant());
    became(3, Outcome.MUTED, "story_muted", desk.clock.instant());
    became(4, Outcome.TOLD, "first_report", desk.clock.instant().minus(DAY));
    check("status.reader", desk.types("/status"));
    desk.failing("Oriel", Duration.ofHours(3), "the server answers 503");
    check("status.reader.trouble", desk.types("/status"));
    check("sources", desk.types("/sources"));
  }

  @Test
  void statusForAdminsAddsUp() {
    desk.source("Norda", Duration.ofMinutes(4));
    desk.failing("Oriel", Duration.ofHours(3), "the server answers 503");
    alert();
    long id = 1;
    for (Outcome outcome : Outcome.values()) {
      desk.ledger.note(id++, desk.clock.instant(), outcome, "");
    }
    desk.ledger.note(id++, desk.clock.instant(), Outcome.UNMATCHED, "");
    desk.outbox.add(desk.chat(), OutgoingMessage.of("x"), desk.clock.instant().minus(HOUR));
    check("status.admin", desk.types("/status"));
  }

  @Test
  void statusForAdminsNamesWhatDoesNotGetOut() {
    desk.source("Norda", Duration.ofMinutes(4)).without("telegram").admin();
    Instant hourAgo = desk.clock.instant().minus(HOUR);
    ChatId off = desk.chats.at(Address.parse("telegram:501").orElseThrow());
    desk.outbox.add(desk.chat(), OutgoingMessage.of("y"), hourAgo);
    Delivery sent = desk.outbox.claim(1, "local", Outbox.Gate.OPEN, hourAgo).getFirst();
    desk.outbox.settle(
        List.of(new Outbox.Settled(sent, new Settlement.HeldBack("no answer"), hourAgo)));
    desk.outbox.add(off, OutgoingMessage.of("x"), hourAgo);
    check("status.admin.stuck", desk.types("/status"));
  }

  @Test
  void whatIsNoCommandIsNamed() {
    check("unknown", desk.types("/subscibe Halvorsen Idris"));
    check("text.question", desk.types("what did Halvorsen tell Idris about wells?"));
    check("text.other", desk.types(""));
    check("too-long", desk.types("x".repeat(5000)));
  }

  @Test
  void aLinkIsLookedUp() {
    Alert alert = alert();
    check("text.link", desk.types("https://norda.example/" + alert.lead().id()));
    check("text.link.unknown", desk.types("https://other.example/1"));
  }

  @Test
  void newsCannotMakeUpCommandsOrMarkup() {
    desk.reads(1, HOUR, Draft.by("Norda", 1).headline("/unsub `x` *y* <b> Halvorsen").says("A."));
    desk.reads(2, Duration.ofDays(3), treaty(2));
    assertThat(desk.types("Halvorsen")).contains("‹/unsub `x` *y* <b> Halvorsen›");
  }

  private void became(long article, Outcome outcome, String reason, Instant at) {
    Ruling ruling = new Ruling(outcome, reason);
    desk.ledger.note(new ChatEntry(article, desk.chat(), 1, at, ruling, List.of()));
  }

  private Alert alert() {
    archive();
    Subscription s = desk.watches("Halvorsen");
    desk.clock.forward(Duration.ofSeconds(1));
    return desk.told(5, s, desk.articles.find(1).orElseThrow());
  }

  private Desk archive() {
    desk.reads(1, HOUR, treaty(1));
    desk.reads(2, DAY.multipliedBy(9), harbour());
    desk.reads(3, DAY.multipliedBy(20), deep());
    return desk;
  }

  private static Draft treaty(long id) {
    return Draft.by("Norda", id)
        .headline("Arven and Tolm agree to resume talks")
        .says(
            "Halvorsen and Idris will speak on Tuesday. The place is open.",
            "The treaty has divided the river since 1921.");
  }

  private static Draft harbour() {
    return Draft.by("Kestrel", 2).headline("Storm closes the harbour").says("All boats are in.");
  }

  private static Draft deep() {
    return Draft.by("Oriel", 3)
        .headline("Paper prints a letter about wells")
        .says("A newspaper has printed the letter.", "It was written by Halvorsen in spring.");
  }

  private static void check(String key, String actual) {
    Golden.check("command", key, actual);
  }
}

package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Digest;
import app.bellwire.alert.Reason;
import app.bellwire.article.Article;
import app.bellwire.chat.Action;
import app.bellwire.chat.Role;
import app.bellwire.fake.Draft;
import app.bellwire.fake.Golden;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Digests, quiet hours, zones and pauses, typed and pressed.
class HoursTest {
  private static final Timing TWICE = Timing.digest(LocalTime.of(8, 0), LocalTime.of(18, 0));
  private static final Instant EVENING = Instant.parse("2026-03-04T17:00:00Z");
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

  private final Desk desk = new Desk();

  @Test
  void aDigestIsSetForTheChatAndUndone() {
    check("digest.set", desk.types("/digest 08:00,18:00"));
    assertThat(desk.settings().plan().timing()).contains(TWICE);
    desk.presses("Undo");
    assertThat(desk.settings().plan().digest()).isFalse();
  }

  @Test
  void theDigestPanelSaysWhatHoldsAndOffersTimes() {
    check("digest.panel", desk.types("/digest"));
    desk.presses("08:00, 18:00");
    assertThat(desk.settings().plan().timing()).contains(TWICE);
    desk.types("/digest Halvorsen 07:00");
    plan(desk.watches("Halvorsen"), new Timing.AtOnce());
    check("digest.panel.set", desk.types("/digest"));
    check("digest.panel.off", desk.presses("At once"));
    assertThat(desk.settings().plan().digest()).isFalse();
  }

  @Test
  void digestOffTellsWhatIsHeld() {
    desk.types("/digest 18:00");
    hold(1, Reason.DIGEST);
    hold(2, Reason.DIGEST);
    hold(3, Reason.QUIET_HOURS);
    check("digest.off", desk.types("/digest off"));
    assertThat(desk.alerts.takeDue(desk.chat(), desk.clock.instant())).hasSize(2);
  }

  @Test
  void newTimesMoveWhatIsHeld() {
    hold(1, Reason.DIGEST);
    desk.types("/digest 18:00");
    assertThat(desk.alerts.until(desk.chat(), 1)).contains(EVENING);
  }

  @Test
  void aSubscriptionHasADigestOfItsOwn() {
    Subscription s = desk.watches("Halvorsen Idris");
    check("digest.one", desk.types("/digest Halvorsen Idris 08:00,18:00"));
    assertThat(plan(s).timing()).contains(TWICE);
    assertThat(desk.types("/list")).contains("digest");
    check("digest.one.panel", desk.types("/digest halvorsen idris"));
    check("digest.one.chat", desk.presses("As this chat"));
    assertThat(plan(s).timing()).isEmpty();
    check("digest.one.now", desk.types("/digest Halvorsen Idris now"));
    assertThat(plan(s).timing()).contains(new Timing.AtOnce());
    desk.presses("Undo");
    assertThat(plan(s).timing()).isEmpty();
  }

  @Test
  void aSubscriptionFromConfigKeepsItsTimes() {
    Subscription s = desk.configures("wells", "wells");
    assertThat(desk.types("/digest wells 08:00")).contains("set in config/subscriptions.yml");
    assertThat(desk.types("/digest wells")).contains("set in config/subscriptions.yml");
    assertThat(plan(s).timing()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"25:61", "24:00", "wells 25:61", "wells", "08:00,noon"})
  void badTimesChangeNothing(String typed) {
    String answer = desk.types("/digest " + typed);
    check("digest.bad." + typed.replaceAll("[^a-z0-9]+", "-"), answer);
    assertThat(desk.settings().plan().timing()).isEmpty();
  }

  @Test
  void withoutAZoneTheClockIsAskedFirst() {
    desk.withoutZone();
    check("digest.zone", desk.types("/digest 08:00,18:00"));
    assertThat(desk.settings().plan().timing()).isEmpty();
    check("digest.zone.set", desk.presses("13:00 Berlin"));
    assertThat(desk.settings().plan().timing()).contains(TWICE);
    assertThat(desk.settings().zone()).contains(Desk.BERLIN);
  }

  @Test
  void aTypedCityGoesOnWithWhatWaited() {
    desk.withoutZone();
    desk.types("/quiet 22:00-07:00");
    check("quiet.zone.typed", desk.types("/zone lisbon"));
    assertThat(desk.settings().quiet()).contains(NIGHT);
    assertThat(desk.types("/zone Berlin")).contains("Times here are Berlin time");
  }

  @Test
  void whatWasCancelledDoesNotComeWithTheNextZone() {
    desk.withoutZone();
    desk.types("/quiet 22:00-07:00");
    desk.presses("Cancel");
    desk.types("/zone Berlin");
    assertThat(desk.settings().quiet()).isEmpty();
  }

  @Test
  void quietHoursAreSetAndUndone() {
    check("quiet.set", desk.types("/quiet 22:00–07:00"));
    assertThat(desk.settings().quiet()).contains(NIGHT);
    desk.presses("Undo");
    assertThat(desk.settings().quiet()).isEmpty();
  }

  @Test
  void theQuietPanelOffersTimes() {
    check("quiet.panel", desk.types("/quiet"));
    desk.presses("22:00–07:00");
    check("quiet.panel.set", desk.presses("Other times"));
    check("quiet.off", desk.presses("Off"));
    assertThat(desk.settings().quiet()).isEmpty();
    check("quiet.off.again", desk.types("/quiet off"));
  }

  @Test
  void theEndOfQuietHoursTellsWhatTheyHeld() {
    desk.types("/quiet 12:00-14:00");
    hold(1, Reason.QUIET_HOURS);
    assertThat(desk.types("/quiet off")).contains("The 1 alert held by them comes now.");
    assertThat(desk.alerts.takeDue(desk.chat(), desk.clock.instant())).hasSize(1);
  }

  @Test
  void quietHoursWithoutAZoneAskForTheClock() {
    desk.withoutZone();
    check("quiet.zone", desk.types("/quiet 22:00-07:00"));
    desk.presses("Another city");
    check("quiet.zone.more", desk.presses("More cities"));
    check("quiet.zone.set", desk.presses("17:30 Kolkata"));
  }

  @Test
  void badQuietHoursChangeNothing() {
    check("quiet.bad", desk.types("/quiet 22:00-25:61"));
    check("quiet.bad.one", desk.types("/quiet 22:00"));
    assertThat(desk.settings().quiet()).isEmpty();
  }

  @Test
  void whatTheConfigurationSetsStays() {
    desk.declares(
        new DeliveryPlan(Optional.empty(), Optional.of(NIGHT), Optional.of(Desk.BERLIN), false));
    check("quiet.fixed", desk.types("/quiet off"));
    check("zone.fixed", desk.types("/zone Tokyo"));
    assertThat(desk.settings().zone()).contains(Desk.BERLIN);
  }

  @Test
  void aZoneIsSetByNameCityAndOffset() {
    check("zone.ask", desk.types("/zone"));
    check("zone.set", desk.types("/zone Europe/Lisbon"));
    assertThat(desk.settings().zone()).contains(ZoneId.of("Europe/Lisbon"));
    desk.presses("Undo");
    assertThat(desk.settings().zone()).contains(Desk.BERLIN);
    assertThat(desk.types("/zone +05:30")).contains("Times here are UTC+05:30: it is 17:30.");
    check("zone.unknown", desk.types("/zone Lisabon"));
    desk.presses("Europe/Lisbon");
    assertThat(desk.settings().zone()).contains(ZoneId.of("Europe/Lisbon"));
    check("zone.unknown.far", desk.types("/zone Atlantis-upon-Sea"));
  }

  @Test
  void aPauseKeepsAlertsUntilResume() {
    check("pause", desk.types("/pause"));
    assertThat(desk.settings().pause()).isPresent();
    desk.clock.forward(Duration.ofHours(2));
    check("pause.again", desk.types("/pause"));
    hold(1, Reason.PAUSED);
    hold(2, Reason.PAUSED);
    check("resume", desk.presses("Resume"));
    assertThat(desk.settings().pause()).isEmpty();
    assertThat(desk.alerts.takeDue(desk.chat(), desk.clock.instant())).hasSize(2);
    check("resume.again", desk.types("/resume"));
  }

  @Test
  void membersOfAGroupReadAndDoNotChange() {
    desk.in("telegram:-1001").as(Role.MEMBER).zone(Desk.BERLIN);
    for (String typed :
        new String[] {"/digest 08:00", "/digest off", "/quiet 22:00-07:00", "/zone UTC"}) {
      assertThat(desk.types(typed)).contains("Only admins of this group");
    }
    assertThat(desk.types("/pause")).contains("Only admins of this group");
    assertThat(desk.types("/digest")).contains("Alerts come at once here.");
    assertThat(desk.presses("08:00")).contains("Only admins of this group");
    assertThat(desk.types("/quiet")).contains("No quiet hours here");
    assertThat(desk.settings().plan().within(DeliveryPlan.OPEN))
        .isEqualTo(
            new DeliveryPlan(Optional.empty(), Optional.empty(), Optional.of(Desk.BERLIN), false));
  }

  @Test
  void theButtonsOfADigestOpenPanelsBelowIt() {
    Alert told = hold(1, Reason.DIGEST);
    desk.alerts.record(told);
    long digest = tells(List.of(told));
    check("digest.times", desk.pressesId(issue("digest-times")));
    check("quiet.hours", desk.pressesId(issue("quiet-hours")));
    check("mute.pick-story", desk.pressesId(issue("mute-pick-story", digest)));
    check("mute.pick-story.unknown", desk.pressesId(issue("mute-pick-story", 99)));
  }

  private long tells(List<Alert> stories) {
    return tells(stories, stories.size());
  }

  /// @param told how many of them its message has
  private long tells(List<Alert> stories, int told) {
    Instant now = desk.clock.instant();
    desk.digests.save(
        new Digest(1, desk.chat(), new Digest.Occasion.QuietOver(), now, now, stories, 0)
            .inParts(List.of(told)));
    return 1;
  }

  @Test
  void theRestOfADigestIsShown() {
    assertThat(desk.types("/digest more")).contains("No digest of this chat is kept.");
    tells(stories(17), 15);
    check("digest.more", desk.types("/digest more"));
  }

  @Test
  void aLongRestOfADigestIsShownInTurn() {
    tells(stories(47), 15);
    assertThat(desk.types("/digest more"))
        .contains("16–30 of 47", "30. ‹Talks, part 30›", "and 17 more: /digest more 31")
        .doesNotContain("31. ");
    assertThat(desk.types("/digest more 31")).contains("and 2 more: /digest more 46");
    assertThat(desk.types("/digest more 46")).contains("46–47 of 47").doesNotContain("/digest");
    assertThat(desk.types("/digest more 48")).contains("The last digest told all of it.");
    assertThat(desk.types("/digest more 0")).contains("The last digest told all of it.");
  }

  private List<Alert> stories(int number) {
    return LongStream.rangeClosed(1, number).mapToObj(id -> hold(id, Reason.DIGEST)).toList();
  }

  @Test
  void aSubscriptionCanBeMadeAsADigest() {
    desk.reads(2, Duration.ofDays(9), Draft.by("Kestrel", 2).headline("Harbour").says("Boats."));
    desk.types("harbour");
    check("sub.digest", desk.presses("As a digest"));
    assertThat(plan(desk.book.of(desk.chat()).getFirst()).timing()).contains(TWICE);
    desk.types("/unsub harbour");
    desk.presses("Remove");
    desk.presses("Undo");
    assertThat(plan(desk.book.of(desk.chat()).getFirst()).timing()).contains(TWICE);
  }

  @Test
  void aClockIsAskedForInAMessageOfItsOwnSoThatCancelLeavesWhatWasPressed() {
    desk.reads(2, Duration.ofDays(9), Draft.by("Kestrel", 2).headline("Harbour").says("Boats."));
    desk.withoutZone();
    desk.types("harbour");
    desk.presses("Subscribe");
    assertThat(desk.presses("Quiet at night")).startsWith("(post, rings)\nQuiet from 22:00");
    assertThat(desk.presses("Cancel")).contains("Nothing was changed.");
    assertThat(desk.book.of(desk.chat())).hasSize(1);
  }

  @Test
  void aNewSubscriptionCanBeMadeQuietAtNightAndADigest() {
    desk.reads(2, Duration.ofDays(9), Draft.by("Kestrel", 2).headline("Harbour").says("Boats."));
    desk.withoutZone();
    desk.types("harbour");
    desk.presses("Subscribe");
    desk.presses("Quiet at night");
    check("sub.quiet", desk.presses("13:00 Berlin"));
    desk.types("/list");
    desk.presses("harbour");
    check("list.one.digest", desk.presses("As a digest"));
    desk.types("/list");
    assertThat(desk.presses("harbour")).contains("In digests").contains("[At once]");
    desk.types("boats");
    check("sub.in-quiet", desk.presses("Subscribe"));
  }

  @Test
  void statusSaysWhatHolds() {
    desk.in("telegram:777").zone(Desk.BERLIN);
    desk.types("/digest 08:00,18:00");
    desk.types("/quiet 22:00-07:00");
    desk.types("/pause");
    check("status.hours", desk.types("/status"));
  }

  private String issue(String verb, Object... arguments) {
    return desk.buttons.issue(desk.chat(), Action.of(verb, arguments));
  }

  private DeliveryPlan plan(Subscription s) {
    return desk.book.find(s.id()).orElseThrow().plan();
  }

  private void plan(Subscription s, Timing timing) {
    desk.book.change(
        new Subscription(
            s.id(),
            s.chat(),
            s.query(),
            s.text(),
            s.plan().with(timing),
            s.owner(),
            s.since(),
            s.until()));
  }

  private Alert hold(long id, Reason reason) {
    Article article =
        desk.reads(
            id,
            Duration.ofMinutes(id),
            Draft.by("Norda", id).headline("Talks, part " + id).says("They met."));
    Alert alert =
        new Alert(
            100 + id,
            desk.chat(),
            id,
            1,
            Alert.Kind.FIRST,
            article,
            article.copy().paragraphs(),
            List.of(Draft.report(article)),
            List.of(),
            Alert.Marks.NONE,
            desk.clock.instant());
    desk.alerts.hold(alert, reason, desk.clock.instant().plus(Duration.ofDays(1)));
    return alert;
  }

  private static void check(String key, String actual) {
    Golden.check("command", key, actual);
  }
}

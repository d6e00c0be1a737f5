package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Article;
import app.bellwire.chat.Address;
import app.bellwire.chat.ChatCard;
import app.bellwire.chat.Role;
import app.bellwire.fake.Draft;
import app.bellwire.fake.Golden;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Subscription;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is different where there are forms, a page, and answers that only the asker sees.
class PanelsTest {
  private static final String CHANNEL = "slack:T1/C0000001";
  private static final String PRIVATE = "slack:T1/D0000001";

  private final Desk desk = new Desk();
  private Article met = Draft.by("Norda", 9).headline("None").article();

  @BeforeEach
  void archive() {
    desk.source("Norda", Duration.ofMinutes(4));
    met =
        desk.reads(
            1,
            Duration.ofDays(3),
            Draft.by("Norda", 1).headline("Halvorsen meets Idris").says("They spoke for an hour."));
    desk.reads(
        2,
        Duration.ofDays(9),
        Draft.by("Norda", 2).headline("Idris visits the harbour").says("He saw the cranes."));
  }

  @Test
  void subWithoutWordsOpensAForm() {
    desk.in(PRIVATE);
    check("form.subscribe", desk.types("/sub"));
    check("form.looked", desk.fills("words", "Halvorsen", "where", "D0000001").presses("Look"));
    check("form.done", desk.fills("words", "Halvorsen").presses("Subscribe"));
    assertThat(desk.kept.all()).extracting(Subscription::text).containsExactly("Halvorsen");
  }

  @Test
  void whatIsWrongStandsAtItsField() {
    desk.in(PRIVATE).types("/sub");
    assertThat(desk.fills("words", "  ").presses("Subscribe"))
        .contains("{Words to hear about: } ! " + FormWords.NO_WORDS);
    assertThat(desk.fills("words", "Halvorsen OR").presses("Look"))
        .contains("{Words to hear about: Halvorsen OR} ! ");
    assertThat(desk.fills("words", "Halvorsen OR").presses("Subscribe"))
        .contains("{Words to hear about: Halvorsen OR} ! ");
    assertThat(desk.kept.all()).isEmpty();
  }

  @Test
  void aChannelIsSubscribedFromTheFormByWhoMayChangeIt() {
    channel();
    desk.in(PRIVATE).as(Role.ADMIN).discreet = true;
    desk.types("/sub");
    check(
        "form.channel",
        desk.fills("words", "Halvorsen", "where", "C0000001", "when", "now").presses("Subscribe"));
    assertThat(desk.book.of(desk.chats.at(Address.parse(CHANNEL).orElseThrow())))
        .extracting(Subscription::text)
        .containsExactly("Halvorsen");
  }

  @Test
  void aMemberDoesNotSubscribeAnotherChannel() {
    channel();
    desk.in(PRIVATE).as(Role.MEMBER).types("/sub");
    assertThat(desk.fills("words", "Halvorsen", "where", "C0000001").presses("Subscribe"))
        .contains("Check again");
    assertThat(desk.kept.all()).isEmpty();
  }

  @Test
  void whatIsToBeFollowedFillsTheForm() {
    desk.in(PRIVATE);
    assertThat(desk.fills("text", "Halvorsen meets Idris at the harbour").types("/sub"))
        .contains("{Words to hear about: Halvorsen meets Idris}");
  }

  @Test
  void othersAreToldOfWhatOnlyOneSaw() {
    desk.in(CHANNEL).as(Role.ADMIN).discreet = true;
    desk.types("/sub Halvorsen");
    check("told.subscribed", desk.presses("Subscribe"));
    check("told.removed", desk.presses("Undo"));
    assertThat(desk.types("/pause")).contains("(told " + CHANNEL + ")\nAnn paused");
    assertThat(desk.types("/resume")).contains("(told " + CHANNEL + ")\nAnn let");
    assertThat(desk.types("/list")).doesNotContain("(told");
  }

  @Test
  void whyIsToldInFullWhereNobodyElseReadsIt() {
    desk.in(CHANNEL).as(Role.MEMBER).discreet = true;
    Subscription watched = desk.watches("Halvorsen");
    desk.told(7, watched, met);
    assertThat(desk.types("/why")).contains("*Why this came*");
  }

  @Test
  void theZoneOfWhoAsksIsTakenAndSaid() {
    desk.in(PRIVATE).withoutZone();
    desk.clockOfPeople = Desk.BERLIN;
    assertThat(desk.types("/quiet 22:00-07:00")).contains("Berlin time");
    assertThat(desk.settings().zone()).contains(Desk.BERLIN);
  }

  @Test
  void settingsAreOneForm() {
    desk.in(PRIVATE).withoutZone();
    check("form.settings", desk.types("/settings"));
    check(
        "form.settings.wrong",
        desk.fills("zone", "Nowhere", "quiet", "22", "digest", "8:99").presses("Save"));
    desk.fills("zone", "Berlin", "quiet", "22:00-07:00", "digest", "08:00,18:00").presses("Save");
    assertThat(desk.settings().zone()).contains(Desk.BERLIN);
    assertThat(desk.settings().quiet()).hasToString("Optional[22:00-07:00]");
    assertThat(desk.settings().plan().digestAt()).hasSize(2);
    desk.types("/settings");
    desk.fills("zone", "Europe/Berlin", "quiet", "", "digest", "").presses("Save");
    assertThat(desk.settings().quiet()).isEmpty();
    assertThat(desk.settings().plan().digestAt()).isEmpty();
  }

  @Test
  void allChangesOfTheFormAreSaidAndTold() {
    desk.in(CHANNEL).as(Role.ADMIN).discreet = true;
    desk.withoutZone().types("/settings");
    desk.fills("zone", "Berlin", "quiet", "22:00-07:00", "digest", "08:00");
    check("form.settings.done", desk.presses("Save"));
    desk.types("/settings");
    assertThat(
            desk.fills("zone", "Europe/Berlin", "quiet", "22:00-07:00", "digest", "08:00")
                .presses("Save"))
        .contains(Replies.CANCELLED)
        .doesNotContain("(told");
  }

  @Test
  void aZoneThatTheConfigurationSetsIsNotSaidToBeSaved() {
    desk.in(PRIVATE)
        .declares(
            new DeliveryPlan(Optional.empty(), Optional.empty(), Optional.of(Desk.BERLIN), false))
        .types("/settings");
    assertThat(desk.fills("zone", "London").presses("Save"))
        .contains("The time zone of this chat is set in the configuration");
  }

  @Test
  void hoursAndMutesOfAChannelAreToldToAll() {
    desk.in(CHANNEL).as(Role.ADMIN).discreet = true;
    desk.zone(Desk.BERLIN).watches("Halvorsen");
    String told = "(told " + CHANNEL + ")\nAnn: ";
    assertThat(desk.types("/quiet 22:00-07:00")).contains(told + "Quiet here");
    assertThat(desk.types("/quiet off")).contains(told);
    assertThat(desk.types("/quiet off")).as("nothing changed").doesNotContain(told);
    assertThat(desk.types("/digest 08:00")).contains(told);
    assertThat(desk.types("/digest off")).contains(told);
    assertThat(desk.types("/zone London")).contains(told);
    assertThat(desk.types("/mute chat 2h")).contains(told);
    assertThat(desk.types("/unmute")).contains(told);
  }

  @Test
  void thePageOfANewcomerHasTheFirstSteps() {
    desk.in(PRIVATE);
    check("page.first", desk.opensPage());
    assertThat(desk.fills("words", "Halvorsen").presses("Look")).contains("[Subscribe]");
  }

  @Test
  void thePageShowsWhatIsWatchedAndWhatFails() {
    desk.in(PRIVATE).watches("Halvorsen");
    desk.configures("treaty", "Idris");
    desk.failing("Kestrel", Duration.ofHours(1), "503");
    check("page", desk.opensPage());
    assertThat(desk.presses("Halvorsen")).contains("(in place").contains("[Remove]");
  }

  @Test
  void whoIsNotInvitedIsShownTheirId() {
    desk.in(PRIVATE).uninvited();
    assertThat(desk.opensPage()).contains("slack:501").doesNotContain("[");
  }

  private void channel() {
    Address address = Address.parse(CHANNEL).orElseThrow();
    desk.cards.put("<#C0000001>", new ChatCard(address, "#newsroom", 12, true));
  }

  private static void check(String key, String actual) {
    Golden.check("command", key, actual);
  }
}

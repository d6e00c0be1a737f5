package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatCard;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.Role;
import app.bellwire.fake.Draft;
import app.bellwire.fake.Golden;
import app.bellwire.subscription.WhoMay;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is different in groups, in channels and behind links.
class PlacesTest {
  private static final Address CHANNEL = Address.parse("telegram:-1002").orElseThrow();

  private final Desk desk = new Desk();

  @ParameterizedTest
  @ValueSource(strings = {"good morning", "water treaty", "why?", "https://norda.example/1"})
  void whatAGroupSaysToItselfIsNotAnswered(String text) {
    assertThat(desk.in("telegram:-1001").as(Role.ADMIN).types(text)).isEmpty();
  }

  @Test
  void anotherBotsCommandIsLeftToIt() {
    desk.in("telegram:-1001");
    assertThat(desk.types("/roll 6")).isEmpty();
    assertThat(desk.types("/roll@bell_bot 6")).contains("is not a command");
  }

  @Test
  void inAGroupTheNextWordsOfWhoAskedAreMeant() {
    archive();
    desk.in("telegram:-1001").as(Role.ADMIN);
    check("sub.empty.group", desk.types("/sub"));
    assertThat(desk.types("Halvorsen")).contains("Reports that have").contains("[Subscribe]");
    assertThat(desk.types("Idris")).as("asked once").isEmpty();
  }

  @Test
  void membersReadAndDoNotChange() {
    archive();
    desk.in("telegram:-1001").as(Role.MEMBER);
    assertThat(desk.types("/list")).contains("Nothing is watched here");
    desk.types("/sub Halvorsen");
    assertThat(desk.presses("Subscribe")).contains("(toast)").contains("Only admins");
    assertThat(desk.kept.all()).isEmpty();
  }

  @Test
  void aLinkCarriesWordsToTheirPreview() {
    archive();
    desk.in("telegram:501");
    String payload = DeepLink.of("Halvorsen Idris").orElseThrow();
    assertThat(desk.types("/start " + payload)).contains("[Subscribe]");
    assertThat(desk.types("/start sub_***")).contains("Type the words");
    assertThat(desk.types("/start anything")).contains("Type the words");
  }

  @Test
  void wordsTooLongForALinkAreNotShared() {
    assertThat(DeepLink.of("word ".repeat(20))).isEmpty();
    assertThat(DeepLink.words(DeepLink.of("“Вода” OR wat*").orElseThrow()))
        .contains("“Вода” OR wat*");
  }

  @Test
  void settingsAreInOnePlace() {
    check("settings", desk.types("/settings"));
    assertThat(desk.presses("Quiet hours")).contains("(in place");
  }

  @Test
  void onlyTextIsReadIsSaidOnceADay() {
    desk.in("telegram:501");
    assertThat(desk.types("")).contains("Only text is read here");
    assertThat(desk.types("")).isEmpty();
    desk.clock.forward(Duration.ofDays(1));
    assertThat(desk.types("")).contains("Only text is read here");
    assertThat(desk.in("telegram:-1001").types("")).isEmpty();
  }

  @Test
  void aChannelIsSetUpFromAPrivateChat() {
    archive();
    ChatId channel = desk.chats.at(CHANNEL);
    desk.in("telegram:501").as(Role.ADMIN);
    check("chan.rights", desk.types("/sub @deskwire Halvorsen"));

    desk.cards.put("@deskwire", new ChatCard(CHANNEL, "@deskwire", 1204, true));
    check("chan.preview", desk.presses("Check again"));
    check("chan.done", desk.presses("Subscribe"));

    assertThat(desk.book.of(channel)).hasSize(1);
    assertThat(desk.book.of(desk.chat())).isEmpty();
    assertThat(desk.types("/list @deskwire")).contains("For ‹@deskwire›").contains("Halvorsen");
    assertThat(desk.types("/list")).contains("Nothing is watched here");
  }

  @Test
  void theChannelThatTheConfigurationNamesIsTheSameChat() {
    archive();
    Address name = Address.parse("telegram:@deskwire").orElseThrow();
    ChatId configured = desk.chats.at(name);
    desk.cards.put("@deskwire", new ChatCard(CHANNEL, "@deskwire", 9, true));
    desk.in("telegram:501").as(Role.MEMBER).types("/sub @deskwire Halvorsen");
    assertThat(desk.chats.known(CHANNEL)).as("for a stranger nothing is written down").isEmpty();
    desk.as(Role.ADMIN).types("/sub @deskwire Halvorsen");
    desk.presses("Subscribe");
    assertThat(desk.chats.at(CHANNEL)).isEqualTo(configured);
    assertThat(desk.book.of(configured)).hasSize(1);
    assertThat(desk.chats.at(name)).isEqualTo(configured);
  }

  @Test
  void aNameThatChangedHandsTakesNoConfiguredChatWithIt() {
    archive();
    Address name = Address.parse("telegram:@deskwire").orElseThrow();
    ChatId configured = desk.chats.at(name);
    desk.chats.settle(name, CHANNEL);
    Address other = Address.parse("telegram:-1009").orElseThrow();
    desk.cards.put("@deskwire", new ChatCard(other, "@deskwire", 9, true));
    desk.in("telegram:501").as(Role.ADMIN).types("/sub @deskwire Halvorsen");
    desk.presses("Subscribe");
    assertThat(desk.book.of(desk.chats.at(other))).hasSize(1);
    assertThat(desk.chats.at(name)).isEqualTo(configured);
    desk.admin().types("/list @deskwire");
    assertThat(desk.chats.at(name)).isEqualTo(desk.chats.at(other));
  }

  @Test
  void aChannelIsChosenWithAKey() {
    archive();
    ChatId channel = desk.chats.at(CHANNEL);
    desk.in("telegram:501").as(Role.ADMIN);
    check("sub.empty.private", desk.types("/sub"));
    check("chan.choose", desk.presses("For a channel"));
    desk.cards.put("-1002", new ChatCard(CHANNEL, "Night desk", 3, true));
    check("chan.chosen", desk.chooses(CHANNEL, "Night desk"));

    assertThat(desk.types("Halvorsen")).contains("For Night desk, 3 readers.");
    check("chan.done.unnamed", desk.presses("Subscribe"));
    assertThat(desk.book.of(channel)).hasSize(1);
    assertThat(desk.types("/list telegram:-1002")).contains("For Night desk").contains("Halvorsen");
    assertThat(desk.chooses(CHANNEL, "Night desk")).contains("1 subscription");
  }

  @Test
  void wordsForAChannelThatIsStillToBeChosenAreKept() {
    archive();
    desk.cards.put("-1002", new ChatCard(CHANNEL, "@deskwire", 3, true));
    desk.in("telegram:501").as(Role.ADMIN);
    assertThat(desk.types("/sub @ Halvorsen")).contains("(keys: [Choose a channel] [Cancel])");
    assertThat(desk.chooses(CHANNEL, "@deskwire"))
        .startsWith("(post, silent)\nChecking ‹@deskwire›.\n(no keys)\n\n")
        .contains("For ‹@deskwire›, 3 readers.\nReports that have the word: Halvorsen.");
    desk.presses("Subscribe");
    assertThat(desk.book.of(desk.chats.at(CHANNEL))).hasSize(1);

    desk.types("/sub @ Idris");
    desk.clock.forward(Duration.ofMinutes(11));
    assertThat(desk.chooses(CHANNEL, "@deskwire")).as("forgotten").doesNotContain("Idris");
  }

  @Test
  void whoChoosesIsLookedUpInTheChannelLikeWhoNamesIt() {
    archive();
    ChatId channel = desk.chats.at(CHANNEL);
    desk.in("telegram:501").as(Role.MEMBER).types("/sub @ Halvorsen");
    assertThat(desk.chooses(CHANNEL, "Night desk")).contains("may not post in Night desk yet");
    desk.cards.put("-1002", new ChatCard(CHANNEL, "Secret title", 3, true));
    assertThat(desk.presses("Check again"))
        .contains("Only an administrator of Night desk")
        .doesNotContain("Secret");
    assertThat(desk.as(Role.ADMIN).presses("Check again")).contains("For Secret title, 3 readers.");
    assertThat(desk.as(Role.MEMBER).presses("Subscribe")).contains("(toast)");
    assertThat(desk.book.of(channel)).isEmpty();
  }

  @Test
  void noChannelIsChosen() {
    desk.in("telegram:501").types("/sub @");
    check("chan.none", desk.types("Cancel"));
    assertThat(desk.in("telegram:-1001").types("Cancel")).as("of a group").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"local:desk", "slack:D0A"})
  void whereNoKeysAreNoneIsOffered(String where) {
    archive();
    desk.in(where);
    assertThat(desk.types("/sub")).doesNotContain("[For a channel]");
    assertThat(desk.types("/sub @")).doesNotContain("keys");
    assertThat(desk.types("Cancel")).doesNotContain("keys");
  }

  @Test
  void thePrivateChatOfSomebodyElseIsNoChannel() {
    archive();
    desk.in("telegram:501").admin().types("/sub telegram:502 Halvorsen");
    assertThat(desk.chats.known(Address.parse("telegram:502").orElseThrow())).isEmpty();
  }

  @Test
  void onlyAnAdministratorChangesAChannel() {
    archive();
    ChatId channel = desk.chats.at(CHANNEL);
    desk.cards.put("@deskwire", new ChatCard(CHANNEL, "@deskwire", 0, true));
    desk.in("telegram:501").as(Role.MEMBER);
    check("chan.notyou", desk.types("/sub @deskwire Halvorsen"));

    desk.as(Role.ADMIN).presses("Check again");
    assertThat(desk.as(Role.MEMBER).presses("Subscribe")).contains("(toast)");
    assertThat(desk.book.of(channel)).isEmpty();
  }

  @Test
  void whatTheNetworkDoesNotSayOfAChannelIsSaidAndTheWordsAreKept() {
    archive();
    desk.cards.put("@deskwire", new ChatCard(CHANNEL, "@deskwire", 0, true));
    desk.in("telegram:501").as(Role.ADMIN).silent = true;
    check("chan.unsaid", desk.types("/sub @deskwire Halvorsen"));
    desk.silent = false;
    assertThat(desk.as(Role.UNKNOWN).presses("Check again")).contains("does not say now who may");
    assertThat(desk.as(Role.ADMIN).presses("Check again")).contains("Halvorsen", "[Subscribe]");
  }

  @Test
  void whatIsMissingInAChannelIsSaidInTheWordsOfItsNetwork() {
    archive();
    desk.in("slack:D0A").as(Role.MEMBER);
    check("chan.rights.slack", desk.types("/sub <#C0A1> Halvorsen"));
    Address there = Address.parse("slack:C0A1").orElseThrow();
    desk.cards.put("<#C0A1>", new ChatCard(there, "#newsroom", 3, true));
    check("chan.notyou.slack", desk.presses("Check again"));
  }

  @Test
  void onSlackAnAtNamesNoChannel() {
    archive();
    desk.in("slack:D0A").as(Role.MEMBER);
    assertThat(desk.types("/sub @channel Halvorsen")).doesNotContain("may not post");
  }

  @Test
  void whatIsTypedFromAChannelsListIsMeantForTheChannel() {
    archive();
    ChatId channel = desk.chats.at(CHANNEL);
    desk.cards.put("@deskwire", new ChatCard(CHANNEL, "@deskwire", 0, true));
    desk.in("telegram:501").as(Role.ADMIN).types("/list @deskwire");
    desk.presses("Add");
    assertThat(desk.types("Halvorsen")).contains("For ‹@deskwire›");
    desk.presses("Subscribe");
    assertThat(desk.book.of(channel)).hasSize(1);
    assertThat(desk.book.of(desk.chat())).isEmpty();
    assertThat(desk.types("Idris")).as("asked once").doesNotContain("@deskwire");
  }

  @Test
  void aChannelThatIsNotListedIsNotSetUp() {
    archive();
    ChatId channel = desk.chats.at(CHANNEL);
    desk.cards.put("@deskwire", new ChatCard(CHANNEL, "@deskwire", 0, true));
    desk.in("telegram:501").as(Role.ADMIN).invitedTo("telegram:501");
    assertThat(desk.types("/sub @deskwire Halvorsen")).doesNotContain("[Subscribe]");
    assertThat(desk.book.of(channel)).isEmpty();
  }

  @Test
  void whoMayHoldsAsTheConfigurationSays() {
    archive();
    desk.in("telegram:-1001/7").as(Role.MEMBER).whoMay(WhoMay.MEMBERS);
    desk.types("/sub Halvorsen");
    assertThat(desk.presses("Subscribe")).contains("Ann subscribed this topic: `Halvorsen`");
    desk.whoMay(WhoMay.LISTED).as(Role.ADMIN);
    assertThat(desk.presses("Undo")).contains("Only admins");
  }

  @ParameterizedTest
  @CsvSource({
    "telegram:501, Subscribed:",
    "telegram:-1001, Ann subscribed this group:",
    "telegram:-1001/7, Ann subscribed this topic:",
    "slack:C0A, Ann subscribed this channel:",
    "slack:D0A, Subscribed:",
    "local:desk, Subscribed:"
  })
  void whatWasSubscribedIsCalledWhatItIs(String where, String said) {
    archive();
    desk.in(where).zone(Desk.BERLIN).as(Role.ADMIN).types("/sub Halvorsen");
    assertThat(desk.presses("Subscribe")).contains(said + " `Halvorsen`. Alerts come at once, day");
    desk.types("/quiet 22:00-07:00");
    desk.types("/sub Idris OR Halvorsen");
    assertThat(desk.presses("Subscribe"))
        .contains(said + " `Idris OR Halvorsen`. Alerts come at once, but for");
  }

  @Test
  void aButtonOfATopicThatIsGoneWorksInTheChat() {
    archive();
    desk.in("telegram:-1001/7").as(Role.ADMIN);
    desk.types("/sub Halvorsen");
    desk.in("telegram:-1001");
    desk.chat();
    assertThat(desk.presses("Subscribe")).contains("Ann subscribed this topic: `Halvorsen`");
    assertThat(desk.in("telegram:-1001/7").types("/list")).contains("Halvorsen");
  }

  @Test
  void whatANetworkDoesNotSayIsNotHeldAgainstAnybody() {
    archive();
    desk.in("telegram:-1001").as(Role.UNKNOWN);
    desk.types("/sub Halvorsen");
    assertThat(desk.presses("Subscribe")).contains("does not say now who is an admin");
    assertThat(desk.kept.all()).isEmpty();
  }

  @Test
  void membersMakeNoMessagesByPressing() {
    desk.in("telegram:-1001").as(Role.MEMBER).types("/help");
    assertThat(desk.presses("All commands")).contains("(toast)").contains("Only admins");
    desk.as(Role.ADMIN).types("/help");
    assertThat(desk.presses("All commands")).contains("All commands");
  }

  @Test
  void otherChatsAreNotShownToAGroup() {
    desk.in("telegram:-1001").admin();
    assertThat(desk.types("/status")).doesNotContain("Running since");
    assertThat(desk.types("/resend")).contains("in a private chat");
  }

  private void archive() {
    desk.source("Norda", Duration.ofMinutes(4));
    desk.reads(
        1,
        Duration.ofDays(3),
        Draft.by("Norda", 1).headline("Halvorsen meets Idris").says("They spoke for an hour."));
    desk.reads(
        2,
        Duration.ofDays(9),
        Draft.by("Kestrel", 2).headline("Storm closes the harbour").says("All boats are in."));
  }

  private static void check(String key, String actual) {
    Golden.check("command", key, actual);
  }
}

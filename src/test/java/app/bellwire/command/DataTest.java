package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Role;
import app.bellwire.command.PersonalData.Stored;
import app.bellwire.command.SubscriptionFile.Entry;
import app.bellwire.command.SubscriptionFile.Problem;
import app.bellwire.command.SubscriptionFile.Read;
import app.bellwire.fake.Golden;
import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.Timing;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is stored, its end, and subscriptions that come as a file.
class DataTest {
  private final Desk desk = new Desk();

  @Test
  void whatIsStoredIsSaid() {
    desk.in("telegram:501").zone(Desk.BERLIN);
    desk.watches("Halvorsen Idris");
    desk.configures("wells", "wells");
    desk.types("/quiet 22:00-07:00");
    desk.types("/mute chat 2h");
    desk.personal.holds(new Stored(1, 1, 41, 2, 1), 1, 2);
    check("mydata", desk.types("/mydata"));
    assertThat(desk.presses("Export")).contains("query: 'Halvorsen Idris'");
  }

  @Test
  void aChatWithoutAnythingSaysSo() {
    check("mydata.nothing", desk.withoutZone().types("/mydata"));
  }

  @Test
  void inAGroupEverybodyMayLook() {
    desk.in("telegram:-1001").as(Role.MEMBER);
    desk.personal.holds(new Stored(3, 0, 41, 0, 0), 2, 1);
    check("mydata.group", desk.types("/mydata"));
  }

  @Test
  void forgettingSaysFirstWhatGoes() {
    desk.in("telegram:501").zone(Desk.BERLIN);
    desk.watches("Halvorsen");
    desk.configures("guarantees", "wells");
    desk.types("/quiet 22:00-07:00");
    desk.personal.holds(new Stored(3, 1, 41, 0, 0), 3, 0);
    check("forget", desk.types("/forgetme"));
    assertThat(desk.personal.forgotten()).isEmpty();
    check("forget.done", desk.presses("Delete all"));
    assertThat(desk.personal.forgotten())
        .containsExactly("chat " + desk.chat().value() + ", which stays", "telegram:501 Ann");
  }

  @Test
  void aCopyComesBeforeAndTheQuestionStays() {
    desk.watches("Halvorsen");
    desk.personal.holds(new Stored(1, 0, 0, 0, 0), 1, 3);
    check("forget.elsewhere", desk.types("/forgetme"));
    String copy = desk.presses("Send me a copy first");
    assertThat(copy).contains("query: 'Halvorsen'").contains("Stored about this chat");
    assertThat(copy).doesNotContain("in place");
    assertThat(desk.personal.forgotten()).isEmpty();
  }

  @Test
  void whereNothingIsStoredNothingIsAsked() {
    desk.in("telegram:501");
    check("forget.nothing", desk.types("/forgetme"));
    assertThat(desk.personal.forgotten()).hasSize(2);
  }

  @Test
  void whatTheConfigurationSetsForTheChatStays() {
    DeliveryPlan rule =
        new DeliveryPlan(Optional.empty(), Optional.empty(), Optional.of(Desk.BERLIN), false);
    desk.in("telegram:501").declares(rule).zone(Desk.BERLIN);
    desk.types("/digest 08:00");
    assertThat(desk.types("/forgetme")).contains("for this chat: digest times.");
    desk.presses("Delete all");
    assertThat(desk.settings().plan()).isEqualTo(rule);
  }

  @Test
  void inAGroupPeopleDeleteThemselvesOnly() {
    desk.in("telegram:-1001").as(Role.MEMBER);
    desk.personal.holds(new Stored(3, 0, 41, 0, 0), 2, 0);
    check("forget.group", desk.types("/forgetme"));
    check("forget.group.done", desk.presses("Delete"));
    assertThat(desk.personal.forgotten())
        .containsExactly("telegram:501 Ann in chat " + desk.chat().value());
  }

  @Test
  void aSecondPressAfterAllIsForgottenMakesNoChatAnew() {
    desk.in("telegram:909");
    assertThat(desk.pressesUnknown()).contains("older than 7 days");
    assertThat(desk.chats.all()).noneMatch(c -> c.address().id().equals("909"));
  }

  @Test
  void importSaysHow() {
    check("import.how", desk.types("/import"));
    assertThat(desk.types("/import ```\n```")).contains("Send /import");
  }

  @Test
  void whatWouldBeAddedIsShownFirst() {
    desk.watches("boats");
    desk.configures("wells", "wells");
    desk.pasted =
        new Read(
            List.of(entry(2, "Halvorsen"), entry(4, "boats"), entry(6, "wells"), daily(9, "Idris")),
            List.of(
                new Problem(12, "'qury' is not a known key", Optional.of("query")),
                new Problem(14, "'until': 'May' is not a date", Optional.empty())));
    check("import", desk.types("/import subscriptions: …"));
    assertThat(desk.book.of(desk.chat())).hasSize(2);
    check("import.done", desk.presses("Import 2"));
    assertThat(desk.book.of(desk.chat()))
        .extracting(Subscription::text)
        .contains("Halvorsen", "Idris");
    assertThat(desk.book.of(desk.chat()).getLast().plan().digest()).isTrue();
    check("import.undone", desk.presses("Undo"));
    assertThat(desk.book.of(desk.chat())).hasSize(2);
  }

  @Test
  void aDoublePressImportsOnce() {
    desk.pasted = new Read(List.of(entry(2, "Halvorsen"), entry(3, "Halvorsen")), List.of());
    desk.types("/import x");
    String press = desk.id("Import 1");
    desk.pressesId(press);
    assertThat(desk.pressesId(press)).contains("Nothing was added");
    assertThat(desk.book.of(desk.chat())).hasSize(1);
  }

  @Test
  void theLimitOfAChatHoldsForFilesToo() {
    desk.limit(2).watches("boats");
    desk.pasted = new Read(List.of(entry(2, "Halvorsen"), entry(3, "Idris")), List.of());
    check("import.limit", desk.types("/import x"));
    desk.presses("Import 1");
    assertThat(desk.book.of(desk.chat())).hasSize(2);
  }

  @Test
  void aFileWithNothingGoodIsNotOffered() {
    desk.pasted =
        new Read(List.of(), List.of(new Problem(1, "the file is empty", Optional.empty())));
    check("import.nothing", desk.types("/import x"));
  }

  @Test
  void membersOfAGroupDoNotImport() {
    desk.in("telegram:-1001").as(Role.MEMBER);
    assertThat(desk.types("/import x")).contains("Only admins of this group");
  }

  @ParameterizedTest
  @ValueSource(strings = {"```\na\n```", "```yaml\na\n```", "```yml\na```", "a", "```a"})
  void fencesAreTakenOff(String pasted) {
    assertThat(Importing.unfenced(pasted)).isEqualTo("a");
  }

  private Entry entry(int line, String words) {
    Valid valid = (Valid) desk.language.parse(words);
    return new Entry(line, valid, DeliveryPlan.OPEN, Optional.empty());
  }

  private Entry daily(int line, String words) {
    Entry plain = entry(line, words);
    DeliveryPlan plan = DeliveryPlan.OPEN.with(Timing.digest(LocalTime.of(8, 0)));
    return new Entry(line, plain.query(), plan, Optional.empty());
  }

  private static void check(String key, String actual) {
    Golden.check("command", key, actual);
  }
}

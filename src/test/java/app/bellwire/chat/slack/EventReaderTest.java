package app.bellwire.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatEvent;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.UserId;
import app.bellwire.fake.HandClock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
  private static final Instant THEN = Instant.parse("2026-11-02T11:59:00Z");
  private static final UserId ANN = new UserId(Address.SLACK, "U1");

  private final Ear ear = new Ear(HandClock.at("2026-11-02T12:00:00Z"));

  @BeforeEach
  void begin() {
    ear.names.put("U1", "Ann Lee");
  }

  @AfterEach
  void end() throws Exception {
    ear.close();
  }

  private static Address at(String channel) {
    return new Address(Address.SLACK, "T1", channel, null);
  }

  private @Nullable String hears(String event) {
    return ear.hears(
        """
        {"token":"x","team_id":"T9","api_app_id":"A1","type":"event_callback","event_id":"Ev1",
         "event_time":EPOCH,"event":EVENT,
         "authorizations":[{"enterprise_id":null,"team_id":"T1","user_id":"UBOT","is_bot":true}]}
        """
            .replace("EPOCH", Long.toString(THEN.getEpochSecond()))
            .replace("EVENT", event.replace('\'', '"')));
  }

  private static IncomingMessage said(String channel, String text, @Nullable String replyTo) {
    return new IncomingMessage("event:Ev1", at(channel), ANN, "Ann Lee", text, replyTo, null, THEN);
  }

  private static String message(String more) {
    return "{'type':'message','channel':'D1','channel_type':'im','user':'U1','ts':'2.000002'"
        + more
        + "}";
  }

  @Test
  void whatIsWrittenDirectlyIsMeant() {
    assertThat(hears(message(",'text':'R&amp;D “treaty”'"))).isEmpty();
    assertThat(ear.handedIn).containsExactly(said("D1", "R&D “treaty”", null));
  }

  @Test
  void inAThreadItAnswersTheFirstMessage() {
    hears(message(",'text':'why?','thread_ts':'1.000001'"));
    assertThat(ear.handedIn).containsExactly(said("D1", "why?", "1.000001"));
  }

  @Test
  void withTheNameBeforeItIsACommandAsElsewhere() {
    hears(message(",'text':'<@UBOT> list'"));
    assertThat(ear.handedIn).containsExactly(said("D1", "/bellwire list", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",'text':'x','bot_id':'B1'",
        ",'text':'x','subtype':'bot_message'",
        ",'text':'x','subtype':'file_share'",
        ",'subtype':'message_changed','message':{'text':'x'}",
        ",'subtype':'message_deleted'",
        ",'text':'x','edited':{'user':'U1','ts':'3.0'}",
      })
  void whatOthersAndOtherThingsSayIsNotHeard(String more) {
    assertThat(hears(message(more))).isEmpty();
    assertThat(ear.handedIn).isEmpty();
    assertThat(ear.app.unreadable()).isZero();
  }

  @Test
  void theAppDoesNotHearItselfOrAChannel() {
    hears(message(",'text':'x'").replace("U1", "UBOT"));
    hears(message(",'text':'x'").replace("'D1'", "'C1'").replace("'im'", "'channel'"));
    assertThat(ear.handedIn).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          <@UBOT> list => /bellwire list
          <@UBOT|bellwire>: list => /bellwire list
          hey <@UBOT>, water treaty => /bellwire water treaty
          <@UBOT> => /bellwire
          what is <@UBOT>? => /bellwire ?
          <@UBOT> say <@U2|bob> &amp; &lt;x&gt; => /bellwire say @bob & <x>
          """)
  void aMentionIsACommand(String text, String heard) {
    hears(
        "{'type':'app_mention','channel':'C1','user':'U1','ts':'2.000002','text':'" + text + "'}");
    assertThat(ear.handedIn).containsExactly(said("C1", heard, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'channel':'D1','user':'U1','text':'<@UBOT> x'",
        "'channel':'C1','user':'U2','bot_id':'B1','text':'<@UBOT> x'",
        "'channel':'C1','user':'U1','text':'<@UBOT> x','edited':{'user':'U1','ts':'3.0'}",
      })
  void aMentionThatIsNoneIsNotHeard(String event) {
    hears("{'type':'app_mention'," + event + "}");
    assertThat(ear.handedIn).isEmpty();
  }

  static final List<Arguments> HAPPENED =
      List.of(
          Arguments.of(
              "{'type':'app_home_opened','user':'U1','channel':'D1','tab':'home'}",
              "D1",
              new ChatEvent.PageOpened(ANN, "Ann Lee")),
          Arguments.of(
              "{'type':'member_joined_channel','user':'UBOT','channel':'C1','inviter':'U1'}",
              "C1",
              new ChatEvent.Added("Ann Lee", ANN)),
          Arguments.of(
              "{'type':'member_joined_channel','user':'UBOT','channel':'C1'}",
              "C1",
              new ChatEvent.Added("")),
          Arguments.of(
              "{'type':'member_left_channel','user':'UBOT','channel':'C1'}",
              "C1",
              new ChatEvent.Gone("not_in_channel")),
          Arguments.of(
              "{'type':'channel_left','channel':'C1','actor_id':'U1'}",
              "C1",
              new ChatEvent.Gone("not_in_channel")),
          Arguments.of(
              "{'type':'group_left','channel':'G1'}", "G1", new ChatEvent.Gone("not_in_channel")),
          Arguments.of(
              "{'type':'channel_archive','channel':'C1','user':'U1','is_moved':0}",
              "C1",
              new ChatEvent.Gone("is_archived")),
          Arguments.of(
              "{'type':'group_archive','channel':'G1'}", "G1", new ChatEvent.Gone("is_archived")),
          Arguments.of(
              "{'type':'channel_deleted','channel':'C1'}",
              "C1",
              new ChatEvent.Gone("channel_not_found")),
          Arguments.of(
              "{'type':'group_deleted','channel':'G1'}",
              "G1",
              new ChatEvent.Gone("channel_not_found")),
          Arguments.of("{'type':'channel_unarchive','channel':'C1'}", "C1", new ChatEvent.Back()),
          Arguments.of("{'type':'group_unarchive','channel':'G1'}", "G1", new ChatEvent.Back()),
          Arguments.of(
              "{'type':'channel_id_changed','old_channel_id':'G1','new_channel_id':'C1'}",
              "G1",
              new ChatEvent.Moved(at("C1"))));

  @ParameterizedTest
  @FieldSource("HAPPENED")
  void whatBecomesOfAChannelIsTold(String event, String channel, ChatEvent.What what) {
    assertThat(hears(event)).isEmpty();
    assertThat(ear.handedIn).containsExactly(new ChatEvent("event:Ev1", at(channel), what, THEN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'app_home_opened','user':'U1','channel':'D1','tab':'messages'}",
        "{'type':'member_joined_channel','user':'U1','channel':'C1'}",
        "{'type':'member_left_channel','user':'U1','channel':'C1'}",
        "{'type':'channel_rename','channel':{'id':'C1','name':'x','created':1}}",
        "{'type':'group_rename','channel':{'id':'G1','name':'x','created':1}}",
        "{'type':'workflow_unheard_of','anything':[1,2]}",
        "{'type':'tokens_revoked','tokens':{'oauth':['U1']}}",
      })
  void whatIsNoneOfItsBusinessIsOnlyAcknowledged(String event) {
    assertThat(hears(event)).isEmpty();
    assertThat(ear.handedIn).isEmpty();
    assertThat(ear.standing).isEmpty();
    assertThat(ear.app.unreadable()).isZero();
  }

  @Test
  void anAppThatIsTakenOutHasNoTokenAnyMore() {
    hears("{'type':'tokens_revoked','tokens':{'oauth':[],'bot':['UBOT']}}");
    hears("{'type':'app_uninstalled'}");
    assertThat(ear.standing)
        .containsExactly(
            "refused: the bot's token was revoked", "refused: the app was uninstalled");
  }

  @Test
  void theSameEventIsTheSameUpdate() {
    hears(message(",'text':'x'"));
    hears(message(",'text':'x'"));
    assertThat(ear.handedIn).hasSize(2).allMatch(one -> one.updateId().equals("event:Ev1"));
  }
}

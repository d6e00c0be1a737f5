package app.bellwire.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.UserId;
import app.bellwire.fake.HandClock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoltAppTest {
  private static final Address DESK = new Address(Address.SLACK, "T1", "C1", null);
  private static final UserId ANN = new UserId(Address.SLACK, "U1");

  private final HandClock clock = HandClock.at("2026-11-02T12:00:00Z");
  private final Ear ear = new Ear(clock);

  @AfterEach
  void end() throws Exception {
    ear.close();
  }

  private IncomingMessage said(
      String id,
      String text,
      @Nullable String replyTo,
      @Nullable String pressed,
      Map<String, String> fields) {
    return new IncomingMessage(
        id, DESK, ANN, "ann", text, replyTo, pressed, fields, clock.instant());
  }

  private static String json(String quoted) {
    return quoted.replace('\'', '"');
  }

  private static String command(String command, String text) {
    return json("""
    {'token':'x','team_id':'T1','channel_id':'C1','channel_name':'desk','user_id':'U1',
     'user_name':'ann','command':'COMMAND','text':'TEXT','is_enterprise_install':'false',
     'response_url':'https://hooks.example/1','trigger_id':'13.37.ab'}
    """)
        .replace("COMMAND", command)
        .replace("TEXT", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          sub Lavrov Blinken => /bellwire sub Lavrov Blinken
          Lavrov Blinken => /bellwire Lavrov Blinken
          '' => /bellwire
          '  ' => /bellwire
          /list => /bellwire list
          sub R&amp;D -&lt;x&gt; => /bellwire sub R&D -<x>
          sub <#C2|news> treaty => /bellwire sub <#C2|news> treaty
          whynot <https://example.org/a> => /bellwire whynot https://example.org/a
          why => /bellwire why
          why <https://t.slack.com/archives/C2/p1644955500123456> => \
          /bellwire why https://t.slack.com/archives/C2/p1644955500123456
          """)
  void aCommandIsWhatStandsAfterItsName(String typed, String heard) {
    assertThat(ear.hears(command("/bellwire", typed))).isEmpty();
    assertThat(ear.handedIn).containsExactly(said("command:13.37.ab", heard, null, null, Map.of()));
  }

  @Test
  void theCommandMayHaveAnotherName() {
    ear.hears(command("/bell-test", "list"));
    assertThat(ear.handedIn)
        .containsExactly(said("command:13.37.ab", "/bellwire list", null, null, Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "why <https://t.slack.com/archives/C1/p1644955500123456>, 1644955500.123456",
    "W https://t.slack.com/archives/C1/p1644955500123456, 1644955500.123456",
    "why <https://t.slack.com/archives/C1/p1644955500123456?cid=C1>, 1644955500.123456",
    "why <https://t.slack.com/archives/C1/p1644955500123456?thread_ts=1644955400.000100&amp;cid=C1>,"
        + " 1644955400.000100",
    "why <https://t.slack.com/archives/C1/p1644955500123456?cid=C1&amp;thread_ts=1644955400.000100>,"
        + " 1644955400.000100",
  })
  void whyAndALinkToAMessageOfTheChannelIsAQuestionAboutIt(String typed, String message) {
    ear.hears(command("/bellwire", typed));
    assertThat(ear.handedIn)
        .containsExactly(said("command:13.37.ab", "/why", message, null, Map.of()));
  }

  @Test
  void whereACommandIsAnsweredIsKept() {
    ear.hears(command("/bellwire", "list"));
    assertThat(ear.surfaces.of("command:13.37.ab"))
        .contains(
            new Surface(
                ANN, "https://hooks.example/1", "13.37.ab", null, false, null, clock.instant()));
  }

  @Test
  void aCommandWithoutATriggerIsKnownByItsDelivery() {
    ear.hears(command("/bellwire", "list").replace("trigger_id", "other"));
    assertThat(ear.last().updateId()).isEqualTo("command:envelope-1");
  }

  private static String press(String container, String action, String more) {
    return json("""
    {'type':'block_actions','team':{'id':'T1','domain':'t'},
     'user':{'id':'U1','username':'ann','name':'ann','team_id':'T1'},
     'trigger_id':'13.37.ab','response_url':'https://hooks.example/1',
     'container':CONTAINER,'channel':{'id':'C1','name':'desk'},
     'actions':[ACTION]MORE}
    """)
        .replace("CONTAINER", json(container))
        .replace("ACTION", json(action))
        .replace("MORE", json(more));
  }

  private static final String BUTTON =
      "{'type':'button','action_id':'bw.1','block_id':'b','value':'k9Qz','text':"
          + "{'type':'plain_text','text':'Why'},'action_ts':'1.2'}";
  private static final String MESSAGE =
      "{'type':'message','message_ts':'1644955500.123456','channel_id':'C1','is_ephemeral':false}";

  @Test
  void aPressUnderAMessageNamesIt() {
    assertThat(ear.hears(press(MESSAGE, BUTTON, ""))).isEmpty();
    assertThat(ear.handedIn)
        .containsExactly(said("press:13.37.ab", "", "1644955500.123456", "k9Qz", Map.of()));
    assertThat(ear.surfaces.of("press:13.37.ab"))
        .contains(
            new Surface(
                ANN, "https://hooks.example/1", "13.37.ab", null, false, null, clock.instant()));
  }

  @Test
  void aPressUnderWhatThePersonAloneSeesNamesNoMessage() {
    ear.hears(press(MESSAGE.replace("false", "true,'thread_ts':'1.000001'"), BUTTON, ""));
    assertThat(ear.handedIn).containsExactly(said("press:13.37.ab", "", null, "k9Qz", Map.of()));
    assertThat(ear.surfaces.of("press:13.37.ab").orElseThrow())
        .matches(Surface::ephemeral)
        .extracting(Surface::thread)
        .isEqualTo("1.000001");
  }

  private static final String FIELDS =
      "{'values':{'f.words.1':{'f.words':{'type':'plain_text_input','value':'water treaty'}},"
          + "'f.none.1':{'f.none':{'type':'plain_text_input','value':null}},"
          + "'f.place.1':{'f.place':{'type':'conversations_select','selected_conversation':'C9'}},"
          + "'f.other.1':{'f.other':{'type':'channels_select','selected_channel':'C8'}},"
          + "'f.when.1':{'f.when':{'type':'static_select','selected_option':{'text':"
          + "{'type':'plain_text','text':'At once'},'value':'now'}}},"
          + "'f.unset.1':{'f.unset':{'type':'static_select','selected_option':null}},"
          + "'x':{'x':{'type':'plain_text_input','value':'not ours'}}}}";
  private static final Map<String, String> ENTERED =
      Map.of(
          "words",
          "water treaty",
          "none",
          "",
          "place",
          "C9",
          "other",
          "C8",
          "when",
          "now",
          "unset",
          "");

  private static String view(String type, String callback, String meta) {
    return "{'id':'V1','team_id':'T1','type':'"
        + type
        + "','callback_id':'"
        + callback
        + "','private_metadata':'"
        + meta
        + "','blocks':[],'hash':'1.x','state':"
        + FIELDS
        + "}";
  }

  @Test
  void whatStandsInTheFieldsOfAMessageComesWithThePress() {
    ear.hears(press(MESSAGE, BUTTON, ",'state':" + FIELDS));
    assertThat(ear.handedIn)
        .containsExactly(said("press:13.37.ab", "", "1644955500.123456", "k9Qz", ENTERED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"modal", "home"})
  void aPressInAViewBelongsToTheChatOfTheView(String type) {
    String view = view(type, "", "slack:T1/C1");
    ear.hears(
        press("{'type':'view','view_id':'V1'}", BUTTON, ",'view':" + view)
            .replace("\"channel\":", "\"other\":"));
    assertThat(ear.handedIn).containsExactly(said("press:13.37.ab", "", null, "k9Qz", ENTERED));
    assertThat(ear.surfaces.of("press:13.37.ab").orElseThrow().view())
        .isEqualTo(new Surface.Shown("V1", type.equals("home")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "slack:", "nonsense", "telegram:501", "local:desk"})
  void aPressInAViewOfNoChatIsLeftOut(String meta) {
    String view = ",'view':" + view("modal", "", meta);
    assertThat(ear.hears(press("{'type':'view','view_id':'V1'}", BUTTON, view))).isEmpty();
    assertThat(ear.handedIn).isEmpty();
    assertThat(ear.app.unreadable()).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'button','action_id':'open.3','value':'k','url':'https://example.org'}",
        "{'type':'button','action_id':'open.3','url':'https://example.org'}",
        "{'type':'button','action_id':'bw.1'}",
        "{'type':'button','action_id':'bw.1','value':''}",
        "{'type':'static_select','action_id':'f.when','selected_option':{'value':'now'}}",
        "{'type':'plain_text_input','action_id':'f.words','value':'x'}",
      })
  void whatDoesNothingIsOnlyAcknowledged(String action) {
    assertThat(ear.hears(press(MESSAGE, action, ""))).isEmpty();
    assertThat(ear.handedIn).isEmpty();
    assertThat(ear.app.unreadable()).isZero();
  }

  private static String interaction(String type, String more) {
    return json(
        "{'type':'"
            + type
            + "','team':{'id':'T1'},'user':{'id':'U1','name':'ann','username':'ann',"
            + "'team_id':'T1'},'trigger_id':'13.37.ab',"
            + more
            + "}");
  }

  @Test
  void aFormThatIsHandedInStaysOpenUntilItIsAnswered() {
    String ack =
        ear.hears(
            interaction("view_submission", "'view':" + view("modal", "bw:k9Qz", "slack:T1/C1")));
    assertThat(ack)
        .contains("\"response_action\":\"update\"")
        .contains("One moment.")
        .doesNotContain("\"errors\"");
    assertThat(ear.handedIn)
        .containsExactly(said("submission:13.37.ab", "", null, "k9Qz", ENTERED));
    assertThat(ear.surfaces.of("submission:13.37.ab").orElseThrow().view())
        .isEqualTo(new Surface.Shown("V1", false));
  }

  @Test
  void aViewThatIsNoFormOfOursIsClosed() {
    String other = "'view':" + view("modal", "other", "slack:T1/C1");
    assertThat(ear.hears(interaction("view_submission", other))).isEmpty();
    assertThat(ear.hears(interaction("view_closed", other))).isEmpty();
    assertThat(ear.handedIn).isEmpty();
  }

  private static String shortcutOn(String message, String callback) {
    return interaction(
        "message_action",
        "'callback_id':'"
            + callback
            + "','message_ts':'2.000002','response_url':'https://hooks.example/1',"
            + "'channel':{'id':'C1','name':'desk'},'message':"
            + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          {'type':'message','ts':'2.000002','text':'x'} => 2.000002
          {'type':'message','ts':'2.000002','thread_ts':'1.000001','text':'x'} => 1.000001
          """)
  void theShortcutWhyAsksAboutTheThread(String message, String root) {
    ear.hears(shortcutOn(message, "why"));
    assertThat(ear.handedIn)
        .containsExactly(said("shortcut:13.37.ab", "/why", root, null, Map.of()));
  }

  @Test
  void theShortcutFollowBringsTheWordsOfTheMessage() {
    ear.hears(shortcutOn("{'type':'message','ts':'2.000002','text':'R&amp;D *treaty*'}", "follow"));
    assertThat(ear.handedIn)
        .containsExactly(
            said(
                "shortcut:13.37.ab",
                "/bellwire sub",
                "2.000002",
                null,
                Map.of("text", "R&D *treaty*")));
  }

  @Test
  void theShortcutSubscribeBelongsToTheDirectMessages() {
    String used = interaction("shortcut", "'callback_id':'subscribe'");
    ear.hears(used);
    assertThat(ear.last().from()).isEqualTo(new Address("slack", "T1", "U1", null));
    ear.directs.put("U1", "D1");
    ear.hears(used);
    assertThat(ear.last().from()).isEqualTo(new Address("slack", "T1", "D1", null));
    assertThat(((IncomingMessage) ear.last()).text()).isEqualTo("/sub");
  }

  @Test
  void aPersonWithoutANameIsCalledByWhatIsKnown() {
    ear.hears(command("/bellwire", "list").replace("user_name", "other"));
    assertThat(((IncomingMessage) ear.last()).userName()).isEqualTo("U1");
    ear.names.put("U1", "Ann Lee");
    ear.hears(command("/bellwire", "list").replace("user_name", "other"));
    assertThat(((IncomingMessage) ear.last()).userName()).isEqualTo("Ann Lee");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "'text'",
        "null",
        "{'type':'unheard_of','secret':'xyz'}",
        "{'type':{'a':1}}",
        "{'type':'block_actions'}",
        "{'type':'block_actions','user':{'id':'U1'},'actions':null}",
        "{'type':'block_actions','user':{'id':'U1'},'actions':[]}",
        "{'type':'block_actions','user':{'id':'U1'},'actions':[{},{}]}",
        "{'type':'view_submission'}",
        "{'type':'view_submission','view':{}}",
        "{'type':'message_action','user':{'id':'U1'},'callback_id':'why'}",
        "{'type':'shortcut','callback_id':'subscribe'}",
        "{'type':'event_callback'}",
        "{'type':'event_callback','event':[]}",
        "{'type':'event_callback','event':{'type':'channel_archive'}}",
        "{'type':'event_callback','event':{'type':'channel_archive','channel':'C1'}}",
        "{'type':'event_callback','event_id':'E','event':{'type':'channel_archive',"
            + "'channel':{'id':'C1'}}}",
        "{'type':'event_callback','event_id':'E','event_time':'soon','event':{"
            + "'type':'channel_archive','channel':'C1'}}",
        "{'command':'/bellwire'}",
        "{'command':'/bellwire','user_id':'U1','trigger_id':'1'}",
        "{'command':{'a':1}}",
      })
  void whatCannotBeReadIsAcknowledgedAndLeftOut(String payload) {
    assertThat(ear.hears(json(payload))).isEmpty();
    assertThat(ear.handedIn).isEmpty();
    assertThat(ear.app.unreadable()).isOne();
  }

  @Test
  void whatCannotBeKeptIsNotAcknowledged() {
    ear.first(
        incoming -> {
          throw new IllegalStateException("the store is down");
        });
    assertThat(ear.hears(command("/bellwire", "list"))).isNull();
    assertThat(ear.app.notKept()).isOne();
    assertThat(ear.app.unreadable()).isZero();
    ear.first(incoming -> true);
    assertThat(ear.hears(command("/bellwire", "list"))).isEmpty();
  }

  @Test
  void whereItIsAnsweredIsKnownBeforeItIsHandedIn() {
    ear.first(
        incoming -> {
          assertThat(ear.surfaces.of(incoming.updateId())).isPresent();
          return true;
        });
    assertThat(ear.hears(command("/bellwire", "list"))).isEmpty();
  }
}

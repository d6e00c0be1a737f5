package app.bellwire.fake;

import static app.bellwire.fake.SlackCaller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SlackViewsTest {
  private static final String ANN = "U00000ANN";
  private static final String DESK = "C0000DESK";
  private static final String LINE =
      "{'type':'input','block_id':'f.words.1','label':{'type':'plain_text','text':'Words'},"
          + "'element':{'type':'plain_text_input','action_id':'f.words','max_length':20}}";
  private static final String CHOICE =
      "{'type':'input','block_id':'f.when.1','label':{'type':'plain_text','text':'When'},"
          + "'element':{'type':'static_select','action_id':'f.when',"
          + "'initial_option':{'text':{'type':'plain_text','text':'At once'},'value':'now'},"
          + "'options':[{'text':{'type':'plain_text','text':'At once'},'value':'now'},"
          + "{'text':{'type':'plain_text','text':'At night'},'value':'night'}]}}";
  private static final String PLACE =
      "{'type':'input','block_id':'f.to.1','optional':true,"
          + "'label':{'type':'plain_text','text':'Channel'},"
          + "'element':{'type':'conversations_select','action_id':'f.to'}}";
  private static final String LOOK =
      "{'type':'actions','block_id':'a','elements':[{'type':'button','action_id':'bw.1',"
          + "'value':'look','text':{'type':'plain_text','text':'Look'}}]}";

  private SlackServer slack;
  private SlackCaller caller;
  private SlackApp app;

  @BeforeEach
  void begin() throws IOException {
    slack = new SlackServer();
    slack.user(ANN, "ann").channel(DESK, "desk", ANN, SlackServer.BOT);
    caller = new SlackCaller(slack);
    app = new SlackApp(caller);
  }

  @AfterEach
  void end() throws IOException {
    app.close();
    slack.close();
  }

  private String trigger() {
    slack.slash(ANN, DESK, "help");
    JsonNode envelope = app.next();
    app.ack(envelope);
    return envelope.at("/payload/trigger_id").asText();
  }

  private static String modal(String title, String... blocks) {
    return json(
        "{'type':'modal','callback_id':'bw:s1','private_metadata':'m','title':"
            + "{'type':'plain_text','text':'"
            + title
            + "'},'submit':{'type':'plain_text','text':'Save'},'blocks':["
            + String.join(",", blocks)
            + "]}");
  }

  private String open(String view) {
    JsonNode opened = caller.call("views.open", "trigger_id", trigger(), "view", view).done();
    return opened.at("/view/id").asText();
  }

  private SlackMessage shown() {
    return slack.modal(ANN).orElseThrow();
  }

  @Test
  void aTriggerOpensOneModalWithinThreeSeconds() {
    String trigger = trigger();
    String view = modal("Subscribe", LINE);
    assertThat(caller.call("views.open", "trigger_id", trigger, "view", view).outcome())
        .isEqualTo("ok");
    assertThat(shown().title()).isEqualTo("Subscribe");
    assertThat(caller.call("views.open", "trigger_id", trigger, "view", view).outcome())
        .isEqualTo("exchanged_trigger_id");
    assertThat(caller.call("views.open", "trigger_id", "x", "view", view).outcome())
        .isEqualTo("invalid_trigger_id");
    slack.rules().triggersLive(Duration.ZERO);
    assertThat(caller.call("views.open", "trigger_id", trigger(), "view", view).outcome())
        .isEqualTo("expired_trigger_id");
  }

  record Refused(String view, String reason) {}

  static final List<Refused> REFUSALS =
      List.of(
          new Refused(modal("x".repeat(25), LINE), "must be less than 25 characters"),
          new Refused(modal("", LINE), "must be more than 0 characters"),
          new Refused(modal("T", LINE).replace("modal", "home"), "enum value: home"),
          new Refused(modal("T", LINE).replace("submit", "hand_in"), "property: hand_in"),
          new Refused(modal("T", LINE, LINE), "`block_id` must be unique"),
          new Refused(
              modal("T", (LOOK.replace("'block_id':'a',", "") + ",").repeat(100) + LINE),
              "no more than 100 items allowed"),
          new Refused(
              modal("T", LINE).replace("\"m\"", "\"" + "m".repeat(3001) + "\""),
              "less than 3001 characters [json-pointer:/view/private_metadata]"),
          new Refused(modal("T", LINE).replace("bw:s1", "c".repeat(256)), "view/callback_id"),
          new Refused(
              modal("T", LINE).replaceAll("\"submit\":\\{[^}]*},", ""), "`submit` is required"),
          new Refused("7", "must be an object"));

  @ParameterizedTest
  @FieldSource("REFUSALS")
  void whatAViewMayNotBeIsRefusedWithTheReason(Refused refused) {
    SlackCaller.Answer answer =
        caller.call("views.open", "trigger_id", trigger(), "view", refused.view);
    assertThat(answer.outcome()).isEqualTo("invalid_arguments");
    assertThat(answer.reasons()).contains(refused.reason);
  }

  @Test
  void whatIsSubmittedComesByBlockAndActionAndAnEmptyAckClosesTheModal() {
    open(modal("Subscribe", LINE, CHOICE, PLACE));
    SlackDelivery handed = slack.submits(ANN, Map.of("Words", "NATO", "f.when", "At night"));
    JsonNode envelope = app.next();
    JsonNode values = envelope.at("/payload/view/state/values");
    assertThat(values.at("/f.words.1/f.words/value").asText()).isEqualTo("NATO");
    assertThat(values.at("/f.when.1/f.when/selected_option/value").asText()).isEqualTo("night");
    assertThat(values.at("/f.to.1/f.to/selected_conversation").isNull()).isTrue();
    assertThat(envelope.at("/payload/view/callback_id").asText()).isEqualTo("bw:s1");
    assertThat(envelope.at("/payload/view/private_metadata").asText()).isEqualTo("m");
    assertThat(slack.modal(ANN)).isPresent();
    app.ack(envelope);
    handed.await();
    assertThat(slack.modal(ANN)).isEmpty();
  }

  @Test
  void aFieldForAChannelMayBeginWithTheOneThatIsLookedAt() {
    String follows = PLACE.replace("'f.to'}", "'f.to','default_to_current_conversation':true}");
    open(modal("Subscribe", follows));
    String field = "/state/values/f.to.1/f.to/selected_conversation";
    assertThat(shown().json().at(field).asText()).isEqualTo(DESK);
    slack.fills(ANN, Map.of("Channel", "C0000HALL"));
    assertThat(shown().json().at(field).asText()).isEqualTo("C0000HALL");
  }

  @Test
  void aPersonsOwnScreenHoldsBackWhatIsEmptyOrTooLong() {
    open(modal("Subscribe", LINE));
    assertThatThrownBy(() -> slack.submits(ANN, Map.of()))
        .hasMessage("the field Words must be filled");
    assertThatThrownBy(() -> slack.submits(ANN, Map.of("Words", "x".repeat(21))))
        .hasMessage("too long for the field Words");
    assertThatThrownBy(() -> slack.submits(ANN, Map.of("Colour", "red")))
        .hasMessage("no field is Colour; there are [Words/f.words]");
    assertThat(app.heardNothing()).isTrue();
  }

  @Test
  void anAckCanPointAtFieldsReplaceTheViewOrPutAnotherOnTop() {
    String id = open(modal("Subscribe", LINE));
    answer("{'response_action':'errors','errors':{'f.words.1':'No such word'}}");
    assertThat(shown().errors().path("f.words.1").asText()).isEqualTo("No such word");

    answer("{'response_action':'update','view':" + modal("Again", LINE, PLACE) + "}");
    assertThat(shown().title()).isEqualTo("Again");
    assertThat(shown().json().path("id").asText()).isEqualTo(id);

    answer("{'response_action':'push','view':" + modal("Sure?", CHOICE) + "}");
    assertThat(shown().title()).isEqualTo("Sure?");
    slack.closesModal(ANN);
    assertThat(shown().title()).isEqualTo("Again");
    answer("{'response_action':'clear'}");
    assertThat(slack.modal(ANN)).isEmpty();
    assertThat(slack.counts().complaints()).isEmpty();
  }

  private void answer(String payload) {
    boolean asks = shown().words().contains("Words");
    SlackDelivery handed = slack.submits(ANN, asks ? Map.of("Words", "x") : Map.of());
    app.ack(app.next(), json(payload));
    handed.await();
  }

  @Test
  void anAckThatSlackCannotShowIsComplainedOf() {
    open(modal("Subscribe", LINE));
    answer("{'response_action':'errors','errors':{'nowhere':'x'}}");
    assertThat(slack.counts().complaints().getFirst()).contains("no input block is nowhere");
  }

  @Test
  void anUpdatedViewKeepsWhatWasTypedIntoFieldsWhoseIdsStay() {
    String id = open(modal("Subscribe", LINE, LOOK));
    slack.fills(ANN, Map.of("Words", "NATO"));
    slack.pressesInModal(ANN, "Look");
    JsonNode pressed = app.next().path("payload");
    assertThat(pressed.at("/view/state/values/f.words.1/f.words/value").asText()).isEqualTo("NATO");
    assertThat(pressed.has("response_url")).isFalse();
    assertThat(pressed.at("/container/view_id").asText()).isEqualTo(id);

    String update = modal("Subscribe", LINE, LINE.replace("f.words.1", "f.words.2"));
    JsonNode told = caller.call("views.update", "view_id", id, "view", update).done();
    JsonNode values = told.at("/view/state/values");
    assertThat(values.at("/f.words.1/f.words/value").asText()).isEqualTo("NATO");
    assertThat(values.at("/f.words.2/f.words/value").isNull()).isTrue();

    String stale = pressed.at("/view/hash").asText();
    assertThat(caller.call("views.update", "view_id", id, "hash", stale, "view", update).outcome())
        .isEqualTo("hash_conflict");
    slack.closesModal(ANN);
    assertThat(caller.call("views.update", "view_id", id, "view", update).outcome())
        .isEqualTo("not_found");
  }

  @Test
  void threeModalsAreTheMost() {
    open(modal("1", LINE));
    for (int i = 2; i <= 3; i++) {
      caller.call("views.push", "trigger_id", trigger(), "view", modal("" + i, LINE)).done();
    }
    assertThat(
            caller.call("views.push", "trigger_id", trigger(), "view", modal("4", LINE)).outcome())
        .isEqualTo("push_limit_reached");
    assertThat(shown().title()).isEqualTo("3");
  }

  @Test
  void aHomePageIsPublishedAndPressed() {
    String home =
        json("{'type':'home','private_metadata':'D1','blocks':[" + LINE + "," + LOOK + "]}");
    JsonNode first = caller.call("views.publish", "user_id", ANN, "view", home).done();
    assertThat(slack.home(ANN).orElseThrow().buttons()).containsExactly("Look");
    slack.fillsHome(ANN, Map.of("Words", "NATO"));
    slack.pressesOnHome(ANN, "Look");
    JsonNode pressed = app.next().path("payload");
    assertThat(pressed.at("/view/type").asText()).isEqualTo("home");
    assertThat(pressed.at("/view/state/values/f.words.1/f.words/value").asText()).isEqualTo("NATO");

    String hash = first.at("/view/hash").asText();
    caller.call("views.publish", "user_id", ANN, "view", home, "hash", hash).done();
    assertThat(caller.call("views.publish", "user_id", ANN, "view", home, "hash", hash).outcome())
        .isEqualTo("hash_conflict");
    assertThat(caller.call("views.publish", "user_id", "U404", "view", home).outcome())
        .isEqualTo("user_not_found");
    slack.opensHome(ANN);
    assertThat(app.next().at("/payload/event/view/private_metadata").asText()).isEqualTo("D1");
  }
}

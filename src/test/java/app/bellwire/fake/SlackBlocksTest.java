package app.bellwire.fake;

import static app.bellwire.fake.SlackCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SlackBlocksTest {
  private static final String DESK = "C0000DESK";

  private SlackServer slack;
  private SlackCaller caller;

  @BeforeEach
  void begin() throws IOException {
    slack = new SlackServer();
    slack.rules().posts(1, Duration.ZERO);
    slack.channel(DESK, "desk", SlackServer.BOT);
    caller = new SlackCaller(slack);
  }

  @AfterEach
  void end() throws IOException {
    slack.close();
  }

  private SlackCaller.Answer post(String blocks) {
    return caller.call("chat.postMessage", "channel", DESK, "text", "x", "blocks", blocks);
  }

  record Refused(String rule, String block, String reason) {
    @Override
    public String toString() {
      return rule;
    }
  }

  private static Refused block(String rule, String block, String reason) {
    return new Refused(rule, json(block), reason);
  }

  private static Refused button(String rule, String more, String reason) {
    return block(rule, actions("{'type':'button'," + more + "}"), reason);
  }

  private static Refused rich(String rule, String element, String reason) {
    return block(rule, richText(element), reason);
  }

  private static String plain(int length) {
    return "{'type':'plain_text','text':'" + "x".repeat(length) + "'}";
  }

  private static String actions(String elements) {
    return "{'type':'actions','elements':[" + elements + "]}";
  }

  private static String richText(String element) {
    return "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':["
        + element
        + "]}]}";
  }

  private static String select(String options, String more) {
    return actions(
        "{'type':'static_select','action_id':'s','placeholder':"
            + plain(1)
            + ",'options':["
            + options
            + "]"
            + more
            + "}");
  }

  private static String option(int text, String value) {
    return "{'text':" + plain(text) + ",'value':'" + value + "'}";
  }

  static final List<Refused> REFUSALS =
      List.of(
          block("an unknown block", "{'type':'crystal_ball'}", "unsupported type: crystal_ball"),
          block("no object", "7", "must be an object [json-pointer:/blocks/0]"),
          block("a section of nothing", "{'type':'section'}", "[json-pointer:/blocks/0/text]"),
          block(
              "a long section",
              "{'type':'section','text':" + plain(3001) + "}",
              "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
          block(
              "an empty section",
              "{'type':'section','text':" + plain(0) + "}",
              "must be more than 0 characters"),
          block(
              "a header with markup",
              "{'type':'header','text':{'type':'mrkdwn','text':'x'}}",
              "must be a valid enum value: mrkdwn"),
          block("a long header", "{'type':'header','text':" + plain(151) + "}", "less than 151"),
          block(
              "emoji in markup",
              "{'type':'section','text':{'type':'mrkdwn','text':'x','emoji':true}}",
              "invalid additional property: emoji"),
          block(
              "a crowded context",
              "{'type':'context','elements':["
                  + "%s,".formatted(plain(1)).repeat(10)
                  + plain(1)
                  + "]}",
              "no more than 10 items allowed"),
          block("actions without elements", actions(""), "must have at least 1 items"),
          block(
              "crowded actions",
              actions(
                  IntStream.rangeClosed(1, 26)
                      .mapToObj(i -> "{'type':'button','action_id':'" + i + "','text':%s}")
                      .map(button -> button.formatted(plain(1)))
                      .collect(Collectors.joining(","))),
              "no more than 25 items allowed"),
          button("a button without a label", "'action_id':'a'", "missing required field"),
          button("a long label", "'text':" + plain(76), "less than 76"),
          button("a label with markup", "'text':{'type':'mrkdwn','text':'x'}", "valid enum value"),
          button(
              "a long value",
              "'text':" + plain(1) + ",'value':'" + "v".repeat(2001) + "'",
              "less than 2001 characters [json-pointer:/blocks/0/elements/0/value]"),
          button(
              "a long action id",
              "'text':" + plain(1) + ",'action_id':'" + "a".repeat(256) + "'",
              "less than 256"),
          button("a strange style", "'text':" + plain(1) + ",'style':'loud'", "enum value: loud"),
          button(
              "a field nobody knows",
              "'text':" + plain(1) + ",'colour':'red'",
              "the Java model does not know it"),
          block(
              "an action id twice in a block",
              actions(
                  ("{'type':'button','action_id':'a','text':" + plain(1) + "},")
                      + ("{'type':'button','action_id':'a','text':" + plain(1) + "}")),
              "`action_id` \"a\" already exists"),
          block(
              "a block id twice",
              "{'type':'divider','block_id':'b'},{'type':'divider','block_id':'b'}",
              "`block_id` must be unique [json-pointer:/blocks/1/block_id]"),
          block(
              "a long block id",
              "{'type':'divider','block_id':'" + "b".repeat(256) + "'}",
              "less than 256"),
          block(
              "an input in actions",
              actions("{'type':'plain_text_input','action_id':'a'}"),
              "unsupported type: plain_text_input"),
          block(
              "a button in an input",
              "{'type':'input','label':" + plain(1) + ",'element':{'type':'button'}}",
              "unsupported type: button"),
          block("a long option", select(option(76, "a"), ""), "less than 76"),
          block("no option", select("", ""), "must have at least 1 items"),
          block(
              "an option twice",
              select(option(1, "a") + "," + option(2, "a"), ""),
              "option values must be unique"),
          block(
              "a first choice that is no option",
              select(option(1, "a"), ",'initial_option':" + option(2, "a")),
              "must match one of the options"),
          block("an empty rich text", "{'type':'rich_text','elements':[]}", "at least 1 items"),
          rich("an empty section", "", "must have at least 1 items"),
          rich("an empty text", "{'type':'text','text':''}", "must be more than 0 characters"),
          rich("an unknown element", "{'type':'laser'}", "unsupported type: laser"),
          rich("a link to nowhere", "{'type':'link','url':''}", "must be more than 0 characters"),
          rich("a link to a script", "{'type':'link','url':'javascript:x'}", "a valid URL"),
          rich(
              "an unknown style",
              "{'type':'text','text':'x','style':{'loud':true}}",
              "invalid additional property: loud"),
          rich(
              "a mention's style in a text",
              "{'type':'text','text':'x','style':{'unlink':true}}",
              "invalid additional property: unlink"),
          rich(
              "a date in no format",
              "{'type':'date','timestamp':1,'format':'{moon}'}",
              "invalid date format: {moon}"),
          rich("a date without a time", "{'type':'date','format':'{time}'}", "must be an integer"),
          block(
              "a list of texts",
              "{'type':'rich_text','elements':[{'type':'rich_text_list','style':'bullet',"
                  + "'elements':[{'type':'text','text':'x'}]}]}",
              "must be a valid enum value: text"));

  @ParameterizedTest
  @FieldSource("REFUSALS")
  void whatBlockKitForbidsIsRefusedWithTheReasonAndThePlace(Refused refused) {
    SlackCaller.Answer answer = post("[" + refused.block + "]");

    assertThat(answer.outcome()).isEqualTo("invalid_blocks");
    assertThat(answer.reasons()).contains(refused.reason);
    assertThat(answer.json().path("errors")).isNotEmpty();
    assertThat(slack.messages(DESK)).isEmpty();
  }

  @Test
  void everythingWithinItsLimitsIsTaken() {
    String blocks =
        json(
            "[{'type':'header','text':"
                + plain(150)
                + "},{'type':'section','text':"
                + plain(3000)
                + ",'accessory':{'type':'overflow','action_id':'o','options':["
                + option(75, "v".repeat(75))
                + "]}},{'type':'divider'},{'type':'context','elements':["
                + plain(9)
                + "]},"
                + richText(
                    "{'type':'link','url':'https://example.org/a','text':'A','style':{'bold':true}},"
                        + "{'type':'date','timestamp':1644955500,'format':'{time}','fallback':'9'},{'type':'text','text':'"
                        + " & <b>','style':{'bold':false,'unlink':false}}")
                + ","
                + actions(
                    "{'type':'button','action_id':'bw.1','value':'v','style':'danger','text':"
                        + plain(75)
                        + ",'confirm':{'title':"
                        + plain(100)
                        + ",'text':"
                        + plain(300)
                        + ",'confirm':"
                        + plain(30)
                        + ",'deny':"
                        + plain(30)
                        + "}}")
                + "]");

    assertThat(post(blocks).reasons()).isEmpty();
    SlackMessage shown = slack.posts(DESK).getFirst();
    assertThat(shown.words()).endsWith("xxxxxxxxx\nA9 & <b>");
    assertThat(shown.buttons()).containsExactly("x".repeat(75), "x".repeat(75));
    assertThat(shown.blocks().valueStream()).allMatch(block -> block.has("block_id"));
  }

  @Test
  void moreThanFiftyBlocksOrThirteenThousandCharactersAreRefused() {
    String divider = json("{'type':'divider'}");
    assertThat(post("[" + (divider + ",").repeat(50) + divider + "]").reasons())
        .contains("no more than 50 items allowed [json-pointer:/blocks]");

    String section = json("{'type':'section','text':" + plain(3000) + "}");
    assertThat(post("[" + (section + ",").repeat(4) + section + "]").outcome())
        .isEqualTo("msg_blocks_too_long");
  }

  @Test
  void blocksThatAreNoListAreInTheWrongFormat() {
    assertThat(post("{}").outcome()).isEqualTo("invalid_blocks_format");
    assertThat(post("[").outcome()).isEqualTo("invalid_blocks_format");
  }
}

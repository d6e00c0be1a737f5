package app.bellwire.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.bellwire.chat.Button;
import app.bellwire.chat.Field;
import app.bellwire.chat.Field.Option;
import app.bellwire.chat.Form;
import app.bellwire.chat.Panel;
import app.bellwire.chat.Panel.Input;
import app.bellwire.chat.Panel.Row;
import app.bellwire.chat.Panel.Said;
import app.bellwire.chat.RichText;
import app.bellwire.fake.Golden;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViewsTest {
  private static final String META = "slack:T1/C1";
  private static final List<Option> WAYS =
      List.of(new Option("once", "At once"), new Option("digest", "As a digest"));
  private static final Button.Press SUBSCRIBE = new Button.Press("Subscribe", "subscribe-id");

  @Test
  void aFormWithProblems() {
    check(
        "form",
        Views.modal(
            new Form(
                "Subscribe a channel",
                new Panel(
                    List.of(
                        said("Which words should be watched, and where?"),
                        line("Lavrov OR (", "A bracket is not closed."),
                        new Input(new Field.Place("chat", "Channel", "", "Choose a channel.")),
                        new Input(new Field.Choice("way", "How", "digest", "", WAYS)),
                        new Row(List.of(Samples.press("Look"))))),
                SUBSCRIBE),
            META));
  }

  @Test
  void theHomePage() {
    Panel page =
        new Panel(
            List.of(
                said("Bellwire reads 14 news sources and tells you once per story."),
                line("", ""),
                new Row(List.of(Samples.press("Look"), Samples.press("Subscribe"))),
                new Said(RichText.build().code("Lavrov Blinken").text(" · at once").done()),
                new Row(List.of(new Button.Press("Remove", "remove-id", true)))));
    check("home", Views.home(page, "slack:T1/D1"));
  }

  @Test
  void anAnswerInAModal() {
    check("answer", Views.modal("Preview", Samples.preview(), META));
  }

  @Test
  void aModalForAMoment() {
    check("waiting", Views.waiting("Subscribe a channel", META));
  }

  private static void check(String key, View view) {
    BlockRules.check(view);
    Golden.check("slack", "view." + key, BlockRules.shown(view));
  }

  @Test
  void anotherValueTakesAnotherIdSoThatItIsShown() {
    String before = input(new Field.Line("words", "Words", "Lavrov", "", "", true)).getBlockId();
    String same = input(new Field.Line("words", "Words", "Lavrov", "Hm.", "", true)).getBlockId();
    String after = input(new Field.Line("words", "Words", "Blinken", "", "", true)).getBlockId();

    assertThat(before).startsWith("f.words.").isEqualTo(same).isNotEqualTo(after);
  }

  @Test
  void aValueIsOneLine() {
    PlainTextInputElement line =
        (PlainTextInputElement) element(new Field.Line("words", "Words", "a\nb", "", "", true));
    assertThat(line.getInitialValue()).isEqualTo("a b");
    assertThat(line.getPlaceholder()).isNull();
  }

  @Test
  void aPlaceIsTheChannelTheFormWasOpenedFromUnlessItIsKnown() {
    ConversationsSelectElement open = place("", true);
    assertThat(open.getDefaultToCurrentConversation()).isTrue();
    assertThat(open.getInitialConversation()).isNull();
    assertThat(place("", false).getDefaultToCurrentConversation()).isNull();

    ConversationsSelectElement known = place("C7", true);
    assertThat(known.getDefaultToCurrentConversation()).isNull();
    assertThat(known.getInitialConversation()).isEqualTo("C7");
    assertThat(known.getFilter().getInclude()).containsExactly("public", "private");
  }

  @Test
  void aDirectChatCanBeChosenWhereItIsTheValue() {
    assertThat(place("D7", true).getFilter().getInclude()).contains("im");
  }

  @Test
  void moreThanFiveOptionsAreAMenuOfAHundredAtMost() {
    assertThat(element(choice(5))).isInstanceOf(RadioButtonsElement.class);
    StaticSelectElement menu = (StaticSelectElement) element(choice(120));
    assertThat(menu.getOptions()).hasSize(100);
    assertThat(menu.getInitialOption()).isEqualTo(menu.getOptions().get(3));
  }

  @Test
  void anOptionWithoutAValueIsAMistake() {
    Field none = new Field.Choice("way", "How", "", "", List.of(new Option("", "At once")));
    assertThatIllegalArgumentException().isThrownBy(() -> element(none));
  }

  @Test
  void aLongPanelEndsWhereSlackEndsIt() {
    List<Panel.Part> parts = Collections.nCopies(150, said("A line of words. ".repeat(500)));
    View home = Views.home(new Panel(parts), META);

    BlockRules.check(home);
    assertThat(home.getBlocks()).hasSize(100);
  }

  @Test
  void metaThatIsTooLongIsAMistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Views.waiting("a", "m".repeat(3001)))
        .withMessageContaining("3001");
  }

  private static Said said(String text) {
    return new Said(RichText.of(text));
  }

  private static Input line(String value, String problem) {
    return new Input(new Field.Line("words", "Words", value, problem, "Lavrov Blinken", true));
  }

  private static Field choice(int options) {
    List<Option> all =
        IntStream.range(0, options).mapToObj(i -> new Option("o" + i, "Option " + i)).toList();
    return new Field.Choice("zone", "Zone", "o3", "", all);
  }

  private static ConversationsSelectElement place(String value, boolean inModal) {
    Field field = new Field.Place("chat", "Channel", value, "");
    return (ConversationsSelectElement)
        ((InputBlock) new Fields(inModal).blocks(field).getFirst()).getElement();
  }

  private static BlockElement element(Field field) {
    return input(field).getElement();
  }

  private static InputBlock input(Field field) {
    return (InputBlock) new Fields(true).blocks(field).getFirst();
  }
}

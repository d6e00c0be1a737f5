package app.bellwire.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Button;
import app.bellwire.chat.Field;
import app.bellwire.chat.Form;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Panel;
import app.bellwire.chat.RichText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Whatever agencies and people write, Slack can take it.
class NaughtyTextTest {
  static final List<String> NAUGHTY =
      List.of(
          "",
          " ",
          "\n\n\n",
          "\u0000",
          "a\u0000b\u0007c\u001Bd\r\ne\tf\u0085g",
          "half \uD83D pair",
          "\uDE00 other half \uD83D",
          "\u202Eright to left\u2066 and back\u2069",
          "\u200B\u200D\uFEFF",
          "zero\u200Bwidth",
          "Z" + "\u0316\u0317\u0301\u035C".repeat(10) + "algo",
          "\u0301".repeat(20_000),
          "😀",
          "x".repeat(74) + "😀" + "y".repeat(100),
          "x".repeat(2999) + "😀" + "y".repeat(100),
          "😀".repeat(20_000),
          "👩‍👩‍👧‍👦".repeat(2_000),
          "t".repeat(20_000),
          "'<&>\" ".repeat(20_000),
          "long word and more ".repeat(2_000),
          "\uD83D".repeat(20_000),
          "line\n".repeat(20_000),
          "<!channel>|<@U1>{time}[x](y)\\u003c",
          "ي العربية שלום");

  @ParameterizedTest
  @FieldSource("NAUGHTY")
  void isTakenInAMessage(String words) {
    BlockRules.check(Layout.message(Samples.everywhere(words), "8f3a21", 1));
    BlockRules.check(Layout.message(OutgoingMessage.of(words), "8f3a21", 1));
    Laid plain = Layout.plain(Samples.everywhere(words));
    BlockRules.wellFormed(plain.text());
    assertThat(plain.text().length()).isBetween(1, 4000);
  }

  @ParameterizedTest
  @FieldSource("NAUGHTY")
  void isTakenInAView(String words) {
    Panel panel =
        new Panel(
            List.of(
                new Panel.Said(RichText.of(words)),
                new Panel.Input(new Field.Line("words", words, words, words, words, false)),
                new Panel.Input(new Field.Place("place", words, "C1", words)),
                new Panel.Input(
                    new Field.Choice(
                        "way", words, "once", words, List.of(new Field.Option("once", words)))),
                new Panel.Row(List.of(new Button.Press(words, "id")))));
    Form form = new Form(words, panel, new Button.Press(words, "id"));

    BlockRules.check(Views.modal(form, "slack:T1/C1"));
    BlockRules.check(Views.modal(words, Samples.everywhere(words), "slack:T1/C1"));
    BlockRules.check(Views.home(panel, "slack:T1/D1"));
    BlockRules.check(Views.waiting(words, "slack:T1/C1"));
  }
}

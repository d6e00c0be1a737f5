package app.bellwire.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Button;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.RichText;
import app.bellwire.command.CommandParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/list shows it. | /bellwire list shows it.",
        "Send /why for all of it. | Send /bellwire why for all of it.",
        "Times are written so: /digest 08:00,18:00 | Times are written so: /bellwire digest"
            + " 08:00,18:00",
        "/mute · /quiet 22:00-07:00 · /whynot with a link | /bellwire mute · /bellwire quiet"
            + " 22:00-07:00 · /bellwire whynot with a link",
        "see https://example.org/list and config/sub | see https://example.org/list and config/sub",
        "km/start, /listed, /sub/x | km/start, /listed, /sub/x",
        "To fix: /invite @Bellwire | To fix: /invite @Bellwire",
      })
  void commandsHaveTheirNameBeforeThem(String ours, String spoken) {
    assertThat(Spoken.spoken(RichText.of(ours)).plain()).isEqualTo(spoken);
  }

  @Test
  void newsIsLeftAlone() {
    RichText news = RichText.build().news("Type /list now", "en").bold("/help").done();
    assertThat(Spoken.spoken(news).plain()).isEqualTo("Type /list now/bellwire help");
  }

  @Test
  void aReplyStandsInAThread() {
    RichText line =
        RichText.build().text(" · updated 21:05, see reply\n").news("see reply", "en").done();
    assertThat(Spoken.spoken(line).plain()).isEqualTo(" · updated 21:05, see thread\nsee reply");
  }

  @Test
  void buttonsAreNamedToo() {
    OutgoingMessage message =
        OutgoingMessage.of("Did you mean /sub?")
            .with(List.of(new Button.Press("/sub words", "b1")));
    assertThat(Spoken.spoken(message).keyboard().getFirst().getFirst().label())
        .isEqualTo("/bellwire sub words");
  }

  @Test
  void everyVerbIsKnown() {
    assertThat(Spoken.VERBS).containsExactlyInAnyOrderElementsOf(CommandParser.verbs());
  }
}

package app.bellwire.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          water treaty => water treaty
          R&amp;D -&lt;x&gt; => R&D -<x>
          &amp;lt; => &lt;
          &amp;amp; => &amp;
          whynot <https://example.org/a?b=1&amp;c=2> => whynot https://example.org/a?b=1&c=2
          whynot <https://example.org/a|this report> => whynot https://example.org/a
          <http://example.org|example.org> => http://example.org
          ask <mailto:ann@example.org|ann@example.org> => ask ann@example.org
          call <tel:+4930|+49 30> => call +49 30
          sub <#C1|news> treaty => sub <#C1|news> treaty
          sub <#C1> treaty => sub <#C1> treaty
          <@U1|ann> said => @ann said
          <@U1> said => @Ann Lee said
          <@U2> said => @U2 said
          <!here> and <!channel|channel> => @here and @channel
          <!subteam^S1|@desk> => @desk
          at <!date^1^{time}|21:05> => at 21:05
          a < b > c => a < b > c
          <no mark> <> <|x> => <no mark> <> <|x>
          “security guarantees” – «x» => “security guarantees” – «x»
          `Lavrov Blinken` => Lavrov Blinken
          ```Lavrov``` => Lavrov
          '' => ''
          """)
  void undoesWhatSlackMakesOfTypedText(String sent, String typed) {
    assertThat(TypedText.of(sent, TypedTextTest::name)).isEqualTo(typed);
  }

  private static Optional<String> name(String user) {
    return user.equals("U1") ? Optional.of("Ann Lee") : Optional.empty();
  }

  @Test
  void spacesThatDoNotBreakAreSpaces() {
    assertThat(TypedText.of("\u00A0water\u00A0treaty ", name -> Optional.empty()))
        .isEqualTo("water treaty");
  }

  @Test
  void aDollarIsADollar() {
    assertThat(TypedText.of("<https://example.org/$1\\x>", name -> Optional.empty()))
        .isEqualTo("https://example.org/$1\\x");
  }
}

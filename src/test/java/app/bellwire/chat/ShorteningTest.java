package app.bellwire.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShorteningTest {
  @ParameterizedTest(name = "{1} of “{0}”")
  @CsvSource({
    "short, 5, short",
    "one two three, 13, one two three",
    "one two three, 12, one two…",
    "one two three, 8, one two…",
    "onetwothree, 6, onetw…",
    "one two three, 1, …",
    "one two three, 0, ''",
    "abc😀😀, 5, abc…",
    "abc😀😀, 6, abc😀…",
    "😀, 1, …",
  })
  void aTextIsCutWhereNothingBreaks(String text, int units, String left) {
    assertThat(RichText.of(text).shortened(units).plain()).isEqualTo(left);
  }

  @Test
  void nodesKeepWhatTheyAre() {
    URI target = URI.create("https://norda.example/1");
    RichText text =
        RichText.build().bold("Wells").text(" ").link("of the river valley", target).done();
    assertThat(text.shortened(13))
        .isEqualTo(
            RichText.build().bold("Wells").text(" ").link("of the", target).text("…").done());
  }

  @Test
  void aTimeIsWholeOrNotThere() {
    RichText text =
        RichText.build().text("At ").add(new RichText.Time(Instant.EPOCH, "01:00")).done();
    assertThat(text.shortened(6).plain()).isEqualTo("At …");
  }
}

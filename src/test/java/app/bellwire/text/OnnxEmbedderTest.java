package app.bellwire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The model itself, loaded once.
class OnnxEmbedderTest {
  private static final OnnxEmbedder MODEL = OnnxEmbedder.load(1);

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The two ministers spoke by phone about the border | The foreign secretaries held a"
            + " telephone call on frontier issues | The harbour of Tolm was closed by the storm",
        "Central bank raises interest rates | Borrowing costs go up after the bank’s decision |"
            + " Striker signs for city rivals",
        "Hundreds flee as river bursts its banks | Flooding drives families from their homes |"
            + " Parliament votes on the budget",
      })
  void otherWordsForTheSameAreNearerThanOtherNews(String news, String same, String other) {
    double near = cosine(news, same);

    assertThat(near).isGreaterThan(.60);
    assertThat(cosine(news, other)).isLessThan(near - .15);
  }

  @Test
  void theSameTextMeansTheSame() {
    String text = "Water treaty signed in Port Arven";

    assertThat(MODEL.embed(text)).isEqualTo(MODEL.embed(text));
    assertThat(cosine(text, text)).isGreaterThan(.9999);
    assertThat(MODEL.embed(text).dimensions()).isEqualTo(384);
  }

  @Test
  void whatIsBeyondItsReachDoesNotCount() {
    String long_ = "The treaty was signed. ".repeat(100);

    assertThat(MODEL.embed(long_)).isEqualTo(MODEL.embed(long_ + "A storm came."));
  }

  @Test
  void anyTextIsRead() {
    assertThat(MODEL.embed("").dimensions()).isEqualTo(384);
    assertThat(MODEL.embed("\u0000\ud800 😀 中国 \uffff").dimensions()).isEqualTo(384);
  }

  @Test
  void onceClosedItReadsNothing() {
    OnnxEmbedder closed = OnnxEmbedder.load(1);
    closed.close();

    assertThatThrownBy(() -> closed.embed("Storm")).hasMessageContaining("closed");
  }

  private static double cosine(String one, String other) {
    return MODEL.embed(one).cosine(MODEL.embed(other));
  }
}

package app.bellwire.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphsTest {
  @Test
  void blocksAndBreaksPartParagraphs() {
    assertThat(Paragraphs.of("<p>One <b>bold</b>\nword.</p><div>Two.<br><br/>Three.</div>Four."))
        .containsExactly("One bold word.", "Two.", "Three.", "Four.");
  }

  @Test
  void listsStayLines() {
    assertThat(Paragraphs.of("<p>Agreed:</p><ul><li>water</li><li>light</li></ul>"))
        .containsExactly("Agreed:", "water", "light");
  }

  @Test
  void thePageRoundTheTextIsDropped() {
    assertThat(
            Paragraphs.of(
                "<nav>Home</nav><script>x()</script><style>p{}</style><form><input>Go</form><figure><img"
                    + " src=a.png><figcaption>A boat</figcaption></figure><p>Text.</p>"))
        .containsExactly("Text.");
  }

  @Test
  void plainTextIsPartedByBlankLines() {
    assertThat(Paragraphs.of("One.\n\nTwo &amp; a half.\n \nThree."))
        .containsExactly("One.", "Two & a half.", "Three.");
  }

  @Test
  void plainTextWithOneParagraphALine() {
    assertThat(Paragraphs.of("Boats left the harbour.\nThe storm came at noon.\nAll is calm."))
        .hasSize(3);
  }

  @Test
  void linesBrokenToAWidthAreJoined() {
    assertThat(
            Paragraphs.of(
                "Boats left the harbour of Sund at dawn on Tuesday as\n"
                    + "the storm came nearer, and the town closed its gates\nfor the night."))
        .containsExactly(
            "Boats left the harbour of Sund at dawn on Tuesday as the storm came nearer, and the"
                + " town closed its gates for the night.");
  }

  @Test
  void charactersThatSayNothingGo() {
    assertThat(Paragraphs.of("\u202Eab\u200Bc\u2066d\u0007 e\u00ADf\uFEFF"))
        .containsExactly("abcd ef");
    assertThat(Paragraphs.of("e" + "\u0301".repeat(50)).getFirst()).hasSizeLessThan(7);
    assertThat(Paragraphs.of("e\u0301")).containsExactly("é");
    assertThat(Paragraphs.of("می\u200Cروم a\u200Cb")).containsExactly("می\u200Cروم ab");
    assertThat(Paragraphs.of("lone \uD800 half")).containsExactly("lone half");
  }
}

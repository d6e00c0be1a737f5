package app.bellwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  /// `|` stands where a sentence ends.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The talks ended. |Idris left.",
        "Is it over? |Yes! |No…",
        "Minister Ida J. Halvorsen spoke. |She left.",
        "Foreign Minister I. J. Halvorsen and O. Idris met.",
        "It begins at 3.30 p.m. local time. |It is public.",
        "It begins at 3.30 p.m. |The hall is small.",
        "It begins at 3 p.m. Tuesday.",
        "Resolution No. 5 was passed. |No. 6 was not.",
        "The answer was no. |Idris left.",
        "It was signed on Jan. 28 in Arven. |The pact ends in Dec. |It can be renewed.",
        "Mr. Idris met Dr. Holm, Gen. Arne Vik and Lt. Col. Ros. |They talked.",
        "The U.S. Treasury spoke to the U.S. |The letter is secret.",
        "Norda Inc. Chairman Vik resigned. |He works for Kestrel Ltd. |He is 60.",
        "Apples, pears, etc. |The list is long.",
        "“We agree.” |He left.",
        "“We agree. They agree,” Halvorsen said. |She left.",
        "\"We agree. They agree,\" Halvorsen said. |She left.",
        "\"We agree.\" |\"We do not.\"",
        "„Wir sind einig. Sie auch“, sagte Vik. |Er ging.",
        "« Nous sommes d’accord. Eux aussi », dit Vik. |Il partit.",
        "“Will it end?” Idris asked. |Nobody knew.",
        "“Stop!” she said. |They stopped.",
        "He said “stop. |They stopped.",
        "\"He noted the statement would come. |It came.",
        "Die Frist endet am 28. Januar in Arven. |Danach wird verhandelt.",
        "He was born in 1961. |Vik is 60.",
        "It cost 3.5 million. |It cost $2.",
        "See example.org for more. |Norda reports.",
        "Done.) |Next.",
        "One line without a stop\n\n|Another line",
        "水条約が合意。|次の会談は未定。",
        "Договір підписано. |Сторони розійшлися.",
        "هل انتهى؟ |نعم.",
        "Wait... |Then go. he did",
        "Rain fell. |— Norda",
        "Storm. |🌊 Waves.",
        "No stop at all",
      })
  void cutsSentences(String marked) {
    List<String> expected = List.of(marked.split("\\|")).stream().map(String::strip).toList();
    assertThat(Sentences.of(marked.replace("|", ""))).isEqualTo(expected);
  }

  @Test
  void cutsAQuotationThatIsTooLongForOneSentence() {
    String quote = "“" + "We shall meet again. ".repeat(40) + "It is over,” Vik said.";
    assertThat(Sentences.of(quote)).hasSize(41);
  }

  @Test
  void losesNoCharacterButSpace() {
    Random random = new Random(4);
    String signs = "aB.!?…\"“”„«»() \n\u00a0'’1—。🌊";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(60); j > 0; j--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      String all = String.join("", Sentences.of(text.toString()));
      assertThat(all.replaceAll("\\s", "")).isEqualTo(text.toString().replaceAll("\\s", ""));
    }
  }

  @Test
  void readsHostileTextInLinearTime() {
    for (String unit :
        List.of(
            "a", ".", ". ", "\"", "“", ".\" ", "A. ", "a.", ")", "\n", "“a. ", "? \"A ", "1. ")) {
      assertThat(String.join("", Sentences.of(unit.repeat(1_000_000 / unit.length()))))
          .hasSizeLessThanOrEqualTo(1_000_000);
    }
  }
}

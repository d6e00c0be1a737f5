package app.bellwire.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {
  private static byte[] in(String charset, String text) {
    return text.getBytes(Charset.forName(charset));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, EFBBBF",
    "UTF-16LE, FFFE",
    "UTF-16BE, FEFF",
    "UTF-32LE, FFFE0000",
    "UTF-32BE, 0000FEFF"
  })
  void theByteOrderMarkBeatsEverything(String charset, String mark) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(HexFormat.of().parseHex(mark));
    body.writeBytes(in(charset, "<a>ж</a>"));

    assertThat(Charsets.decode(body.toByteArray(), "text/xml; charset=koi8-r"))
        .isEqualTo("<a>ж</a>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void zeroesTellWideCharactersWithoutAMark(String charset) {
    assertThat(Charsets.decode(in(charset, "<a>ж</a>"), "")).isEqualTo("<a>ж</a>");
  }

  @Test
  void httpBeatsTheDeclarationAndTheDeclarationTheDefault() {
    String declared = "<?xml version='1.0' encoding='koi8-r'?>ж";

    assertThat(Charsets.decode(in("windows-1251", declared), "text/xml; charset=\"windows-1251\""))
        .endsWith("ж");
    assertThat(Charsets.decode(in("koi8-r", declared), "text/xml")).endsWith("ж");
    assertThat(Charsets.decode(in("koi8-r", declared), "text/xml; charset=nonsense")).endsWith("ж");
  }

  @Test
  void withoutAWordItIsUtf8AndElseTheOldDefault() {
    assertThat(Charsets.decode(in("UTF-8", "é"), "")).isEqualTo("é");
    assertThat(Charsets.decode(in("windows-1252", "“é”"), "")).isEqualTo("“é”");
    assertThat(Charsets.decode(in("windows-1252", "“é”"), "text/xml; charset=utf-8"))
        .isEqualTo("“é”");
    assertThat(Charsets.decode(in("windows-1252", "“é”"), "text/xml; charset=iso-8859-1"))
        .isEqualTo("“é”");
  }

  @Test
  void oneWrongByteDoesNotSpoilAUtf8Text() {
    byte[] body = in("UTF-8", "дождь и ветер?");
    body[body.length - 1] = (byte) 0xD0;

    assertThat(Charsets.decode(body, "")).startsWith("дождь и ветер");
  }

  @Test
  void aLatinHeaderDoesNotSpoilWhatTheDocumentRightlyCallsUtf8() {
    byte[] body = "<?xml version='1.0' encoding='utf-8'?>“é”".getBytes(StandardCharsets.UTF_8);

    assertThat(Charsets.decode(body, "text/xml; charset=iso-8859-1")).endsWith("“é”");
  }

  @Test
  void lineEndsAreOneAndControlsNone() {
    assertThat(Charsets.decode(in("UTF-8", "a\r\nb\rc\u0000\u0008\td"), ""))
        .isEqualTo("a\nb\nc\td");
  }
}

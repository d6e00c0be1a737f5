package app.bellwire.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What feeds may carry and chats must bear: text that is markup, acts, turns around, is cut in the
/// middle of a character or is no character at all. Immutable.
final class NaughtyStrings {
  private static final List<String> ACTING =
      List.of(
          "/start",
          "/unsub all",
          "/stop@bellwire_bot now",
          "see /list or /help",
          "word/command",
          "@bellwire_bot",
          "@durov said so",
          "mail to desk@agency.example.org today",
          "#breaking",
          "#новости и #срочно",
          "$TSLA rose, $EUR fell",
          "agency.org",
          "www.agency.com/path?x=1#top",
          "пример.рф",
          "https://agency.org/a?b=c&d=e",
          "http://127.0.0.1:8080/",
          "tg://resolve?domain=bellwire_bot",
          "ton://transfer/x",
          "ftp://agency.org/file",
          "t.me/bellwire_bot?start=x",
          "one.two.three.com.",
          "end.Of sentence.Next begins",
          "U.S. and U.K. agree",
          "+1 202 555 0100",
          "4111 1111 1111 1111",
          "a/b/c/d/e",
          "//agency.org",
          "@@@###$$$///",
          "#@/$",
          "x@y.com,z@w.net;/q");

  private static final List<String> MARKUP =
      List.of(
          "<b>bold</b> and <i>not closed",
          "&lt;b&gt;escaped&lt;/b&gt;",
          "<b>&amp;</b>",
          "&amp;amp;lt;",
          "&nbsp;&nbsp;&nbsp;",
          "&#0; and &#8; and &#xB;",
          "&#xD800; alone",
          "&#xDC00;&#xD800; the wrong way round",
          "&#x1F600; by number",
          "&#99999999999; too large",
          "&unknown; &; &#; &#x;",
          "<script>alert(1)</script>after",
          "<style>p{}</style>after",
          "<a href=\"javascript:alert(1)\">press</a>",
          "<a href=\"tg://user?id=501\">press</a>",
          "<a href='https://agency.org/\"onclick=\"x'>press</a>",
          "<img src=x onerror=alert(1)>",
          "<!-- not closed",
          "<![CDATA[ raw ]]>",
          "]]>",
          "*bold* _italic_ `code` ```pre``` ~struck~ ||spoiler||",
          "[label](https://agency.org) ![x](tg://emoji?id=1)",
          "\\*\\_\\[\\]\\(\\)",
          "{\"json\": [1, \"two\"]}",
          "%s %d %n {} {0} ${HOME} #{x} $(id)",
          "'; drop table outbox; --",
          "\\u0000 \\n \\r \\t \\\\",
          "<pre>kept\n  as it\tstands</pre>",
          "<p></p><br><br/><br></br>",
          "<table><tr><td>1<td>2</table>");

  private static final List<String> CHARACTERS =
      List.of(
          "\u202Edlrow olleh\u202C after",
          "\u2066isolated\u2069 \u2067right to left\u2069",
          "\u202A\u202B\u202D\u202E never closed",
          "zero\u200Bwidth\u200Cjoined\u200Dwords\uFEFFhere",
          "\u200B\u200B\u200B",
          "\u2060\u2060",
          "\u00AD\u00AD soft\u00ADhyphens",
          "e" + "\u0301".repeat(40),
          ("Z" + "\u0335\u0336\u0337\u0338".repeat(10)).repeat(5),
          "\u0301 begins with a mark",
          "del\u007F and c1 \u0080\u0085\u009F",
          "next\u2028line\u2029paragraph",
          "tab\tand\r\nbreaks\n\n\n\n\nhere",
          "\uFFFD replaced",
          "\uE000 private \uF8FF",
          "\uDB40\uDC41\uDB40\uDC42 tags",
          "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66 family",
          "\uD83C\uDDFA\uD83C\uDDF3\uD83C\uDDFA flags",
          "\uD83D\uDC4D\uD83C\uDFFD toned",
          "1\uFE0F\u20E3 keycap",
          "\u0627\u0644\u0633\u0644\u0627\u0645 123 \u05E9\u05DC\u05D5\u05DD",
          "\uFDFD \uA9C5 wide",
          "\u1100\u1161\u11A8\u1100 jamo",
          "\u0E01\u0E33\u0E33\u0E33\u0E33 thai",
          "İstanbul ıI ſ ß ﬁ Ǆ",
          "１２３ ＡＢＣ ｗｗｗ．ａｇｅｎｃｙ．ｃｏｍ",
          "agency\u3002com agency\uFF0Ecom",
          "\u2215list \uFF0Fsub \u29F8x",
          "\u00A0\u2003\u3000 blanks \u00A0",
          "\uD835\uDD7F\uD835\uDD8D\uD835\uDD8A fraktur");

  private NaughtyStrings() {}

  /// A few hundred at most; those of the file that the property `attack.strings` names as well.
  static List<String> all() throws IOException {
    List<String> all = new ArrayList<>();
    Stream.of(ACTING, MARKUP, CHARACTERS, lengths()).forEach(all::addAll);
    String file = System.getProperty("attack.strings", "");
    if (!file.isEmpty()) {
      Files.readAllLines(Path.of(file)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(all::add);
    }
    return all;
  }

  /// Characters of four bytes and marks where a message is cut, and nothing at all.
  private static List<String> lengths() {
    List<String> lengths = new ArrayList<>(List.of("", " "));
    for (int length = 3_990; length <= 4_010; length += 5) {
      lengths.add("a".repeat(length) + "\uD83D\uDE00".repeat(20));
      lengths.add("word ".repeat(length / 5) + "\uD83D\uDE00 end");
    }
    lengths.add("\uD83D\uDE00".repeat(2_000));
    lengths.add("h".repeat(300));
    lengths.add("e" + "\u0301".repeat(4_100));
    return lengths;
  }
}

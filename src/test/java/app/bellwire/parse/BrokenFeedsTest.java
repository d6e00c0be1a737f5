package app.bellwire.parse;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.RawItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenFeedsTest {
  @ParameterizedTest
  @CsvSource({
    "cut-off-in-a-title.xml, 2, cut off after 2 items: read as far as it goes",
    "cut-off-between-items.xml, 2, cut off after 2 items: read as far as it goes",
    "cut-off-in-cdata.xml, 1, cut off after 1 item: read as far as it goes",
    "cut-off.json, 1, cut off after 1 item: read as far as it goes",
    "undeclared-prefixes-and-bare-ampersands.xml, 1,",
    "garbage-before-the-declaration.xml, 1,",
    "control-characters.xml, 1,",
    "entity-that-names-a-file.xml, 1,",
    "items-never-closed.xml, 2,",
  })
  void completeItemsAreKept(String file, int items, String note) {
    ParsedFeed feed = Sample.file("broken/" + file);

    assertThat(feed.items()).hasSize(items);
    assertThat(feed.items().getFirst().title()).startsWith("First");
    assertThat(feed.note().orElse(null)).isEqualTo(note);
  }

  @Test
  void undeclaredPrefixesMeanWhatTheyUsuallyMean() {
    RawItem item =
        Sample.file("broken/undeclared-prefixes-and-bare-ampersands.xml").items().getFirst();

    assertThat(item.title()).isEqualTo("First © &unknown; A & B");
    assertThat(item.authors()).containsExactly("Ann");
    assertThat(item.content()).isEqualTo("<p>x</p>");
  }

  @Test
  void filesAreNeverReadForAnEntity() {
    ParsedFeed feed = Sample.file("broken/entity-that-names-a-file.xml");

    assertThat(feed.items().getFirst().title()).isEqualTo("First &desk;");
  }

  @Test
  void controlCharactersGo() {
    ParsedFeed feed = Sample.file("broken/control-characters.xml");

    assertThat(feed.items().getFirst().title()).isEqualTo("First one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AT&amp;T|AT&T",
        "AT&amp;amp;T|AT&T",
        "AT&amp;amp;amp;T|AT&T",
        "a &lt; b|a < b",
        "of the &lt;blink2&gt; tag|of the <blink2> tag",
        "&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;br/&gt;three|One Two three",
        "<b>Bold</b> word|Bold word",
        "<![CDATA[Caf&eacute; <i>Idris</i>]]>|Café Idris",
        "one&lt;script&gt;alert(1)&lt;/script&gt; two|one two",
        "&#8216;Dam&#x2019;|‘Dam’",
        "one&#160; &#10; two|one two",
      })
  void titlesBecomeOneLineOfPlainText(String inside, String title) {
    assertThat(Sample.item("<title>" + inside + "</title>").title()).isEqualTo(title);
  }
}

package app.bellwire.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkKeysTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.Norda.Example/a/, norda.example/a",
    "http://norda.example:80/a#top, norda.example/a",
    "https://norda.example:443/a?utm_source=rss&utm_medium=x, norda.example/a",
    "https://norda.example:8443/a, norda.example:8443/a",
    "https://norda.example/a/index.html, norda.example/a",
    "https://norda.example/, norda.example",
    "https://norda.example/a?fbclid=1&id=7&gclid=2&cmp=x&ref=y, norda.example/a?id=7",
    "https://norda.example/a?b=2&a=1, norda.example/a?a=1&b=2",
    "https://norda.example/A?ID=7, norda.example/A?ID=7",
    "https://user@norda.example/a b|c, norda.example/a%20b%7Cc",
    "https://norda.example/100%, norda.example/100%25",
  })
  void addressesOfOneArticleHaveOneKey(String link, String key) {
    assertThat(LinkKeys.uri(link).map(LinkKeys::key)).contains(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "norda",
        "ftp://norda.example/a",
        "javascript:alert(1)",
        "http://",
        "http:///a"
      })
  void whatCannotBeOpenedIsNoAddress(String link) {
    assertThat(LinkKeys.uri(link)).isEmpty();
    assertThat(LinkKeys.uri(null)).isEmpty();
  }
}

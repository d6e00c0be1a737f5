package app.bellwire.parse;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Paragraphs;
import app.bellwire.article.RawItem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PageDialectTest {
  private static final URI BASE = URI.create("https://norda.example/a/1");

  @Test
  void anArticleIsReadWithoutThePageAroundIt() throws IOException {
    RawItem item = read("page-with-chrome.html");
    assertThat(item.title()).isEqualTo("Ferry returns to Sund after repairs");
    assertThat(item.link()).isEqualTo("https://norda.example/ferry");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-03-04T09:30:00Z"));
    assertThat(item.authors()).containsExactly("Ann Example");
    assertThat(Paragraphs.of(item.content()))
        .contains(
            "SUND, March 4. /NORDA/. The ferry came back to Sund on Wednesday.",
            "It had been away for repairs for three weeks.")
        .noneMatch(text -> text.contains("Subscribe") || text.contains("Related"));
  }

  @Test
  void aPageWithoutAnythingIsAnItemWithoutText() {
    RawItem item = item("<html><body></body></html>".getBytes(StandardCharsets.UTF_8));
    assertThat(item.title()).isEmpty();
    assertThat(Paragraphs.of(item.content())).isEmpty();
  }

  private static RawItem read(String name) throws IOException {
    try (InputStream in = PageDialectTest.class.getResourceAsStream("/parse/" + name)) {
      return item(Objects.requireNonNull(in).readAllBytes());
    }
  }

  private static RawItem item(byte[] page) {
    ParseResult result = new Parsers().parsePage(page, "text/html", BASE, ZoneOffset.UTC);
    assertThat(result).isInstanceOf(ParseResult.Parsed.class);
    return ((ParseResult.Parsed) result).feed().items().getFirst();
  }
}

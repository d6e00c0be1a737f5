package app.bellwire.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.fetch.FetchResult.Failed;
import app.bellwire.fetch.FetchResult.Reason;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class RedirectsTest {
  private final Redirects secure = new Redirects(HttpUrl.get("https://example.org/a/feed?key=k"));

  @Test
  void aRelativeAddressIsResolved() {
    assertThat(secure.follow(301, "../b")).isNull();
    assertThat(secure.current()).isEqualTo(HttpUrl.get("https://example.org/b"));
  }

  @Test
  void theStepDownToPlainHttpIsNotTaken() {
    assertThat(secure.follow(301, "http://example.org/a/feed"))
        .isEqualTo(
            new Failed(Reason.BAD_STATUS, "redirects from https to http, which is not followed"));
    assertThat(secure.current().isHttps()).isTrue();
  }

  @Test
  void theStepUpToHttpsIsTaken() {
    var plain = new Redirects(HttpUrl.get("http://example.org/feed"));
    assertThat(plain.follow(308, "https://example.org/feed")).isNull();
    assertThat(plain.current().isHttps()).isTrue();
  }

  @Test
  void theStepToItselfIsACircle() {
    assertThat(secure.follow(302, "/a/feed?key=k"))
        .isEqualTo(new Failed(Reason.TOO_MANY_REDIRECTS, "redirects in a circle"));
  }

  @Test
  void anotherSchemeIsNotFollowed() {
    for (String target :
        new String[] {"ftp://example.org/", "file:///etc/passwd", "javascript:1"}) {
      assertThat(secure.follow(302, target)).isNotNull();
    }
  }
}

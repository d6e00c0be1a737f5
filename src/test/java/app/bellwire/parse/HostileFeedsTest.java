package app.bellwire.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFeedsTest {
  /// What is promised is 2 s; a loaded machine gets a little more before it is called broken.
  private static final Duration LIMIT = Duration.ofSeconds(6);

  private static final int MIB = 1024 * 1024;
  private static final int MUTATIONS = 5_000;

  static Stream<Arguments> bombs() {
    String head = "<rss><channel>";
    String lol =
        IntStream.range(1, 10)
            .mapToObj(i -> "<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>")
            .collect(Collectors.joining());
    String attributes =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "a" + i + "='x'")
            .collect(Collectors.joining(" "));
    return Stream.of(
        bomb("billion laughs", "<!DOCTYPE r [" + lol + "]><rss><title>&l9;</title></rss>"),
        bomb("depth 100,000", head + "<a>".repeat(100_000) + "x" + "</a>".repeat(100_000)),
        bomb("a million tags never closed", head + "<a>".repeat(1_000_000)),
        bomb("wrong ends", head + "<a></b>".repeat(700_000)),
        bomb("100,000 attributes", "<rss " + attributes + "><channel/></rss>"),
        bomb("title of 5 MiB", head + "<item><title>" + "x y".repeat(5 * MIB / 3)),
        bomb("tags in a title", head + "<item><title>" + "&lt;b".repeat(MIB) + "</title></item>"),
        bomb("comments in titles", item("&lt;!--".repeat(9_000)).repeat(60)),
        bomb("scripts in titles", item("&lt;script&gt;".repeat(4_000)).repeat(60)),
        bomb("ampersands", head + "&amp".repeat(MIB)),
        bomb("100,000 items", head + "<item><title>x</title></item>".repeat(100_000)),
        bomb("items in items", head + "<item><description>".repeat(200_000)),
        bomb("open quotes", head + "<a b=\"".repeat(700_000)),
        bomb("open CDATA", head + "<![CDATA[".repeat(500_000)),
        bomb("deep JSON", "{\"items\":" + "[".repeat(2 * MIB)),
        bomb("JSON items", "{\"items\":[" + "{},".repeat(MIB) + "{}]}"),
        bomb("open divs", "<div>".repeat(MIB)));
  }

  private static String item(String title) {
    return "<rss><channel><item><title>" + title + "</title></item>";
  }

  private static Arguments bomb(String name, String document) {
    return Arguments.of(name, document);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bombs")
  void hostileInputIsReadInTime(String name, String document) {
    byte[] body = document.getBytes(StandardCharsets.UTF_8);

    assertThat(name).isNotEmpty();
    assertTimeoutPreemptively(LIMIT, () -> assertThat(Sample.parse(body, "")).isNotNull());
  }

  @Test
  void whatIsTooLongIsCut() {
    ParsedFeed feed =
        Sample.text(
            "<rss><channel><item><title>"
                + "x".repeat(MIB)
                + "</title><description>"
                + "y".repeat(2 * MIB)
                + "</description></item></channel></rss>");

    assertThat(feed.items().getFirst().title()).hasSize(Parsers.MAX_TITLE);
    assertThat(feed.items().getFirst().summary()).hasSize(Parsers.MAX_CONTENT);
  }

  @Test
  void noMutationOfAFeedThrows() {
    Random random = new Random(20_260_303);
    String[] files = {
      "rss-0.91.xml", "rss-2.0.xml", "rss-1.0.xml", "atom-0.3.xml", "atom-1.0.xml", "json-1.1.json"
    };
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] body = mutated(Sample.bytes(files[i % files.length]), random);
      assertThatCode(() -> Sample.parse(body, "")).as("mutation %d", i).doesNotThrowAnyException();
    }
  }

  private static byte[] mutated(byte[] original, Random random) {
    byte[] body = original.clone();
    for (int i = random.nextInt(1, 12); i > 0; i--) {
      int from = random.nextInt(body.length);
      int to = random.nextInt(body.length);
      switch (random.nextInt(4)) {
        case 0 -> body[from] = (byte) random.nextInt(256);
        case 1 -> body[from] = (byte) "<>&\"'/!?[]{};:".charAt(random.nextInt(14));
        case 2 -> {
          int length = Math.min(random.nextInt(40), body.length - Math.max(from, to));
          System.arraycopy(body, from, body, to, length);
        }
        default -> body = Arrays.copyOf(body, Math.max(1, from));
      }
    }
    return body;
  }
}

package app.bellwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.query.ParsedQuery.Invalid;
import app.bellwire.query.ParsedQuery.Valid;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueryTextTest {
  private static final String SIGNS = "()\"“”«»-–—=*~/:|&! ,.ORAND\u00a0🚀é'’";

  @Test
  void aNormalFormParsesToTheSameTreeAndIsItsOwnNormalForm() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      Optional<Valid> valid = QueryParser.valid(RandomQueries.tree(random));
      valid.ifPresent(QueryTextTest::assertStable);
    }
  }

  @Test
  void theNearestFormOfADamagedQueryParses() {
    Random random = new Random(2);
    int invalid = 0;
    for (int i = 0; i < 20_000; i++) {
      String text = damaged(QueryText.clear(RandomQueries.tree(random)), random);
      switch (QueryParser.parse(text)) {
        case Valid valid -> assertStable(valid);
        case Invalid wrong -> {
          invalid++;
          assertThat(wrong.offset()).isBetween(0, text.length());
          assertThat(wrong.message()).matches("(?s)\\P{Ll}.*[.?]");
          wrong.nearest().ifPresent(near -> assertStable(QueryParserTest.valid(near)));
        }
      }
    }
    assertThat(invalid).isGreaterThan(5_000);
  }

  @Test
  void mostDamagedQueriesOfSomeLengthHaveANearestForm() {
    Random random = new Random(3);
    int invalid = 0;
    int helped = 0;
    for (int i = 0; i < 5_000; i++) {
      String text = damaged(QueryText.clear(RandomQueries.sound(random)), random);
      if (text.length() > 15 && QueryParser.parse(text) instanceof Invalid wrong) {
        invalid++;
        helped += wrong.nearest().isPresent() ? 1 : 0;
      }
    }
    assertThat(helped).isGreaterThan(invalid * 95 / 100);
  }

  private static void assertStable(Valid valid) {
    Valid again = QueryParserTest.valid(valid.text());
    assertThat(again.query()).isEqualTo(valid.query());
    assertThat(again.text()).isEqualTo(valid.text());
  }

  private static String damaged(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(out.length() + 1);
      if (random.nextBoolean() || at == out.length()) {
        out.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
      } else {
        out.delete(at, Math.min(out.length(), at + 1 + random.nextInt(8)));
      }
    }
    return out.toString();
  }
}

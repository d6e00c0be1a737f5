package app.bellwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.query.ParsedQuery.Valid;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NarrowingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Lavrov Blinken | title:(Lavrov Blinken) OR lede:(Lavrov Blinken)",
        "Lavrov | title:Lavrov OR lede:Lavrov",
        "a \"b c\" -d | (title:(a AND \"b c\") OR lede:(a AND \"b c\")) -d",
        "title:a b | ``",
        "a b sources:2 | (title:(a b) OR lede:(a b)) sources:2",
        "agency:a b | ``",
      })
  void narrowerLooksInHeadlineAndLeadOnly(String text, String expected) {
    assertChange(Narrowing::narrower, text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Lavrov Blinken | Lavrov OR Blinken",
        "a b -c | (a OR b) -c",
        "a b sources:2 | (a OR b) sources:2",
        "a sources:2 | ``",
        "\"a b\" AND (c OR d) | \"a b\" OR c OR d",
        "a | ``",
        "a -b | ``",
        "a OR b | ``",
      })
  void widerAsksForAnyInsteadOfAll(String text, String expected) {
    assertChange(Narrowing::wider, text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a b | newspaper | a b -newspaper",
        "a OR b | c | (a OR b) -c",
        "a sources:3 | c | a -c sources:3",
        "a | water treaty | a -\"water treaty\"",
        "a -c | c | ``",
        "a b | A | ``",
        "a | ` ` | ``",
        "a | OR | a -\"OR\"",
      })
  void minusLeavesAWordOut(String text, String word, String expected) {
    assertChange(query -> Narrowing.minus(query, word), text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"a b\" AND (c OR d) | OR | Sherman | \"a b\" AND (c OR d OR Sherman)",
        "a OR b | OR | c | a OR b OR c",
        "a | OR | c | a OR c",
        "a b | OR | c | (a b) OR c",
        "a OR b | OR | a | ``",
        "a b | AND | c | a b c",
        "a b sources:2 | OR | c | ((a b) OR c) sources:2",
        "a sources:2 | AND | c | a c sources:2",
        "a OR b | AND | c d | (a OR b) AND \"c d\"",
        "a b | AND | b | ``",
      })
  void plusAddsAWord(String text, String operator, String word, String expected) {
    assertChange(query -> Narrowing.plus(query, operator, word), text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "lavrov or blinken | lavrov OR blinken",
        "lavrov and blinken | lavrov blinken",
        "nato not sport | nato -sport",
        "nato or otan sources:2 | (nato OR otan) sources:2",
        "\"a b\" or c | \"a b\" OR c",
        "or lavrov | ``",
        "lavrov blinken | ``",
        "a or not b | ``",
      })
  void operatorsTypedInLowerCaseCanBeMeant(String text, String expected) {
    assertChange(Narrowing::operatorsMeant, text, expected);
  }

  @Test
  void noChangeBreaksAQuery() {
    Random random = new Random(6);
    for (int i = 0; i < 3_000; i++) {
      Query query = RandomQueries.sound(random);
      Narrowing.narrower(query).ifPresent(NarrowingTest::assertParses);
      Narrowing.wider(query).ifPresent(NarrowingTest::assertParses);
      Narrowing.minus(query, "word").ifPresent(NarrowingTest::assertParses);
      Narrowing.plus(query, "OR", "word").ifPresent(NarrowingTest::assertParses);
      Narrowing.operatorsMeant(query).ifPresent(NarrowingTest::assertParses);
    }
  }

  private static void assertParses(Valid valid) {
    assertThat(QueryParser.parse(valid.text())).isEqualTo(valid);
  }

  private static void assertChange(
      Function<Query, Optional<Valid>> change, String text, String expected) {
    assertThat(change.apply(QueryParserTest.valid(text).query()).map(Valid::text))
        .isEqualTo(expected.isEmpty() ? Optional.empty() : Optional.of(expected));
  }
}

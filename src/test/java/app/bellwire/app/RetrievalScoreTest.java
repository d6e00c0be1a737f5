package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.bellwire.app.RetrievalScore.Ranking;
import app.bellwire.app.RetrievalScore.Scored;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetrievalScoreTest {
  /// `9+ 8- 7+` is a relevant article at .9, another at .8, a relevant one at .7.
  @ParameterizedTest
  @CsvSource({
    "9+ 8+ 7-, 1",
    "9- 8+ 7-, .5",
    "9+ 8- 7+, .8333",
    "7+ 9- 8-, .3333",
    "9+ 9-,    .5",
    "9+ 8- 7- 6- 5+, .7",
  })
  void averagePrecisionIsTheMeanOfThePrecisionsWhereRelevantOnesStand(
      String articles, double expected) {
    assertThat(ranking(articles).averagePrecision()).isEqualTo(expected, within(.0001));
  }

  @Test
  void oneThresholdCutsAllQueries() {
    RetrievalScore score =
        RetrievalScore.of(List.of(ranking("9+ 8+ 3-"), ranking("7- 6+ 2-"), ranking("5+ 1-")));

    assertThat(score.queries()).isEqualTo(3);
    assertThat(score.meanAveragePrecision()).isEqualTo((1 + .5 + 1) / 3, within(.0001));
    RetrievalScore.Cut cut = score.at(.7);
    assertThat(cut.precision()).isEqualTo(2.0 / 3, within(.0001));
    assertThat(cut.recall()).isEqualTo(.5);
    assertThat(cut.f1()).isEqualTo(4.0 / 7, within(.0001));
    assertThat(score.best().threshold()).isEqualTo(.5);
    assertThat(score.best().f1()).isEqualTo(8.0 / 9, within(.0001));
  }

  @Test
  void aCutNeverPartsEqualScores() {
    RetrievalScore score = RetrievalScore.of(List.of(ranking("9+ 5+ 5- 5- 5- 5- 5-")));

    assertThat(score.best().threshold()).isEqualTo(.9);
  }

  @Test
  void withoutQueriesThereIsNothingToMeasure() {
    RetrievalScore score = RetrievalScore.of(List.of());

    assertThat(score.meanAveragePrecision()).isZero();
    assertThat(score.at(.5).f1()).isZero();
  }

  private static Ranking ranking(String articles) {
    return new Ranking(
        Stream.of(articles.strip().split(" "))
            .map(a -> new Scored((a.charAt(0) - '0') / 10.0, a.charAt(1) == '+'))
            .toList());
  }
}

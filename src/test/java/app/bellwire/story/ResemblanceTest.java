package app.bellwire.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Article;
import app.bellwire.article.Article.Kind;
import app.bellwire.fake.Draft;
import app.bellwire.story.Resemblance.Sort;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an article is to an earlier one of alike words. All texts are invented.
class ResemblanceTest {
  private static final String[] TALKS = {
    "Arven and Tolm will resume their talks on the Lune water treaty on March 9, the foreign"
        + " minister of Arven, Ilse Halvorsen, told reporters after a meeting of the cabinet.",
    "The talks were broken off in November when Tolm began to fill the upper reservoir without"
        + " notice. Halvorsen said 14 of the 20 chapters were agreed and would not be opened"
        + " again.",
    "Delegations of both sides meet in the border town of Lunden, where the treaty of 1962 was"
        + " signed. A spokesman of the government of Tolm confirmed the date but not the place."
  };

  private static final Draft FIRST =
      Draft.by("Norda", 1).headline("Arven and Tolm to resume water treaty talks").says(TALKS);

  private static Article later(Draft draft, Duration after) {
    return new Draft(
            2,
            draft.agency(),
            draft.headline(),
            true,
            draft.paragraphs(),
            draft.published(),
            draft.day(),
            Draft.NOON.plus(after),
            draft.kind())
        .article();
  }

  private static Sort sort(Draft now, Draft then, Duration after) {
    return Resemblance.of(later(now, after), then.article()).sort();
  }

  private static Sort sort(Draft now) {
    return sort(now, FIRST, Duration.ofHours(2));
  }

  private static Draft changed(String was, String now) {
    return FIRST.says(Stream.of(TALKS).map(p -> p.replace(was, now)).toArray(String[]::new));
  }

  @Test
  void theSameItemAgainIsARepostAlsoUnderAnotherHeadline() {
    assertThat(sort(FIRST)).isEqualTo(Sort.REPOST);
    assertThat(sort(FIRST.headline("Water treaty talks to be resumed, Halvorsen says")))
        .isEqualTo(Sort.REPOST);
    assertThat(sort(FIRST.headline("ARVEN, TOLM TO RESUME TALKS"))).isEqualTo(Sort.REPOST);
  }

  @Test
  void aSlipThatIsPutRightOnTheWayMakesNoNews() {
    assertThat(sort(FIRST, changed("delegations", "delegatoins"), Duration.ofHours(2)))
        .isEqualTo(Sort.REPOST);
    assertThat(sort(changed("confirmed the date", "confirmed the day"))).isEqualTo(Sort.REPOST);
    assertThat(sort(changed("14 of the 20", "Fourteen of the 20"))).isEqualTo(Sort.REPOST);
  }

  @Test
  void lessOfTheSameIsARepost() {
    assertThat(sort(FIRST.says(TALKS[0], TALKS[2]))).isEqualTo(Sort.REPOST);
  }

  @Test
  void moreOfTheSameIsTheSameText() {
    String[] longer = {
      TALKS[0], "Fishermen on the lower Lune welcomed the news.", TALKS[1], TALKS[2]
    };
    assertThat(sort(FIRST.says(longer))).isEqualTo(Sort.SAME_TEXT);
    assertThat(sort(FIRST, FIRST.says(longer), Duration.ofHours(2))).isEqualTo(Sort.REPOST);
  }

  @Test
  void aFigureThatIsNewIsNeverSilent() {
    assertThat(sort(changed("14 of", "15 of"))).isEqualTo(Sort.SAME_TEXT);
    assertThat(sort(changed("of 1962", "of 1961"))).isEqualTo(Sort.SAME_TEXT);
  }

  @Test
  void anItemThatSaysItCorrectsIsNeverSilent() {
    assertThat(sort(FIRST.as(Kind.CORRECTION))).isEqualTo(Sort.SAME_TEXT);
    assertThat(sort(changed("March 9", "March 10").as(Kind.CORRECTION))).isEqualTo(Sort.SAME_TEXT);
  }

  @Test
  void theSameWordsDaysLaterAreTheNextOccasion() {
    Draft rates =
        Draft.by("Norda", 1)
            .headline("Bank of Arven leaves its rates unchanged")
            .says(
                "The Bank of Arven left its rates unchanged after the regular meeting of its"
                    + " council, a spokesman said in answer to questions.");
    assertThat(sort(rates, rates, Duration.ofHours(48))).isEqualTo(Sort.REPOST);
    assertThat(sort(rates, rates, Duration.ofDays(14))).isEqualTo(Sort.TEMPLATE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KESTREL MILLS CO SETS QUARTERLY|ORIEL FOODS CO SETS QUARTERLY",
        "Kestrel Mills declares dividend|Oriel Foods declares dividend",
        "NORDA INSURED TAX-FREE SETS PAYOUT|NORDA LUNE TAX-FREE SETS PAYOUT",
      })
  void twoCompaniesThatPayTheSameAreTwo(String one, String other) {
    String[] dividend = {"Qtly div 20 cts vs 20 cts prior", "Pay April 15", "Record April 1"};
    Draft then = Draft.by("Norda", 1).headline(one).says(dividend);
    Draft now = Draft.by("Norda", 1).headline(other).says(dividend);
    assertThat(sort(now, then, Duration.ofHours(3))).isEqualTo(Sort.TEMPLATE);
    assertThat(sort(now, now, Duration.ofHours(3))).isEqualTo(Sort.REPOST);
  }

  @ParameterizedTest
  @CsvSource({"0.25,0.50", "two,three", "1.5,2.5"})
  void otherFiguresInTheLeadAreOtherNews(String before, String after) {
    assertThat(sort(price("Kestrel", after), price("Kestrel", before), Duration.ofHours(2)))
        .isEqualTo(Sort.TEMPLATE);
    assertThat(sort(price("Oriel", before), price("Kestrel", before), Duration.ofHours(2)))
        .isEqualTo(Sort.TEMPLATE);
    assertThat(sort(price("Kestrel", before), price("Kestrel", before), Duration.ofHours(2)))
        .isEqualTo(Sort.REPOST);
  }

  private static Draft price(String who, String cents) {
    return Draft.by("Norda", 1)
        .headline(who + " Smelting lowers copper price " + cents + " cents")
        .says(
            who
                + " Smelting said it lowered its price for copper cathode by "
                + cents
                + " cents a pound, effective at once. The company, which sells to mills in the"
                + " north of Arven, follows the exchange in Lunden with its prices and changes"
                + " them as a rule on the morning after.");
  }

  @Test
  void theSameHeadlineWithinHoursPutsAFigureRightAndTheNextDayTellsAnother() {
    Draft then = market("1.5", "3.2");
    Draft now = market("2.5", "3.2");
    assertThat(sort(now, then, Duration.ofMinutes(20))).isEqualTo(Sort.SAME_TEXT);
    assertThat(sort(now, then, Duration.ofHours(24))).isEqualTo(Sort.TEMPLATE);
    assertThat(sort(market("1.5", "3.4"), then, Duration.ofHours(24))).isEqualTo(Sort.TEMPLATE);
  }

  private static Draft market(String amount, String rate) {
    return Draft.by("Norda", 1)
        .headline("Bank of Arven adds reserves")
        .says(
            "The Bank of Arven entered the market for government paper to arrange "
                + amount
                + " billion crowns of repurchases, a spokesman of the bank said.",
            "Dealers said overnight money was traded at "
                + rate
                + " per cent when the bank began its indirect supply of reserves to the banks.");
  }

  @Test
  void otherWordsAreUnrelatedEvenOfTheSameEvent() {
    assertThat(
            sort(
                Draft.by("Kestrel", 1)
                    .headline("Arven, Tolm agree on March 9 for river talks")
                    .says(
                        "Negotiators of the two neighbours return to the table next week,"
                            + " Arven's top diplomat said on Wednesday.")))
        .isEqualTo(Sort.UNRELATED);
  }

  @Test
  void aSentenceInCommonMakesTwoTextsNotAlike() {
    Draft flash =
        Draft.by("Norda", 1)
            .headline("Lune reservoir")
            .says("A spokesman confirmed the date but not the place.");
    assertThat(sort(FIRST, flash, Duration.ofHours(2))).isEqualTo(Sort.UNRELATED);
  }

  @Test
  void theReasonNamesWhatDiffers() {
    Article then = price("Kestrel", "0.25").article();
    assertThat(Resemblance.of(later(price("Kestrel", "0.50"), Duration.ZERO), then).reason())
        .isEqualTo("the same words with other figures: 0.50, not 0.25");
    assertThat(Resemblance.of(later(price("Oriel", "0.25"), Duration.ZERO), then).reason())
        .isEqualTo("the same words about others: oriel, not kestrel");
  }

  @Test
  void emptyTextsAreComparedByTheirHeadlines() {
    Draft flash = Draft.by("Norda", 1).headline("Dam on the Lune holds, mayor of Lunden says");
    Draft empty =
        new Draft(
            1,
            "Norda",
            flash.headline(),
            true,
            List.of(),
            flash.published(),
            flash.day(),
            flash.read(),
            flash.kind());
    assertThat(sort(empty, empty, Duration.ofHours(1))).isNotEqualTo(Sort.TEMPLATE);
  }
}

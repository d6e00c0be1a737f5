package app.bellwire.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.fake.Draft;
import app.bellwire.text.TermWeights;
import app.bellwire.text.Terms;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TellingTermsTest {
  private static final int EVENTS = 2_000;
  private static final List<String> ACTS =
      List.of("opens", "closes", "sells", "repairs", "paints", "measures", "moves", "counts");
  private static final List<String> THINGS =
      List.of("bridge", "harbour", "orchard", "archive", "ferry", "school", "mill", "reservoir");

  private final TermWeights weights = TermWeights.background();
  private final TellingTerms telling = new TellingTerms();

  @Test
  void findsTheEventThatIsMeantAmongTwoThousand() {
    for (int number = 0; number < EVENTS; number++) {
      telling.add(event(number));
    }
    for (int number = 0; number < EVENTS; number += 37) {
      assertThat(likeliest(rewritten(number), 24)).as(person(number)).startsWith((long) number);
    }
  }

  @Test
  void namesAsManyAsAreAskedForAndNoneTwice() {
    for (int number = 0; number < 100; number++) {
      telling.add(event(number));
    }
    assertThat(likeliest(report(5), 24)).hasSize(24).startsWith(5L).doesNotHaveDuplicates();
    assertThat(likeliest(report(5), 3)).hasSize(3);
  }

  @Test
  void ofEquallyLikelyOnesTheOlderIsFirst() {
    Profile same = rewritten(5);
    telling.add(new Open(Draft.event(9), List.of(same)));
    telling.add(new Open(Draft.event(3), List.of(same)));
    assertThat(likeliest(same, 24)).containsExactly(3L, 9L);
  }

  @Test
  void whatIsRemovedIsFoundNoMore() {
    telling.add(event(5));
    telling.add(event(6));
    telling.remove(event(5));
    assertThat(likeliest(rewritten(5), 24)).doesNotContain(5L);
    assertThat(likeliest(rewritten(6), 24)).contains(6L);
    telling.remove(event(6));
    assertThat(likeliest(rewritten(6), 24)).isEmpty();
  }

  @Test
  void removingWhatWasNeverAddedChangesNothing() {
    telling.add(event(5));
    telling.remove(event(6));
    assertThat(likeliest(rewritten(5), 24)).containsExactly(5L);
  }

  private List<Long> likeliest(Profile article, int most) {
    Terms.Weighed terms = new Terms.Weighed(article.terms(), weights);
    return telling.likeliest(terms, article.lead(), most);
  }

  private static Open event(int number) {
    return new Open(Draft.event(number), List.of(report(number)));
  }

  private static Profile report(int number) {
    Random dice = new Random(number);
    String act = ACTS.get(dice.nextInt(ACTS.size()));
    String thing = THINGS.get(dice.nextInt(THINGS.size()));
    return Profile.of(
        Draft.by("Norda", number + 1)
            .headline("%s %s %s of %s".formatted(person(number), act, thing, town(number)))
            .says(
                "The %s of %s was handed to %s at a ceremony in the town, the council said."
                    .formatted(thing, town(number), person(number)))
            .article());
  }

  private static Profile rewritten(int number) {
    return Profile.of(
        Draft.by("Kestrel", number + 5_000)
            .headline("%s puts its trust in %s".formatted(town(number), person(number)))
            .says("A crowd in %s saw %s take over.".formatted(town(number), person(number)))
            .article());
  }

  private static String person(int number) {
    return name(number) + "sen";
  }

  private static String town(int number) {
    return name(number + 100_000) + "by";
  }

  private static String name(int number) {
    StringBuilder name = new StringBuilder();
    for (int rest = number + 17; rest > 0; rest /= 20) {
      name.append("bdfgklmnprstvzchjwqx".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
    }
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}

package app.bellwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.command.SubscriptionFile.Entry;
import app.bellwire.command.SubscriptionFile.Problem;
import app.bellwire.command.SubscriptionFile.Read;
import app.bellwire.query.ParsedQuery;
import app.bellwire.query.QueryParser;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.Timing;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedSubscriptionsTest {
  private final PastedSubscriptions file =
      new PastedSubscriptions(
          QueryParser::parse, () -> ZoneId.of("UTC"), () -> Instant.parse("2031-03-04T12:00:00Z"));

  @Test
  void everythingAnEntrySaysIsRead() {
    Read read =
        file.read(
            """
            subscriptions:
              # added by Ann
              - id: treaty
                query: '"water treaty"'
                to: telegram:-1001
                deliver: digest 08:00,18:00
                quiet: 22:00-07:00
                zone: Europe/Berlin
                urgent: true
                until: 2031-05-01
              - query: Arven Tolm
            """);
    assertThat(read.problems()).isEmpty();
    assertThat(read.entries())
        .containsExactly(
            new Entry(
                3,
                query("\"water treaty\""),
                new DeliveryPlan(
                    Optional.of(Timing.digest(LocalTime.of(8, 0), LocalTime.of(18, 0))),
                    Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))),
                    Optional.of(ZoneId.of("Europe/Berlin")),
                    true),
                Optional.of(Instant.parse("2031-05-01T22:00:00Z"))),
            new Entry(11, query("Arven Tolm"), DeliveryPlan.OPEN, Optional.empty()));
  }

  @Test
  void whatIsRightIsReadBesideWhatIsWrong() {
    Read read =
        file.read(
            """
            subscriptions:
              - id: a
                qury: Arven
              - id: b
                query: Tolm
              - id: c
                query: (Arven OR
              - id: d
                query: Halvorsen
                deliver: digest 25:00
            """);
    assertThat(read.entries()).extracting(Entry::line).contains(4);
    assertThat(read.problems()).extracting(Problem::line).containsExactly(3, 7, 10);
    assertThat(read.problems().getFirst())
        .isEqualTo(new Problem(3, "'qury' is not a known key", Optional.of("query")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "water treaty            | this file takes keys with values, not a single value",
        "- query: a              | this file takes keys with values, not a list",
        "subscriptions: [        | *",
        "subscriptions: a        | 'subscriptions': takes a list, not a single value",
        "store: { url: x }       | 'store' is a key of the main file",
        "a: b: c                 | *",
        "subscriptions: *x       | *",
      })
  void whatIsNoFileIsSaidAndNothingIsRead(String text, String what) {
    Read read = file.read(text);
    assertThat(read.entries()).isEmpty();
    assertThat(read.problems()).isNotEmpty();
    if (!what.equals("*")) {
      assertThat(read.problems()).extracting(Problem::what).contains(what);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"${PATH}", "${HOME:-x}", "${JAVA_HOME}"})
  void theEnvironmentIsNeverRead(String placeholder) {
    Read read = file.read("subscriptions:\n  - query: '" + placeholder + "'\n");
    assertThat(read.toString()).doesNotContain(System.getenv("PATH"));
    assertThat(read.entries())
        .allMatch(entry -> entry.query().text().equals("x") || entry.query().text().contains("$"));
  }

  private static ParsedQuery.Valid query(String text) {
    return (ParsedQuery.Valid) QueryParser.parse(text);
  }
}

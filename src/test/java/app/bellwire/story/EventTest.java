package app.bellwire.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.fake.Draft;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTest {
  /// Reports as `agency<origin,origin`, `!` before one that is withdrawn.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Norda|Norda",
        "Norda Norda|Norda",
        "Norda Kestrel|Norda Kestrel",
        "Norda Kestrel<Norda|Norda",
        "Kestrel<Norda Norda|Norda",
        "Kestrel<Norda Oriel<Norda|Norda",
        "Kestrel<Kestrel,Norda Norda Oriel|Kestrel Oriel",
        "Norda Kestrel Oriel<Norda,Kestrel|Norda Kestrel",
        "!Norda Kestrel|Kestrel",
        "!Norda|''",
        "AP Kestrel<ap|AP",
      })
  void countsEachOriginOnceInOrderOfArrival(String reports, String origins) {
    List<Report> all = Arrays.stream(reports.split(" ")).map(EventTest::report).toList();
    Event event = new Event(1, 2, all.size(), "headline", Draft.NOON, Draft.NOON, all);
    assertThat(event.origins())
        .isEqualTo(Arrays.stream(origins.split(" ")).filter(o -> !o.isEmpty()).toList());
  }

  private static Report report(String text) {
    boolean withdrawn = text.startsWith("!");
    String[] parts = text.substring(withdrawn ? 1 : 0).split("<", 2);
    List<String> origins = parts.length > 1 ? List.of(parts[1].split(",")) : List.of();
    return new Report(
        1, parts[0], Optional.empty(), Draft.NOON, Optional.empty(), withdrawn, origins);
  }
}

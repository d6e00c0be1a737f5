package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.deliver.Delivery.State;
import app.bellwire.deliver.MessageSum;
import app.bellwire.ledger.ItemSum;
import app.bellwire.ledger.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SumsTest {
  private static final int HISTORIES = 2_000;
  private static final Pattern FIGURE = Pattern.compile("\\d[\\d,]*");

  @Test
  void aUsualDay() {
    ItemSum sum =
        new ItemSum(
            Map.of(
                Outcome.UNMATCHED,
                371L,
                Outcome.TOLD,
                12L,
                Outcome.JOINED,
                27L,
                Outcome.MUTED,
                2L));
    assertThat(Sums.items(sum))
        .isEqualTo(
            "412 reports read, 41 matched: 12 told, 27 joined to a told story, 2 muted."
                + " The others: 371 watched for by nobody.");
    Map<State, Long> counts = Map.of(State.SENT, 32L, State.QUEUED, 6L, State.PARKED, 1L);
    assertThat(Sums.messages(new MessageSum(counts, 1)))
        .isEqualTo("39 messages: 31 sent, 7 waiting, 1 uncertain and sent again, 0 failed.");
    assertThat(Sums.messages(new MessageSum(Map.of(State.UNCERTAIN, 1L))))
        .isEqualTo("1 message: 0 sent, 0 waiting, 1 uncertain, 0 failed.");
  }

  @Test
  void nothingReadIsSaidToo() {
    ItemSum none = new ItemSum(Map.of());
    assertThat(Sums.items(none)).isEqualTo("0 reports read, 0 matched.");
    assertThat(Sums.today(none, none)).isEqualTo("Since midnight: 0 reports read, 0 matched here.");
    assertThat(Sums.messages(new MessageSum(Map.of())))
        .isEqualTo("0 messages: 0 sent, 0 waiting, 0 uncertain, 0 failed.");
  }

  @Test
  void theFiguresOfReportsAddUpWhateverBecameOfThem() {
    Random random = new Random(7);
    for (int i = 0; i < HISTORIES; i++) {
      Map<Outcome, Long> counts = counts(Outcome.class, random);
      String line = Sums.items(new ItemSum(counts));
      String[] halves = line.split(" The others: ");
      List<Long> first = figures(halves[0]);
      long others = halves.length == 1 ? 0 : total(figures(halves[1]));
      assertThat(first.getFirst()).as(line).isEqualTo(total(List.copyOf(counts.values())));
      assertThat(first.getFirst()).as(line).isEqualTo(first.get(1) + others);
      assertThat(first.get(1)).as(line).isEqualTo(total(first.subList(2, first.size())));
    }
  }

  @Test
  void theFiguresOfAChatAddUpWhateverBecameOfItsReports() {
    Random random = new Random(8);
    for (int i = 0; i < HISTORIES; i++) {
      ItemSum all = new ItemSum(counts(Outcome.class, random));
      Map<Outcome, Long> here = counts(Outcome.class, random);
      here.keySet().removeIf(outcome -> !outcome.matched());
      String line = Sums.today(all, new ItemSum(here));
      List<Long> figures = figures(line);
      assertThat(figures.getFirst()).as(line).isEqualTo(all.read());
      assertThat(figures.get(1)).as(line).isEqualTo(total(List.copyOf(here.values())));
      assertThat(figures.get(1)).as(line).isEqualTo(total(figures.subList(2, figures.size())));
    }
  }

  @Test
  void theFiguresOfMessagesAddUpHoweverManyWereSentAgain() {
    Random random = new Random(9);
    for (int i = 0; i < HISTORIES; i++) {
      Map<State, Long> counts = counts(State.class, random);
      String line = Sums.messages(new MessageSum(counts, random.nextInt(4) * random.nextInt(999)));
      List<Long> figures = figures(line);
      assertThat(figures.getFirst()).as(line).isEqualTo(total(List.copyOf(counts.values())));
      assertThat(figures.getFirst()).as(line).isEqualTo(total(figures.subList(1, figures.size())));
      assertThat(figures).as(line).allMatch(figure -> figure >= 0);
    }
  }

  /// Some outcomes happened, some not, few or thousands of times.
  private static <E extends Enum<E>> Map<E, Long> counts(Class<E> kinds, Random random) {
    Map<E, Long> counts = new EnumMap<>(kinds);
    for (E kind : kinds.getEnumConstants()) {
      if (random.nextBoolean()) {
        counts.put(kind, (long) random.nextInt(random.nextBoolean() ? 3 : 5_000));
      }
    }
    return counts;
  }

  private static List<Long> figures(String line) {
    return FIGURE
        .matcher(line)
        .results()
        .map(MatchResult::group)
        .map(figure -> Long.parseLong(figure.replace(",", "")))
        .toList();
  }

  private static long total(List<Long> figures) {
    return figures.stream().flatMapToLong(LongStream::of).sum();
  }
}

package app.bellwire.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.Limits;
import app.bellwire.chat.Limits.Window;
import app.bellwire.chat.OutgoingMessage.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Instant START = Instant.parse("2031-03-04T12:00:00Z");
  private static final Limits TELEGRAM =
      new Limits(
          List.of(new Window(30, SECOND)),
          List.of(new Window(1, SECOND)),
          List.of(new Window(20, Duration.ofMinutes(1))));

  private final RateLimiter limiter = new RateLimiter(Map.of("telegram", TELEGRAM));
  private Instant now = START;

  private static Place chat(int number) {
    return Place.of(new Address("telegram", null, Integer.toString(number), null), false);
  }

  private static Place group(int number) {
    return Place.of(new Address("telegram", null, Integer.toString(-number), null), true);
  }

  private boolean begins(Place place) {
    return limiter.tryBegin(place, Priority.ALERT, now);
  }

  private boolean sends(Place place) {
    boolean begun = begins(place);
    if (begun) {
      limiter.ended(place, now);
    }
    return begun;
  }

  private void later(Duration span) {
    now = now.plus(span);
  }

  @Test
  void aChatGetsOneMessageASecond() {
    assertThat(sends(chat(1))).isTrue();
    later(Duration.ofMillis(999));
    assertThat(sends(chat(1))).isFalse();
    assertThat(limiter.free(chat(1), now)).isEqualTo(START.plus(SECOND));
    later(Duration.ofMillis(1));
    assertThat(sends(chat(1))).isTrue();
  }

  @Test
  void theSecondIsCountedFromTheEndOfTheSendBecauseTheNetworkMayCountThere() {
    assertThat(begins(chat(1))).isTrue();
    later(Duration.ofSeconds(5));
    assertThat(begins(chat(1))).isFalse();
    assertThat(limiter.free(chat(1), now)).isEqualTo(Instant.MAX);
    limiter.ended(chat(1), now);
    later(Duration.ofMillis(999));
    assertThat(begins(chat(1))).isFalse();
    later(Duration.ofMillis(1));
    assertThat(begins(chat(1))).isTrue();
  }

  @Test
  void aSendThatDidNotBeginCountsForNothing() {
    assertThat(begins(chat(1))).isTrue();
    limiter.cancelled(chat(1));
    assertThat(begins(chat(1))).isTrue();
  }

  @Test
  void aGroupGetsTwentyMessagesAMinute() {
    int sent = 0;
    for (int i = 0; i < 60; i++) {
      sent += sends(group(1)) ? 1 : 0;
      later(SECOND);
    }
    assertThat(sent).isEqualTo(20);
    assertThat(sends(group(1))).isTrue();
  }

  @Test
  void theTopicsOfAGroupShareItsBudget() {
    Address topic = new Address("telegram", null, "-7", "3");
    assertThat(sends(Place.of(topic, true))).isTrue();
    assertThat(sends(group(7))).isFalse();
  }

  @Test
  void aNetworkIsPacedAndUsedUp() {
    int sent = 0;
    int most = 0;
    for (int tick = 0; tick < 10_000; tick++) {
      int atOnce = 0;
      while (sends(chat(sent))) {
        sent++;
        atOnce++;
      }
      most = Math.max(most, atOnce);
      later(Duration.ofMillis(1));
    }
    assertThat(sent).isBetween(297, 303);
    assertThat(most).isLessThanOrEqualTo(4);
  }

  @Test
  void whatIsMissedIsMadeGood() {
    int sent = 0;
    for (int tick = 0; tick < 1_000; tick++) {
      while (sends(chat(sent))) {
        sent++;
      }
      later(Duration.ofMillis(tick % 2 == 0 ? 5 : 60));
    }
    assertThat(sent / (Duration.between(START, now).toMillis() / 1000.0)).isGreaterThan(28.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noStretchOfASecondEverHasMoreThanTheLimitWhereverASendIsCounted(long seed) {
    Random random = new Random(seed);
    Deque<Object[]> inFlight = new ArrayDeque<>();
    List<Instant> counted = new ArrayList<>();
    int chat = 0;
    for (int step = 0; step < 20_000; step++) {
      later(Duration.ofMillis(random.nextInt(4)));
      if (random.nextInt(3) > 0 && begins(chat(++chat))) {
        inFlight.add(new Object[] {chat(chat), now});
      } else if (!inFlight.isEmpty()) {
        Object[] one = inFlight.poll();
        limiter.ended((Place) one[0], now);
        long inside = Duration.between((Instant) one[1], now).toMillis();
        counted.add(((Instant) one[1]).plusMillis(inside == 0 ? 0 : random.nextLong(inside + 1)));
      }
    }
    counted.sort(Instant::compareTo);
    for (int i = 30; i < counted.size(); i++) {
      assertThat(Duration.between(counted.get(i - 30), counted.get(i)))
          .isGreaterThanOrEqualTo(SECOND);
    }
    assertThat(counted).hasSizeGreaterThan(200);
  }

  @Test
  void anAnswerThatWaitsForTheNetworkGoesBeforeEverythingElse() {
    int number = 10;
    while (sends(chat(number))) {
      number++;
    }
    limiter.answerWaits(chat(1), true);
    later(SECOND);
    assertThat(begins(chat(99))).isFalse();
    assertThat(limiter.free("telegram", now)).isEqualTo(Instant.MAX);
    assertThat(limiter.tryBegin(chat(1), Priority.ANSWER, now)).isTrue();
    limiter.answerWaits(chat(1), false);
    assertThat(begins(chat(99))).isTrue();
  }

  @Test
  void anAnswerThatWaitsForItsChatHoldsUpNoOtherChat() {
    assertThat(sends(chat(1))).isTrue();
    limiter.answerWaits(chat(1), true);
    later(Duration.ofMillis(500));
    assertThat(begins(chat(2))).isTrue();
    later(Duration.ofMillis(500));
    assertThat(limiter.tryBegin(chat(1), Priority.ALERT, now)).isFalse();
    assertThat(limiter.tryBegin(chat(1), Priority.ANSWER, now)).isTrue();
  }

  @Test
  void oneChatThatIsSlowedIsAChatsAffair() {
    assertThat(limiter.slowed(chat(1), Duration.ofSeconds(30), now)).isFalse();
    later(Duration.ofMillis(29_999));
    assertThat(begins(chat(2))).isTrue();
    assertThat(begins(chat(1))).isFalse();
    later(Duration.ofMillis(1));
    assertThat(begins(chat(1))).isTrue();
  }

  @Test
  void oneChatThatIsSlowedAgainAndAgainCostsTheOthersNothing() {
    for (int i = 0; i < 5; i++) {
      limiter.slowed(chat(1), SECOND, now);
    }
    assertThat(sentInASecond(1_000)).isBetween(30, 33);
  }

  @Test
  void severalChatsSlowedTogetherAreTheNetworks() {
    assertThat(limiter.slowed(chat(1), Duration.ofSeconds(30), now)).isFalse();
    assertThat(limiter.slowed(chat(2), Duration.ofSeconds(30), now)).isFalse();
    assertThat(limiter.slowed(chat(3), Duration.ofSeconds(30), now)).isTrue();
    later(Duration.ofMillis(29_999));
    assertThat(begins(chat(4))).isFalse();
    later(Duration.ofMillis(1));
    assertThat(begins(chat(4))).isTrue();
  }

  @Test
  void aLongWaitOfManyChatsStaysTheirOwn() {
    for (int i = 1; i <= 5; i++) {
      assertThat(limiter.slowed(chat(i), Duration.ofSeconds(40_000), now)).isFalse();
    }
    assertThat(begins(chat(9))).isTrue();
  }

  @Test
  void aSlowedNetworkIsUsedLessAndComesBackStepByStep() {
    limiter.slowed(chat(1), SECOND, now);
    limiter.slowed(chat(2), SECOND, now);
    limiter.slowed(chat(3), SECOND, now);
    later(SECOND);
    assertThat(sentInASecond(1_000)).isBetween(23, 26);
    later(Duration.ofMinutes(5));
    assertThat(sentInASecond(2_000)).isBetween(30, 33);
  }

  private int sentInASecond(int first) {
    int sent = 0;
    for (int tick = 0; tick < 1_000; tick++) {
      while (sends(chat(first + sent))) {
        sent++;
      }
      later(Duration.ofMillis(1));
    }
    return sent;
  }

  @Test
  void whatWasSentBeforeAStartCounts() {
    for (int i = 0; i < 20; i++) {
      limiter.sent(group(1), now.minusSeconds(50 - i));
    }
    assertThat(begins(group(1))).isFalse();
    assertThat(limiter.free(group(1), now)).isEqualTo(now.plusSeconds(10));
  }

  @Test
  void aNetworkWithoutLimitsTakesWhateverComes() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(limiter.tryBegin(Place.of(Address.local("desk"), false), Priority.DIGEST, now))
          .isTrue();
    }
  }
}

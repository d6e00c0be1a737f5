package app.bellwire.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.OnUncertain;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Priority;
import app.bellwire.chat.SendResult;
import app.bellwire.deliver.Delivery.State;
import app.bellwire.deliver.Delivery.Tries;
import app.bellwire.deliver.DeliveryPolicy.Doubt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryPolicyTest {
  private static final Instant NOW = Instant.parse("2031-03-04T12:00:00Z");

  private static Delivery tried(int times) {
    return delivery(new Tries(times, 0, false));
  }

  private static Delivery lost(int times) {
    return delivery(new Tries(times + 1, times, true));
  }

  private static Delivery delivery(Tries tries) {
    return new Delivery(
        7,
        new ChatId(1),
        OutgoingMessage.of("m"),
        State.SENDING,
        tries,
        NOW,
        NOW,
        NOW.plus(Duration.ofHours(24)),
        null);
  }

  private static Settlement after(int times, SendResult result, OnUncertain onUncertain) {
    return DeliveryPolicy.after(tried(times), result, soon(onUncertain), NOW, 0);
  }

  /// Where nothing comes late.
  private static Doubt soon(OnUncertain onUncertain) {
    return new Doubt(onUncertain, Duration.ZERO);
  }

  private record Row(SendResult result, OnUncertain onUncertain, Settlement becomes) {}

  private static List<Row> rows() {
    SendResult lost = new SendResult.Uncertain("no answer");
    return List.of(
        new Row(new SendResult.Sent("m1"), OnUncertain.RESEND, new Settlement.Accepted("m1")),
        new Row(
            new SendResult.TooFast(Duration.ofSeconds(40_000)),
            OnUncertain.RESEND,
            new Settlement.Again(NOW.plusSeconds(40_000), "the network asks to wait")),
        new Row(
            new SendResult.Unavailable("refused"),
            OnUncertain.HOLD,
            new Settlement.Again(NOW.plusSeconds(1), "refused")),
        new Row(
            lost,
            OnUncertain.RESEND,
            new Settlement.Doubtful(NOW.plusSeconds(1), "may have come twice: no answer")),
        new Row(
            lost, OnUncertain.RECONCILE, new Settlement.Doubtful(NOW.plusSeconds(3), "no answer")),
        new Row(lost, OnUncertain.HOLD, new Settlement.HeldBack("may have come: no answer")),
        new Row(
            new SendResult.ChatGone("kicked"),
            OnUncertain.RESEND,
            new Settlement.ChatParked("kicked")),
        new Row(
            new SendResult.MessageGone("not found"),
            OnUncertain.RESEND,
            new Settlement.RootGone(NOW, "not found")),
        new Row(
            new SendResult.Refused("too long"),
            OnUncertain.RESEND,
            new Settlement.Failed("too long")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyAnswerOfANetworkHasItsEnd(Row row) {
    assertThat(after(1, row.result(), row.onUncertain())).isEqualTo(row.becomes());
  }

  @Test
  void aNetworkIsAskedForALostMessageWhenNoneComesLateAnyMore() {
    Doubt late = new Doubt(OnUncertain.RECONCILE, Duration.ofSeconds(30));
    assertThat(DeliveryPolicy.after(tried(1), new SendResult.Uncertain("x"), late, NOW, 0))
        .isEqualTo(new Settlement.Doubtful(NOW.plusSeconds(30), "x"));
  }

  @Test
  void aNetworkOutOfReachIsTriedLaterAndLaterUpToFiveMinutes() {
    List<Long> seconds =
        IntStream.rangeClosed(1, 12)
            .mapToObj(n -> after(n, new SendResult.Unavailable("down"), OnUncertain.RESEND))
            .map(s -> Duration.between(NOW, ((Settlement.Again) s).due()).toSeconds())
            .toList();
    assertThat(seconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L, 300L);
  }

  @ParameterizedTest
  @EnumSource(OnUncertain.class)
  void aMessageThatMeetsAFaultOfOursFiveTimesIsGivenUp(OnUncertain onUncertain) {
    Throwable fault = new IllegalStateException("secret");
    Settlement fourth = DeliveryPolicy.surprised(lost(3), fault, soon(onUncertain), NOW, 0);
    assertThat(fourth).isNotInstanceOf(Settlement.Failed.class);
    assertThat(DeliveryPolicy.surprised(lost(4), fault, soon(onUncertain), NOW, 0))
        .isEqualTo(new Settlement.Failed("a fault in Bellwire: IllegalStateException"));
  }

  @Test
  void aStoreThatDoesNotAnswerUsesUpNothing() {
    assertThat(DeliveryPolicy.notTried(tried(9), NOW, 0))
        .isEqualTo(new Settlement.Again(NOW.plusSeconds(256), "the store did not answer"));
    assertThat(DeliveryPolicy.notTried(lost(1), NOW, 0)).isInstanceOf(Settlement.Doubtful.class);
  }

  @Test
  void aCorrectionIsTriedForAWeekEverythingElseForADay() {
    for (Priority priority : Priority.values()) {
      Duration life = priority == Priority.CORRECTION ? Duration.ofDays(7) : Duration.ofDays(1);
      assertThat(DeliveryPolicy.life(priority)).isEqualTo(life);
    }
  }
}

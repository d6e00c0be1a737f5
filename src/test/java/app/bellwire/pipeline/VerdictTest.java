package app.bellwire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Decision;
import app.bellwire.alert.Decision.Hold;
import app.bellwire.alert.Decision.SendNow;
import app.bellwire.alert.Decision.Suppress;
import app.bellwire.alert.Reason;
import app.bellwire.chat.ChatId;
import app.bellwire.ledger.ChatEntry;
import app.bellwire.ledger.Outcome;
import app.bellwire.ledger.Ruling;
import app.bellwire.subscription.Mute;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final ChatId DESK = new ChatId(1);
  private static final Instant THEN = Instant.parse("2026-03-05T06:00:00Z");

  private static Verdict verdict(Decision decision) {
    return new Verdict(DESK, List.of(), decision);
  }

  @Test
  void whatIsHeldIsWrittenDownWithItsTime() {
    assertThat(verdict(new Hold(Reason.DIGEST, THEN)).ruling())
        .isEqualTo(new Ruling(Outcome.HELD, "digest", Optional.of(THEN), ""));
  }

  @Test
  void whatIsMutedIsWrittenDownWithWhoAndUntilWhen() {
    Mute mute = new Mute(DESK, Mute.Scope.EVENT, 7, THEN, "Ann");
    Verdict verdict =
        new Verdict(DESK, List.of(), new Suppress(Reason.STORY_MUTED), Optional.of(mute));
    assertThat(verdict.entry(3, 7, Instant.EPOCH))
        .isEqualTo(
            new ChatEntry(
                3,
                DESK,
                7,
                Instant.EPOCH,
                new Ruling(Outcome.MUTED, "story_muted", Optional.of(THEN), "Ann"),
                List.of()));
  }

  @Test
  void aChatThatNoLongerAsksIsConcernedOnlyByWhatIsDoneThere() {
    assertThat(verdict(new SendNow(Reason.CORRECTED, false)).concerns()).isTrue();
    assertThat(verdict(new Suppress(Reason.SUBSCRIPTION_MUTED)).concerns()).isFalse();
  }

  @Test
  void onlyAWithdrawalThatIsNotSentTakesBackWhatIsHeld() {
    assertThat(verdict(new Suppress(Reason.WITHDRAWN)).takesBackHeld()).isTrue();
    assertThat(verdict(new SendNow(Reason.WITHDRAWN, false)).takesBackHeld()).isFalse();
    assertThat(verdict(new Suppress(Reason.BACKLOG)).takesBackHeld()).isFalse();
  }
}

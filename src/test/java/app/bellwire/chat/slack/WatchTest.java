package app.bellwire.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.NetworkCondition;
import app.bellwire.chat.NetworkCondition.Kind;
import app.bellwire.fake.HandClock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WatchTest {
  private static final Reply<String> DONE = new Reply.Done<>("ok");
  private static final Reply<String> AWAY = new Reply.Unreached<>("connection refused");

  private final HandClock clock = HandClock.at("2031-03-04T12:00:00Z");
  private final Watch watch = new Watch(clock);

  @Test
  void aRefusedTokenIsToldAtOnceAndUntilACallWorks() {
    watch.sent(denied("token_revoked", null));
    assertThat(watch.condition())
        .contains(
            new NetworkCondition("slack", Kind.TOKEN_REFUSED, clock.instant(), "token_revoked"));
    clock.forward(Duration.ofHours(3));
    watch.sent(AWAY);
    watch.sent(denied("token_revoked", null));
    assertThat(kind()).isEqualTo(Kind.TOKEN_REFUSED);

    watch.sent(denied("not_in_channel", null));
    assertThat(watch.condition()).as("only a good token gets so far").isEmpty();
  }

  @Test
  void aMissingScopeIsNamed() {
    watch.sent(denied("missing_scope", "chat:write"));
    assertThat(watch.condition().orElseThrow().detail())
        .isEqualTo("missing_scope, needs chat:write");
    watch.sent(denied("missing_scope", "chat:write.customize"));
    assertThat(watch.condition().orElseThrow().detail())
        .isEqualTo("missing_scope, needs chat:write.customize");
  }

  @Test
  void aScopeThatAQuestionLacksKeepsNothingFromBeingSent() {
    watch.asked(denied("missing_scope", "channels:history"));
    assertThat(watch.condition()).isEmpty();

    watch.sent(denied("missing_scope", "chat:write"));
    watch.asked(DONE);
    assertThat(kind()).as("a question says nothing about it").isEqualTo(Kind.TOKEN_REFUSED);
    watch.sent(DONE);
    assertThat(watch.condition()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("SILENT")
  void whoIsNotReachedForAMinuteIsTold(Reply<String> silent) {
    watch.sent(silent);
    clock.forward(Duration.ofSeconds(60));
    assertThat(watch.condition()).isEmpty();
    watch.sent(silent);
    clock.forward(Duration.ofSeconds(1));
    assertThat(kind()).isEqualTo(Kind.NOT_REACHED);

    watch.asked(DONE);
    assertThat(watch.condition()).isEmpty();
  }

  static final List<Reply<String>> SILENT =
      List.of(
          AWAY,
          new Reply.Lost<>("timeout"),
          denied("service_unavailable", null),
          denied("fatal_error", null));

  @Test
  void whereNobodyHasTriedForLongNobodyKnows() {
    watch.sent(AWAY);
    clock.forward(Duration.ofMinutes(10));
    assertThat(kind()).isEqualTo(Kind.NOT_REACHED);
    clock.forward(Duration.ofSeconds(1));
    assertThat(watch.condition()).isEmpty();
    watch.sent(AWAY);
    assertThat(watch.condition()).as("it begins anew").isEmpty();
  }

  @Test
  void aWaitSaysNothing() {
    watch.sent(denied("token_revoked", null));
    watch.sent(denied("ratelimited", null));
    assertThat(kind()).isEqualTo(Kind.TOKEN_REFUSED);
    watch.sent(DONE);
    watch.sent(denied("ratelimited", null));
    assertThat(watch.condition()).isEmpty();
  }

  @Test
  void theTokensOfBotAndAppAreToldApart() {
    watch.opened(denied("invalid_auth", null));
    watch.sent(DONE);
    assertThat(watch.condition().orElseThrow().detail()).isEqualTo("app_token: invalid_auth");
    watch.heard();
    assertThat(watch.condition()).isEmpty();
  }

  @Test
  void whereConnectionsAreGivenAndCannotBeMadeSlackIsNotReached() {
    for (int i = 0; i < 3; i++) {
      watch.opened(DONE);
      watch.broken("not connected: Connection refused");
      clock.forward(Duration.ofSeconds(31));
    }
    assertThat(watch.condition().orElseThrow().detail())
        .isEqualTo("not connected: Connection refused");
    watch.heard();
    assertThat(watch.condition()).isEmpty();
  }

  @Test
  void anAppThatIsTakenOutHasNoTokenUntilACallWorks() {
    watch.tokenRefused("the app was uninstalled");
    watch.heard();
    assertThat(kind()).isEqualTo(Kind.TOKEN_REFUSED);
    watch.sent(DONE);
    assertThat(watch.condition()).isEmpty();
  }

  @Test
  void whoDoesNotListenStandsNotStill() {
    assertThat(watch.standstill()).isEmpty();
    watch.heard();
    assertThat(watch.standstill()).isEmpty();
  }

  private @Nullable Kind kind() {
    return watch.condition().map(NetworkCondition::kind).orElse(null);
  }

  private static Reply<String> denied(String error, @Nullable String needed) {
    return new Reply.Denied<>(error, needed, null);
  }
}

package app.bellwire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Decision;
import app.bellwire.alert.Decision.Hold;
import app.bellwire.alert.Decision.SendNow;
import app.bellwire.alert.Decision.Suppress;
import app.bellwire.alert.Reason;
import app.bellwire.chat.ChatId;
import app.bellwire.ledger.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FateTest {
  private static Decision decision(String kind, Reason reason) {
    return switch (kind) {
      case "send" -> new SendNow(reason, false);
      case "hold" -> new Hold(reason, Instant.EPOCH);
      default -> new Suppress(reason);
    };
  }

  private static List<Verdict> verdicts(String decisions) {
    List<Verdict> verdicts = new ArrayList<>();
    for (String decision : decisions.split(" ")) {
      String[] parts = decision.split(":");
      ChatId chat = new ChatId(verdicts.size());
      verdicts.add(new Verdict(chat, List.of(), decision(parts[0], Reason.valueOf(parts[1]))));
    }
    return verdicts;
  }

  @ParameterizedTest
  @CsvSource({
    "send:FIRST_REPORT, TOLD, first_report",
    "send:MORE_REPORTS, JOINED, more_reports",
    "send:SOMETHING_NEW, JOINED, something_new",
    "send:CORRECTED, JOINED, corrected",
    "send:WITHDRAWN, JOINED, withdrawn",
    "hold:QUIET_HOURS, HELD, quiet_hours",
    "hold:DIGEST, HELD, digest",
    "no:STORY_MUTED, MUTED, story_muted",
    "no:SUBSCRIPTION_MUTED, MUTED, subscription_muted",
    "no:CHAT_MUTED, MUTED, chat_muted",
    "no:BACKLOG, FILTERED, backlog",
    "no:DAILY_LIMIT, FILTERED, daily_limit",
    "no:NOTHING_NEW, FILTERED, nothing_new",
    "no:ALREADY_TOLD, FILTERED, already_told",
    "no:BEFORE_SUBSCRIPTION, FILTERED, before_subscription",
    "no:WAITING_FOR_SOURCES, FILTERED, waiting_for_sources",
    "no:SAMPLE_OUTSIDE_LOCAL, FILTERED, sample_outside_local",
  })
  void oneDecisionIsTheFate(String decisions, Outcome outcome, String reason) {
    assertThat(Fate.of(verdicts(decisions))).isEqualTo(new Fate(outcome, reason));
  }

  @ParameterizedTest
  @CsvSource({
    "no:STORY_MUTED send:FIRST_REPORT, TOLD, first_report",
    "send:MORE_REPORTS send:FIRST_REPORT no:BACKLOG, TOLD, first_report",
    "hold:DIGEST send:MORE_REPORTS, JOINED, more_reports",
    "no:CHAT_MUTED hold:DIGEST, HELD, digest",
    "no:DAILY_LIMIT no:CHAT_MUTED, MUTED, chat_muted",
    "no:BACKLOG no:DAILY_LIMIT, FILTERED, backlog",
  })
  void ofSeveralChatsTheOneThatHeardMostCounts(String decisions, Outcome outcome, String reason) {
    assertThat(Fate.of(verdicts(decisions))).isEqualTo(new Fate(outcome, reason));
  }

  @Test
  void nobodyConcernedIsUnmatched() {
    assertThat(Fate.of(List.of())).isEqualTo(new Fate(Outcome.UNMATCHED, "no_match"));
  }

  @Test
  void everyDecisionHasAFate() {
    for (Reason reason : Reason.values()) {
      for (String kind : List.of("send", "hold", "no")) {
        assertThat(Fate.of(verdicts(kind + ":" + reason)).reason()).isNotBlank();
      }
    }
  }
}

package app.bellwire.pipeline;

import app.bellwire.alert.Decision;
import app.bellwire.alert.Reason;
import app.bellwire.ledger.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What became of an article over all chats. Immutable.
///
/// @param reason of the decision that mattered most, in lower case
record Fate(Outcome outcome, String reason) {
  static final Fate UNMATCHED = new Fate(Outcome.UNMATCHED, "no_match");

  static Fate of(List<Verdict> verdicts) {
    return verdicts.stream()
        .map(Verdict::decision)
        .map(Fate::of)
        .min(Comparator.comparingInt(fate -> Outcome.BY_WEIGHT.indexOf(fate.outcome())))
        .orElse(UNMATCHED);
  }

  static Fate of(Decision decision) {
    Outcome outcome =
        switch (decision) {
          case Decision.SendNow now ->
              now.reason() == Reason.FIRST_REPORT ? Outcome.TOLD : Outcome.JOINED;
          case Decision.Hold hold -> Outcome.HELD;
          case Decision.Suppress no -> suppressed(no.reason());
        };
    return new Fate(outcome, word(decision.reason()));
  }

  /// The reason as the ledger has it.
  static String word(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private static Outcome suppressed(Reason reason) {
    return switch (reason) {
      case STORY_MUTED, SUBSCRIPTION_MUTED, CHAT_MUTED -> Outcome.MUTED;
      case FIRST_REPORT,
          MORE_REPORTS,
          SOMETHING_NEW,
          CORRECTED,
          WITHDRAWN,
          NOTHING_NEW,
          ALREADY_TOLD,
          QUIET_HOURS,
          PAUSED,
          DIGEST,
          BACKLOG,
          BEFORE_SUBSCRIPTION,
          DAILY_LIMIT,
          COOL_DOWN,
          FOLDED,
          WAITING_FOR_SOURCES,
          SAMPLE_OUTSIDE_LOCAL ->
          Outcome.FILTERED;
    };
  }
}

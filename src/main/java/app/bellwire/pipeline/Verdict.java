package app.bellwire.pipeline;

import app.bellwire.alert.Decision;
import app.bellwire.alert.Reason;
import app.bellwire.chat.ChatId;
import app.bellwire.ledger.ChatEntry;
import app.bellwire.ledger.Ruling;
import app.bellwire.match.Match;
import app.bellwire.subscription.Mute;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was decided about an article for one chat, and done. Immutable.
///
/// @param matches the chat's subscriptions it concerns
/// @param mute what silenced it, where it was muted
public record Verdict(ChatId chat, List<Match> matches, Decision decision, Optional<Mute> mute) {
  public Verdict {
    matches = List.copyOf(matches);
  }

  Verdict(ChatId chat, List<Match> matches, Decision decision) {
    this(chat, matches, decision, Optional.empty());
  }

  /// Whether it concerns the chat: it matched there, or something is done about a story told there.
  boolean concerns() {
    return !matches.isEmpty() || !(decision instanceof Decision.Suppress);
  }

  /// Whether what was held of the story is never told, because all of it was withdrawn.
  boolean takesBackHeld() {
    return decision instanceof Decision.Suppress(Reason reason) && reason == Reason.WITHDRAWN;
  }

  /// Its line in the ledger.
  ChatEntry entry(long article, long event, Instant at) {
    List<Long> subscriptions = matches.stream().map(m -> m.subscription().id()).toList();
    return new ChatEntry(article, chat, event, at, ruling(), subscriptions);
  }

  Ruling ruling() {
    Fate fate = Fate.of(decision);
    return new Ruling(fate.outcome(), fate.reason(), until(), mute.map(Mute::by).orElse(""));
  }

  private Optional<Instant> until() {
    return decision instanceof Decision.Hold hold
        ? Optional.of(hold.until())
        : mute.map(Mute::until);
  }
}

package app.bellwire.pipeline;

import app.bellwire.alert.Decision;
import app.bellwire.chat.ChatId;
import app.bellwire.match.Match;
import java.util.List;

/// What was decided about an article for one chat. Immutable.
///
/// @param matches the chat's subscriptions it concerns
public record Verdict(ChatId chat, List<Match> matches, Decision decision) {
  public Verdict {
    matches = List.copyOf(matches);
  }
}

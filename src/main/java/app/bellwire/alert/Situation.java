package app.bellwire.alert;

import app.bellwire.match.Match;
import app.bellwire.story.StoryUpdate;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.Mute;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// All a decision needs to know about one update in one chat. Immutable.
///
/// @param matches those of the chat's live subscriptions that the article concerns
public record Situation(
    StoryUpdate update, List<Match> matches, Receiver receiver, Circumstances around) {
  public Situation {
    matches = List.copyOf(matches);
  }

  /// The chat as it stands.
  ///
  /// @param mutes those that have not ended
  /// @param told the last revision of the event that the chat was told, 0 when it was never told
  /// @param alertsToday first alerts and follow-ups since midnight
  public record Receiver(ChatSettings settings, List<Mute> mutes, int told, int alertsToday) {
    public Receiver {
      mutes = List.copyOf(mutes);
    }
  }

  /// What does not depend on the chat.
  ///
  /// @param zone of the install, where neither chat nor subscription has one
  /// @param alertsPerDay the limit of a chat
  /// @param beyondBacklog whether the item is older stock, past the number that is told singly
  /// @param sample whether the item is invented news of the bundled wire
  /// @param sampleToNetworks whether such news may leave the local chats
  public record Circumstances(
      ZoneId zone,
      int alertsPerDay,
      boolean beyondBacklog,
      boolean sample,
      boolean sampleToNetworks,
      Instant now) {}

  boolean wasTold() {
    return receiver.told() > 0;
  }

  Instant now() {
    return around.now();
  }
}

package app.bellwire.alert;

import app.bellwire.match.Match;
import app.bellwire.story.StoryUpdate;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.Mute;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

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
  /// @param followUps of the event in the chat
  public record Receiver(
      ChatSettings settings, List<Mute> mutes, int told, int alertsToday, FollowUps followUps) {
    public Receiver {
      mutes = List.copyOf(mutes);
    }
  }

  /// The follow-ups of an event that reached a chat.
  ///
  /// @param last when the last one did
  /// @param today how often one did since midnight
  public record FollowUps(Optional<Instant> last, int today) {
    public static final FollowUps NONE = new FollowUps(Optional.empty(), 0);
  }

  /// How much a chat is told at most.
  ///
  /// @param alertsPerDay first alerts and follow-ups
  /// @param coolDown between two follow-ups of an event
  /// @param followUpsPerDay of an event
  public record Limits(int alertsPerDay, Duration coolDown, int followUpsPerDay) {
    /// Agencies file a story piece by piece within minutes; ten of them make one reply of five.
    public static final Duration COOL_DOWN = Duration.ofMinutes(10);

    /// A reader follows a story some times a day; whoever wants each line of it reads the wire.
    public static final int FOLLOW_UPS_PER_DAY = 5;

    public static final Limits NONE =
        new Limits(Integer.MAX_VALUE, Duration.ZERO, Integer.MAX_VALUE);

    public Limits(int alertsPerDay) {
      this(alertsPerDay, COOL_DOWN, FOLLOW_UPS_PER_DAY);
    }
  }

  /// What does not depend on the chat.
  ///
  /// @param zone of the install, where neither chat nor subscription has one
  /// @param limits of a chat
  /// @param beyondBacklog whether the item is older stock, past the number that is told singly
  /// @param sample whether the item is invented news of the bundled wire
  /// @param sampleToNetworks whether such news may leave the local chats
  public record Circumstances(
      ZoneId zone,
      Limits limits,
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

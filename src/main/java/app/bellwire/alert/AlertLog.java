package app.bellwire.alert;

import app.bellwire.alert.Situation.FollowUps;
import app.bellwire.chat.ChatId;
import app.bellwire.story.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What each chat was told. Implementations are thread-safe; writes join the caller's transaction.
public interface AlertLog {
  /// Keeps the alert; unique by chat, event and revision.
  ///
  /// @return false when that revision was told before
  boolean record(Alert alert);

  /// Notes that what was recorded went on its way at `at`, after it was held or at once.
  void reached(List<Alert> alerts, Instant at);

  /// When that alert went on its way; none while it is held.
  Optional<Instant> reachedAt(long alert);

  /// Forgets what was recorded of an event that the chat was not told in the end.
  void forget(ChatId chat, long event);

  /// The follow-ups of the event that reached the chat, and how often one did since `since`; those
  /// that went together count once.
  FollowUps followUps(ChatId chat, long event, Instant since);

  /// The newest alert of the event in the chat, with its [Alert.Kind] and sentences.
  Optional<Alert> last(ChatId chat, long event);

  /// The first alert of the event in the chat, which its thread began with.
  Optional<Alert> first(ChatId chat, long event);

  /// What the chat heard of the event and of the others of its storyline.
  Heard heard(ChatId chat, Event event);

  /// The chats that were told about the event.
  List<ChatId> chatsTold(long event);

  Optional<Alert> find(long id);

  /// The chat's newest alerts, newest first.
  List<Alert> latest(ChatId chat, int limit);

  /// The newest first alerts of all chats, newest first.
  List<Alert> latestStories(int limit);

  /// First alerts and follow-ups in the chat since `since`.
  int countSince(ChatId chat, Instant since);

  /// Stories told since `since` that a subscription had a part in.
  int countFor(long subscription, Instant since);
}

package app.bellwire.notice;

import java.time.Instant;

/// How something that was wrong came to its end. Immutable.
public sealed interface Ending {
  /// Since when it is over.
  Instant at();

  record ReadAgain(String name, Instant at) implements Ending {}

  /// The source does not stand in the configuration any more.
  record SourceRemoved(String name, Instant at) implements Ending {}

  record Taken(Instant at, int added, int changed, int ended) implements Ending {}

  /// The change was put right and waits, because it would end most subscriptions.
  record Waits(Instant at) implements Ending {}

  /// Another change came and was refused.
  record Replaced(Instant at) implements Ending {}

  /// An admin keeps what was.
  record TurnedDown(Instant at) implements Ending {}

  record ChatBack(String name, Instant at) implements Ending {}

  /// Nothing waits for the chat any more and nothing will.
  record ChatLeft(String name, Instant at) implements Ending {}

  /// Alerts go into the topic again.
  record TopicBack(String topic, Instant at) implements Ending {}

  /// Nothing is watched in the topic any more.
  record TopicLeft(String topic, Instant at) implements Ending {}

  /// Meaning is read, or no subscription asks for it.
  record MeaningSettled(boolean read, Instant at) implements Ending {}

  record NetworkWell(String network, Instant at) implements Ending {}
}

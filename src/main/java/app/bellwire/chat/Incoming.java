package app.bellwire.chat;

import java.time.Instant;

/// What reaches us from a network and is carried out once, in order of arrival. Immutable.
public sealed interface Incoming permits IncomingMessage, ChatEvent {
  /// The network's id of the update, unique within the network.
  String updateId();

  /// The chat it is about.
  Address from();

  Instant at();
}

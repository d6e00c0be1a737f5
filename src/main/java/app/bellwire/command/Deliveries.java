package app.bellwire.command;

import app.bellwire.chat.ChatId;
import app.bellwire.deliver.Delivery.State;
import java.time.Instant;
import java.util.List;

/// What became of the messages of a thread. Implementations are thread-safe.
public interface Deliveries {
  /// One message.
  ///
  /// @param detail what the network said last; empty when it said nothing
  record Fate(State state, int attempts, Instant queued, String detail) {}

  /// The messages of the thread in the chat, oldest first.
  List<Fate> of(ChatId chat, String thread);
}

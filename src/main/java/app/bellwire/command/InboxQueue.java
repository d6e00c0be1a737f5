package app.bellwire.command;

import app.bellwire.chat.Incoming;
import java.util.List;

/// What reached us and nobody has carried out so far. Implementations are thread-safe; writes join
/// the caller's transaction.
public interface InboxQueue {
  /// In order of arrival.
  List<Incoming> open();

  /// Takes it off the queue, in the transaction of its effect, so that the effect happens at most
  /// once.
  ///
  /// @return false when it was done before
  boolean done(Incoming incoming);
}

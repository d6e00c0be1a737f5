package app.bellwire.deliver;

import app.bellwire.chat.Address;
import java.time.Duration;
import java.time.Instant;

/// What becomes of a delivery after a send. Immutable.
public sealed interface Settlement {
  /// Accepted as `messageId`.
  record Accepted(String messageId) implements Settlement {}

  /// It was accepted as `messageId` when its answer was lost.
  record Found(String messageId) implements Settlement {}

  /// Not accepted; tried again at `due`. The chat's later messages wait behind it.
  record Again(Instant due, String detail) implements Settlement {}

  /// The answer was lost; looked into at `due`. The chat's later messages wait behind it.
  record Doubtful(Instant due, String detail) implements Settlement {}

  /// The answer was lost and the network cannot tell yet; looked into at `due`.
  record TooEarly(Instant due) implements Settlement {}

  /// The answer was lost; waits for an admin, and the chat's later messages go on.
  record HeldBack(String detail) implements Settlement {}

  /// The message to edit is gone: posted anew at `due`, and the first message of its thread.
  record RootGone(Instant due, String detail) implements Settlement {}

  /// Not accepted, since the chat is found elsewhere now; tried there at `due`.
  record ChatMoved(Address to, Instant due) implements Settlement {}

  /// The chat takes nothing for now; everything that waits for it is parked.
  record ChatParked(String detail) implements Settlement {}

  record Failed(String detail) implements Settlement {}

  /// The same by a clock that was set since.
  default Settlement moved(Duration by) {
    return switch (this) {
      case Again again -> new Again(again.due().plus(by), again.detail());
      case Doubtful doubt -> new Doubtful(doubt.due().plus(by), doubt.detail());
      case TooEarly early -> new TooEarly(early.due().plus(by));
      case RootGone gone -> new RootGone(gone.due().plus(by), gone.detail());
      case ChatMoved moved -> new ChatMoved(moved.to(), moved.due().plus(by));
      case Accepted accepted -> accepted;
      case Found found -> found;
      case HeldBack held -> held;
      case ChatParked parked -> parked;
      case Failed failed -> failed;
    };
  }
}

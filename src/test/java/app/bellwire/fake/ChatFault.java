package app.bellwire.fake;

import java.time.Duration;

/// What goes wrong with one call to a [ChatServer]. Immutable.
public sealed interface ChatFault {
  /// No answer that a client can use; `accepted` says whether the message was taken all the same.
  record Lost(How how, boolean accepted) implements ChatFault {}

  /// Taken and answered, after a while.
  record Slow(Duration delay) implements ChatFault {}

  /// 429.
  record TooFast(Duration retryAfter) implements ChatFault {}

  /// 403: the bot was removed.
  record Gone() implements ChatFault {}

  /// 400: this message will never be taken.
  record Refused() implements ChatFault {}

  /// How an answer is lost.
  enum How {
    /// The connection is reset.
    RESET,
    /// A proxy answers 502 with a page of its own.
    BAD_GATEWAY,
    /// Nothing comes until the client gives up.
    HANG,
    /// Half of the answer comes, then the connection ends.
    CUT,
    /// 200 with something that is no answer.
    GARBAGE
  }

  /// The message is taken and its answer lost.
  static ChatFault lostAnswer(How how) {
    return new Lost(how, true);
  }

  /// The message is lost with its answer.
  static ChatFault lostRequest(How how) {
    return new Lost(how, false);
  }
}

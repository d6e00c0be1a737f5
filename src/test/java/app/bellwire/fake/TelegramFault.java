package app.bellwire.fake;

import java.time.Duration;

/// What goes wrong with one call to a [TelegramServer]. Immutable.
public sealed interface TelegramFault {
  /// What can go wrong with any network. [ChatFault.Gone] is a 403, [ChatFault.Refused] a 400, and
  /// [ChatFault.TooFast] a 429 whose wait is insisted on.
  record Common(ChatFault fault) implements TelegramFault {}

  /// A 429 for the whole bot, not for the chat of the call; its wait is insisted on.
  record AllTooFast(Duration retryAfter) implements TelegramFault {}

  /// An error in the words of the Bot API; nothing is done.
  record Failure(int code, String description) implements TelegramFault {}

  /// 200 with JSON that does not say `ok`; `done` says whether the call was done all the same.
  record WithoutOk(boolean done) implements TelegramFault {}

  static TelegramFault of(ChatFault fault) {
    return new Common(fault);
  }

  static TelegramFault internalError() {
    return new Failure(500, "Internal Server Error");
  }

  static TelegramFault unauthorized() {
    return new Failure(401, "Unauthorized");
  }
}

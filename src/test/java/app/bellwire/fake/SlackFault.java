package app.bellwire.fake;

import app.bellwire.fake.ChatFault.How;
import java.time.Duration;

/// What goes wrong with one call to a [SlackServer]. Immutable.
public sealed interface SlackFault {
  /// What can go wrong with any network. [ChatFault.Gone] is `not_in_channel`, [ChatFault.Refused]
  /// `invalid_blocks`, and [ChatFault.TooFast] a 429 whose wait is insisted on.
  record Common(ChatFault fault) implements SlackFault {}

  /// 200 and an error in the words of the Web API; nothing is done.
  record Failure(String error) implements SlackFault {}

  /// A status with a page instead of JSON; nothing is done.
  record Status(int code) implements SlackFault {}

  static SlackFault of(ChatFault fault) {
    return new Common(fault);
  }

  static SlackFault error(String error) {
    return new Failure(error);
  }

  static SlackFault http500() {
    return new Status(500);
  }

  static SlackFault http503() {
    return new Status(503);
  }

  static SlackFault tooFast(Duration retryAfter) {
    return of(new ChatFault.TooFast(retryAfter));
  }

  /// The call is lost, and its connection reset.
  static SlackFault resetBefore() {
    return of(ChatFault.lostRequest(How.RESET));
  }

  /// The call is done and its connection reset.
  static SlackFault resetAfter() {
    return of(ChatFault.lostAnswer(How.RESET));
  }

  /// Nothing is done and nothing answered.
  static SlackFault hang() {
    return of(ChatFault.lostRequest(How.HANG));
  }

  static SlackFault slow(Duration delay) {
    return of(new ChatFault.Slow(delay));
  }

  static SlackFault garbage() {
    return of(ChatFault.lostRequest(How.GARBAGE));
  }
}

package app.bellwire.chat.slack;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How Slack answered one call. Immutable.
sealed interface Reply<T> {
  record Done<T>(T result) implements Reply<T> {}

  /// It said no.
  ///
  /// @param error in its own word, such as `not_in_channel`
  /// @param needed the scope that is missing, or null
  /// @param retryAfter how long to wait, or null where it does not say
  record Denied<T>(String error, @Nullable String needed, @Nullable Duration retryAfter)
      implements Reply<T> {
    /// For people who can put it right: `missing_scope, needs chat:write`.
    String words() {
      return needed == null ? error : error + ", needs " + needed;
    }
  }

  /// The call was not handed over whole, or something before Slack turned it down; nothing was
  /// done.
  record Unreached<T>(String detail) implements Reply<T> {}

  /// It was handed over and no usable answer came: it may have been done.
  record Lost<T>(String detail) implements Reply<T> {}

  default <R> Reply<R> map(Function<? super T, R> then) {
    return switch (this) {
      case Done<T>(T result) -> new Done<>(then.apply(result));
      case Denied<T> denied -> new Denied<>(denied.error, denied.needed, denied.retryAfter);
      case Unreached<T>(String detail) -> new Unreached<>(detail);
      case Lost<T>(String detail) -> new Lost<>(detail);
    };
  }
}

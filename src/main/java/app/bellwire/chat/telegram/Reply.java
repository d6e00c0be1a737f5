package app.bellwire.chat.telegram;

import org.jspecify.annotations.Nullable;

/// How the Bot API answered one call. Immutable.
sealed interface Reply<T> {
  record Done<T>(T result) implements Reply<T> {}

  /// It said no.
  ///
  /// @param code as in HTTP
  /// @param description in its own words
  /// @param retryAfter seconds to wait, or null
  /// @param migrateTo the chat's new id, or null
  record Denied<T>(
      int code, String description, @Nullable Integer retryAfter, @Nullable Long migrateTo)
      implements Reply<T> {}

  /// The call was not handed over whole; nothing was done.
  record Unreached<T>(String detail) implements Reply<T> {}

  /// It was handed over and no usable answer came: it may have been done.
  record Lost<T>(String detail) implements Reply<T> {}
}

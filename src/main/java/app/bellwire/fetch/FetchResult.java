package app.bellwire.fetch;

import app.bellwire.source.Validators;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// What a look brought. Immutable, but for the body's bytes, which nobody changes.
public sealed interface FetchResult {

  /// A document.
  ///
  /// @param body decompressed, at most the configured size
  /// @param contentType the header as sent, empty when there was none
  /// @param location where it was found after redirects
  /// @param freshFor how long the server asks not to be asked again
  record Fetched(
      byte[] body,
      String contentType,
      URI location,
      Validators validators,
      Optional<Duration> freshFor)
      implements FetchResult {}

  /// The same as last time.
  record NotModified(Validators validators, Optional<Duration> freshFor) implements FetchResult {}

  /// The server asks to be left alone for a while (429, or 503 with a time).
  record Throttled(int status, Duration retryAfter) implements FetchResult {}

  /// Nothing was read.
  ///
  /// @param detail for an admin, such as "the server answers 503"; holds no secret
  record Failed(Reason reason, String detail) implements FetchResult {}

  /// Why nothing was read; the closed list that back-off and messages are decided by.
  enum Reason {
    /// 404.
    NOT_FOUND,
    /// 410: the source has said good-bye.
    GONE,
    /// 401, 403 and the like.
    DENIED,
    /// 5xx.
    SERVER_ERROR,
    /// Any other status that is no answer.
    BAD_STATUS,
    TIMEOUT,
    /// The name does not resolve, the connection is refused or breaks.
    UNREACHABLE,
    /// The address is not public and the source is not allowed to be there.
    FORBIDDEN_ADDRESS,
    TOO_LARGE,
    TOO_MANY_REDIRECTS,
    /// Compression or framing that cannot be undone.
    UNREADABLE
  }
}

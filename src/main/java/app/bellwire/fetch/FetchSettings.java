package app.bellwire.fetch;

import java.time.Duration;

/// How politely and how far documents are fetched. Immutable.
///
/// @param userAgent who asks, with a way to reach the people behind it
/// @param timeout the most one look may spend on the network, redirects included
/// @param maxBody the largest document in bytes, counted after decompression
/// @param perHost requests at once to one host and port
/// @param spacing between the starts of two requests to one host and port; none for sources that
///   may be private
public record FetchSettings(
    String userAgent, Duration timeout, long maxBody, int perHost, Duration spacing) {

  public FetchSettings {
    if (timeout.isNegative() || timeout.isZero() || maxBody < 1 || perHost < 1) {
      throw new IllegalArgumentException("timeout, maxBody and perHost are positive");
    }
  }

  /// The limits that the configuration has when it names none.
  public static FetchSettings defaults(String userAgent) {
    return new FetchSettings(userAgent, Duration.ofSeconds(20), 5L << 20, 2, Duration.ofSeconds(1));
  }
}

package app.bellwire.source;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/// One wire, feed or page as the configuration names it. Immutable.
///
/// @param every the fixed interval between looks, or empty where the plan adapts
/// @param allowPrivate whether addresses that are not public may be dialled for it
/// @param agency who is said to report where an item does not say so itself
/// @param zone the zone of dates that carry none
public record Source(
    SourceId id,
    URI url,
    Optional<Duration> every,
    Backlog backlog,
    boolean allowPrivate,
    Optional<String> agency,
    ZoneId zone) {

  /// The scheme of addresses that name a bundled wire.
  public static final String SAMPLE_SCHEME = "sample";

  public SourceKind kind() {
    return SAMPLE_SCHEME.equals(url.getScheme()) ? SourceKind.SAMPLE : SourceKind.FEED;
  }

  /// Without its address, which may hold a password or a key.
  @Override
  public String toString() {
    return "Source[" + id + "]";
  }
}

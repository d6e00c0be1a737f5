package app.bellwire.command;

import app.bellwire.chat.ChatId;
import app.bellwire.source.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which subscriptions wait for a first report, and when sources could not be read. Implementations
/// are thread-safe; writes join the caller's transaction.
public interface EmptyDayLog {
  /// Every subscription that is kept, settled or not.
  List<Watch> all();

  /// Those that are not settled and wait since `since` or longer, oldest first.
  List<Watch> open(Instant since);

  /// Keeps the watch in place of the one for the same subscription.
  void save(Watch watch);

  /// The watch is over.
  ///
  /// @return false when it was before, or waits for other words by now
  boolean settle(Watch watch, Instant at);

  void forget(long subscription);

  /// Gaps that ended at `since` or later, oldest first.
  List<Gap> gaps(Instant since);

  /// Keeps the gap in place of the one of the same source and beginning.
  void save(Gap gap);

  /// Forgets gaps that ended before `before`.
  void forgetGaps(Instant before);

  /// A subscription that waits for a first report.
  ///
  /// @param words what is waited for, the query in its normal form
  /// @param settled when one had come or its absence was said
  record Watch(
      long subscription, ChatId chat, String words, Instant since, Optional<Instant> settled) {}

  /// A time in which a source could not be read.
  record Gap(SourceId source, Instant from, Instant to) {
    /// How much of it lies after `since`.
    public Duration after(Instant since) {
      Duration length = Duration.between(from.isAfter(since) ? from : since, to);
      return length.isNegative() ? Duration.ZERO : length;
    }
  }
}

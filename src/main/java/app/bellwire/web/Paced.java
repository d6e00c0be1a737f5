package app.bellwire.web;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is costly to make: made at most once in a pace, however many pages ask for it.
/// Thread-safe; who asks while it is made waits for it.
final class Paced<T> implements Supplier<T> {
  private final Supplier<T> source;
  private final long nanos;
  private final LongSupplier ticker;
  private @Nullable T last;
  private long made;

  /// @param ticker nanoseconds from any beginning, such as [System#nanoTime]
  Paced(Supplier<T> source, Duration pace, LongSupplier ticker) {
    this.source = source;
    this.nanos = pace.toNanos();
    this.ticker = ticker;
  }

  @Override
  public synchronized T get() {
    T known = last;
    if (known != null && ticker.getAsLong() - made < nanos) {
      return known;
    }
    T fresh = source.get();
    last = fresh;
    made = ticker.getAsLong();
    return fresh;
  }
}

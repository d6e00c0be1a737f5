package app.bellwire.work;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// Makes our row ids: 64-bit numbers that rise with time, milliseconds since 2020 in the upper bits
/// and a counter in the lower 20, so that ids of one program never repeat and sort by age.
/// Thread-safe.
public final class Ids {
  private static final long EPOCH_MILLIS = 1_577_836_800_000L;
  private static final int COUNTER_BITS = 20;

  private final InstantSource clock;
  private final AtomicLong last = new AtomicLong();

  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  public long next() {
    long floor = (clock.millis() - EPOCH_MILLIS) << COUNTER_BITS;
    return last.updateAndGet(previous -> Math.max(previous + 1, floor));
  }

  /// Goes on above `id`, for a program whose store already holds ids from a clock that ran ahead.
  public void continueAfter(long id) {
    last.accumulateAndGet(id, Math::max);
  }
}

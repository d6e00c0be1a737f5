package app.bellwire.work;

import java.time.Duration;

/// Named work that is done again and again: expiry, pruning, digests.
public interface Ticks {
  /// Runs `work` every `interval` until the scheduler stops; two runs of one name never overlap,
  /// and a run that throws is logged and followed by the next.
  void every(String name, Duration interval, Runnable work);
}

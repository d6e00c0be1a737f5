package app.bellwire.story;

/// Counts in how many events a passage has stood, to know background that is used again and again.
/// An approximation in one megabyte: counts of different passages may add up, never be lost.
/// Confined to the decider.
final class RecycledPassages {
  private static final int SLOTS = 1 << 20;

  private final byte[] events = new byte[SLOTS];

  /// Notes the passages of an article that opened an event or joined one for the first time.
  void add(long[] passages) {
    for (long passage : passages) {
      int slot = slot(passage);
      if (events[slot] < Byte.MAX_VALUE) {
        events[slot]++;
      }
    }
  }

  boolean recycled(long passage) {
    return events[slot(passage)] > Likeness.RECYCLED;
  }

  private static int slot(long passage) {
    return (int) ((passage * 0x9E3779B97F4A7C15L) >>> 44);
  }
}

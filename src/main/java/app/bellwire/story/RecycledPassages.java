package app.bellwire.story;

import app.bellwire.text.IntCounts;

/// Counts in how many events a passage stands, to know background that is used again and again. A
/// passage of a closed event counts twice: whoever repeats it looks back. Confined to the decider.
final class RecycledPassages {
  private final IntCounts events = new IntCounts();

  /// Counts the marks of an event's first report.
  void add(Passages passages, int times) {
    for (int mark : passages.marks()) {
      events.add(mark, times);
    }
  }

  boolean recycled(int passage) {
    return events.get(passage) > Thresholds.RECYCLED;
  }
}

package app.bellwire.text;

import java.util.Arrays;
import java.util.Optional;

/// Counts by number, without a box for each: an open-addressing table with linear probing. A count
/// that comes down to 0 is dropped when the table next grows. A value that follows from a count can
/// be kept beside it. Confined to one thread while it changes.
public final class IntCounts {
  private static final int SMALLEST = 64;
  private static final double[] NO_VALUES = {};

  private final Optional<Valuation> valuation;
  private int[] keys = new int[SMALLEST];
  private int[] counts = new int[SMALLEST];
  private boolean[] used = new boolean[SMALLEST];
  private double[] values;
  private int filled;

  /// What a count is worth; the same key and count are always worth the same.
  @FunctionalInterface
  public interface Valuation {
    double of(int key, int count);
  }

  /// Counts alone.
  public IntCounts() {
    valuation = Optional.empty();
    values = NO_VALUES;
  }

  /// Counts and what each is worth.
  public IntCounts(Valuation valuation) {
    this.valuation = Optional.of(valuation);
    values = unknown(SMALLEST);
  }

  /// What stands in free slots.
  private static double[] unknown(int size) {
    double[] values = new double[size];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /// 0 for a key that was never added.
  public int get(int key) {
    return counts[slot(key)];
  }

  /// What the count of `key` is worth; a table without values has none.
  public double value(int key) {
    double value = values[slot(key)];
    return Double.isNaN(value) ? valuation.orElseThrow().of(key, 0) : value;
  }

  /// Adds `by`, which may be negative; a count never falls below 0.
  public void add(int key, int by) {
    int slot = slot(key);
    if (!used[slot]) {
      if (filled * 3 >= keys.length * 2) {
        grow();
        slot = slot(key);
      }
      used[slot] = true;
      keys[slot] = key;
      filled++;
    }
    counts[slot] = Math.max(0, counts[slot] + by);
    if (values.length > 0) {
      values[slot] = valuation.orElseThrow().of(key, counts[slot]);
    }
  }

  /// The slot of `key`, or the free one where it would go; the count of a free slot is 0. Its key
  /// is 0 too, so that the key is asked first and mostly settles it: for the key 0 a free slot is
  /// right.
  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = (key * 0x9E3779B9 >>> 7) & mask;
    while (keys[slot] != key && used[slot]) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldCounts = counts;
    int live = (int) Arrays.stream(counts).filter(count -> count > 0).count();
    int size = Math.max(SMALLEST, Integer.highestOneBit(live * 3 / 2 + 1) * 2);
    keys = new int[size];
    counts = new int[size];
    used = new boolean[size];
    values = values.length == 0 ? values : unknown(size);
    filled = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] > 0) {
        add(oldKeys[i], oldCounts[i]);
      }
    }
  }
}

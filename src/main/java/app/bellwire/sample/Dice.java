package app.bellwire.sample;

/// Numbers that look drawn and follow from a seed and keys alone. Immutable.
record Dice(long seed) {

  /// 0 to `bound - 1`, always the same for the same `what` and `number`.
  int below(int bound, String what, long number) {
    return (int) Math.floorMod(mix(mix(seed ^ what.hashCode()) + number), (long) bound);
  }

  /// Dice of their own for `what` and `number`.
  Dice of(String what, long number) {
    return new Dice(mix(mix(seed ^ what.hashCode()) + number));
  }

  /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}

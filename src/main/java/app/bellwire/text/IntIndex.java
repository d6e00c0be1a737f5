package app.bellwire.text;

/// Says at which index a number stands among some, in about one step: an open-addressing table with
/// linear probing, at most a quarter full, so that most numbers that are not among them meet an
/// empty slot at once. The upper bits of the numbers must be as good as random, as those of [Terms]
/// and of [StableHash#mixed] are. Immutable.
public final class IntIndex {
  private static final int SPARSE = 8;

  private final int[] numbers;

  /// Indexes from 1; 0 is an empty slot.
  private final int[] slots;

  private final int shift;

  /// @param numbers each once; not copied
  public IntIndex(int[] numbers) {
    this.numbers = numbers;
    slots = new int[Integer.highestOneBit(numbers.length + 1) * SPARSE];
    shift = Integer.numberOfLeadingZeros(slots.length) + 1;
    for (int i = 0; i < numbers.length; i++) {
      int slot = numbers[i] >>> shift;
      while (slots[slot] != 0) {
        slot = next(slot);
      }
      slots[slot] = i + 1;
    }
  }

  /// Where `number` stands; -1 when it is not among them.
  public int of(int number) {
    int slot = number >>> shift;
    while (slots[slot] != 0) {
      int index = slots[slot] - 1;
      if (numbers[index] == number) {
        return index;
      }
      slot = next(slot);
    }
    return -1;
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  public boolean has(int number) {
    return of(number) >= 0;
  }
}

package app.bellwire.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds, among the texts of some days, those that may be alike another, by their [Sketch]es. What
/// it finds has to be compared in full; what it does not find is not alike but for a known small
/// share. Confined to one thread.
///
/// A chained hash table in plain arrays, about 16 bytes a sampled shingle: a million of them must
/// stand beside everything else a small machine keeps.
public final class SketchIndex {
  /// A shingle that more texts have finds only the newest of them: it is a phrase that everybody
  /// uses.
  static final int OWNERS = 64;

  /// The estimated containment from which a text is worth comparing. Lower than what is asked in
  /// full, because a sample of sixteen errs.
  static final double LIKELY = .3;

  private static final int[] NOTHING = {};
  private static final int NONE = -1;
  private static final int SMALLEST = 1 << 10;

  private final Map<Long, int[]> sketches = new HashMap<>();
  private int[] heads = filled(SMALLEST);
  private int[] next = new int[SMALLEST];
  private int[] hashes = new int[SMALLEST];
  private long[] owners = new long[SMALLEST];
  private int size;

  /// Adds the text, or replaces the one with this id.
  public void add(long id, int[] sketch) {
    if (Arrays.equals(sketches.put(id, sketch), sketch)) {
      return;
    }
    for (int hash : sketch) {
      enter(hash, id);
    }
  }

  /// Forgets the text; nothing happens when there is none.
  public void remove(long id) {
    sketches.remove(id);
  }

  public int size() {
    return sketches.size();
  }

  /// Entries there is room for.
  int room() {
    return owners.length;
  }

  /// The ids of texts that may be alike, the likeliest first and of equal ones the newest.
  public List<Long> candidates(int[] sketch) {
    Set<Long> seen = new HashSet<>();
    for (int hash : sketch) {
      collect(hash, seen);
    }
    Map<Long, Double> likely = new HashMap<>();
    for (Long id : seen) {
      double containment = Sketch.containment(sketch, sketches.getOrDefault(id, NOTHING));
      if (containment >= LIKELY) {
        likely.put(id, containment);
      }
    }
    List<Long> ids = new ArrayList<>(likely.keySet());
    ids.sort(
        Comparator.comparingDouble((Long id) -> likely.get(id))
            .thenComparingLong(id -> id)
            .reversed());
    return ids;
  }

  private void collect(int hash, Set<Long> seen) {
    int found = 0;
    for (int at = heads[bucket(hash)]; at != NONE && found < OWNERS; at = next[at]) {
      if (hashes[at] == hash && has(owners[at], hash)) {
        seen.add(owners[at]);
        found++;
      }
    }
  }

  private void enter(int hash, long id) {
    if (size == owners.length) {
      makeRoom();
    }
    hashes[size] = hash;
    owners[size] = id;
    int bucket = bucket(hash);
    next[size] = heads[bucket];
    heads[bucket] = size++;
  }

  /// Drops the entries of forgotten texts; where that is not enough, takes twice the room.
  private void makeRoom() {
    int[] oldHashes = hashes;
    long[] oldOwners = owners;
    int old = size;
    int living = 0;
    for (int at = 0; at < old; at++) {
      living += has(oldOwners[at], oldHashes[at]) ? 1 : 0;
    }
    int room = living > owners.length / 2 ? owners.length * 2 : owners.length;
    heads = filled(room);
    next = new int[room];
    hashes = new int[room];
    owners = new long[room];
    size = 0;
    for (int at = 0; at < old; at++) {
      if (has(oldOwners[at], oldHashes[at])) {
        enter(oldHashes[at], oldOwners[at]);
      }
    }
  }

  private boolean has(long id, int hash) {
    int[] sketch = sketches.get(id);
    return sketch != null && Arrays.binarySearch(sketch, hash) >= 0;
  }

  private int bucket(int hash) {
    return hash & (heads.length - 1);
  }

  private static int[] filled(int room) {
    int[] heads = new int[room];
    Arrays.fill(heads, NONE);
    return heads;
  }
}

package app.bellwire.text;

/// Numbers for texts that are the same in every run. Thread-safe.
///
/// Sources: FNV-1a (Fowler, Noll, Vo) for the text; the finaliser of MurmurHash3 in Stafford's
/// variant 13, as in SplitMix64, for the mixing: the lower bits of FNV follow the last letters.
public final class StableHash {
  static final long BASIS = 0xcbf29ce484222325L;

  private StableHash() {}

  public static long of(CharSequence text) {
    return of(text, BASIS);
  }

  /// Goes on from `hash`, that of what stands before `text`.
  static long of(CharSequence text, long hash) {
    long all = hash;
    for (int i = 0; i < text.length(); i++) {
      all = (all ^ text.charAt(i)) * 0x100000001b3L;
    }
    return all;
  }

  /// 32 bits each of which follows all of `hash`.
  public static int mixed(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (int) ((mixed ^ (mixed >>> 31)) >>> 32);
  }
}

package app.bellwire.match;

import app.bellwire.query.Query;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The stored queries by the keys of their rarest words, at every recent version: what a reader
/// sees is what stood when it began. One writer at a time; readers need no lock.
final class Filed {
  static final Entry[] NOTHING = {};

  /// A subscription to a query, from one version to before another.
  static final class Member {
    final long subscription;
    final long from;
    volatile long to = Long.MAX_VALUE;

    Member(long subscription, long from) {
      this.subscription = subscription;
      this.from = from;
    }

    boolean standsAt(long version) {
      return from <= version && version < to;
    }
  }

  /// One distinct query with those who asked it.
  static final class Entry {
    final Program program;
    final Set<String> keys;

    /// Replaced, never changed.
    volatile Member[] members = {};

    Entry(Program program) {
      this.program = program;
      this.keys = AccessKeys.of(program);
    }
  }

  private final Compiler compiler;
  private final Map<String, Entry[]> byKey = new ConcurrentHashMap<>();
  private final Map<Query, Entry> byQuery = new HashMap<>();
  private final Map<Long, Member> bySubscription = new HashMap<>();
  private volatile long version;
  private int gone;

  Filed(Compiler compiler) {
    this.compiler = compiler;
  }

  Compiler compiler() {
    return compiler;
  }

  long version() {
    return version;
  }

  /// How many memberships have ended and still take room.
  int gone() {
    return gone;
  }

  Entry[] under(String key) {
    return byKey.getOrDefault(key, NOTHING);
  }

  /// Adds the subscription, or moves it from its former query.
  void put(long subscription, Query query) {
    long next = version + 1;
    Entry entry = byQuery.computeIfAbsent(query, this::file);
    Member member = new Member(subscription, next);
    entry.members = with(entry.members, member);
    Member former = bySubscription.put(subscription, member);
    if (former != null) {
      end(former, next);
    }
    version = next;
  }

  void remove(long subscription) {
    Member former = bySubscription.remove(subscription);
    if (former != null) {
      long next = version + 1;
      end(former, next);
      version = next;
    }
  }

  private void end(Member member, long at) {
    member.to = at;
    gone++;
  }

  private Entry file(Query query) {
    Entry entry = new Entry(compiler.compile(query));
    entry.keys.forEach(
        key -> byKey.merge(key, new Entry[] {entry}, (old, added) -> with(old, added[0])));
    return entry;
  }

  private static <T> T[] with(T[] old, T added) {
    T[] more = Arrays.copyOf(old, old.length + 1);
    more[old.length] = added;
    return more;
  }
}

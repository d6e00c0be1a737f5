package app.bellwire.match;

import app.bellwire.query.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Finds, among many stored queries, those an article makes true.
///
/// Each distinct query is filed under its rarest required word, so that an article looks only at
/// queries of which it has that word; those are then checked in full. Thread-safe: readers never
/// block and never see a change half done; writers take turns.
public final class QueryIndex {
  /// A subscription whose query is true, and what made it so.
  public record Found(long subscription, List<Hit> hits) {
    public Found {
      hits = List.copyOf(hits);
    }
  }

  /// One distinct query with those who asked it.
  private static final class Entry {
    final Query query;
    final Program program;
    final Set<String> keys;

    /// Replaced, never changed; nobody, while the entry is not filed under all its keys.
    volatile long[] subscriptions = {};

    Entry(Query query, Compiler compiler) {
      this.query = query;
      this.program = compiler.compile(query);
      this.keys = AccessKeys.of(program);
    }
  }

  private static final Entry[] NOTHING = {};

  private record Filed(Compiler compiler, Map<String, Entry[]> byKey) {}

  private final ReentrantLock writing = new ReentrantLock();
  private final Map<Long, Entry> bySubscription = new HashMap<>();
  private final Map<Query, Entry> byQuery = new HashMap<>();
  private volatile Filed filed;

  public QueryIndex(NameVariants names) {
    this.filed = new Filed(new Compiler(names), new ConcurrentHashMap<>());
  }

  /// Stores `query`, in place of the one that the subscription had. Visible to [#match] on return.
  public void put(long subscription, Query query) {
    locked(
        () -> {
          Entry former = bySubscription.get(subscription);
          if (former == null || !former.query.equals(query)) {
            Entry entry = byQuery.computeIfAbsent(query, q -> file(filed, q));
            bySubscription.put(subscription, entry);
            entry.subscriptions = with(entry.subscriptions, subscription);
            leave(former, subscription);
          }
        });
  }

  /// Forgets the subscription's query; nothing happens when it has none.
  public void remove(long subscription) {
    locked(() -> leave(bySubscription.remove(subscription), subscription));
  }

  /// Reads every stored query anew with other name spellings.
  public void names(NameVariants names) {
    locked(
        () -> {
          Filed fresh = new Filed(new Compiler(names), new ConcurrentHashMap<>());
          Map<Query, Entry> entries = new HashMap<>();
          byQuery.forEach(
              (query, entry) -> {
                Entry again = file(fresh, query);
                again.subscriptions = entry.subscriptions;
                entries.put(query, again);
              });
          byQuery.putAll(entries);
          bySubscription.replaceAll((_, entry) -> entries.getOrDefault(entry.query, entry));
          filed = fresh;
        });
  }

  /// The subscriptions whose query `text` makes true, by rising number.
  public List<Found> match(MatchText text) {
    Set<Entry> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Found> found = new ArrayList<>();
    Map<String, Entry[]> byKey = filed.byKey();
    for (String key : text.keys()) {
      for (Entry entry : byKey.getOrDefault(key, NOTHING)) {
        if (seen.add(entry)) {
          check(entry, text, found);
        }
      }
    }
    found.sort(Comparator.comparingLong(Found::subscription));
    return once(found);
  }

  /// The program of `query` with the present name spellings.
  Program compile(Query query) {
    return filed.compiler().compile(query);
  }

  private static void check(Entry entry, MatchText text, List<Found> found) {
    long[] subscriptions = entry.subscriptions;
    if (subscriptions.length > 0 && entry.program.holds(text)) {
      List<Hit> hits = entry.program.hits(text);
      for (long subscription : subscriptions) {
        found.add(new Found(subscription, hits));
      }
    }
  }

  /// Without the second of two for one subscription, seen while its query was being replaced.
  private static List<Found> once(List<Found> sorted) {
    Set<Long> told = new HashSet<>();
    return sorted.stream().filter(found -> told.add(found.subscription())).toList();
  }

  private void leave(@Nullable Entry entry, long subscription) {
    if (entry == null) {
      return;
    }
    entry.subscriptions =
        Arrays.stream(entry.subscriptions).filter(s -> s != subscription).toArray();
    if (entry.subscriptions.length == 0) {
      byQuery.remove(entry.query);
      entry.keys.forEach(
          key -> filed.byKey().computeIfPresent(key, (_, entries) -> without(entries, entry)));
    }
  }

  private static Entry file(Filed where, Query query) {
    Entry entry = new Entry(query, where.compiler());
    entry.keys.forEach(
        key -> where.byKey().merge(key, new Entry[] {entry}, (old, added) -> with(old, added[0])));
    return entry;
  }

  private static Entry[] with(Entry[] entries, Entry added) {
    Entry[] more = Arrays.copyOf(entries, entries.length + 1);
    more[entries.length] = added;
    return more;
  }

  private static long[] with(long[] subscriptions, long added) {
    long[] more = Arrays.copyOf(subscriptions, subscriptions.length + 1);
    more[subscriptions.length] = added;
    return more;
  }

  private static Entry @Nullable [] without(Entry[] entries, Entry removed) {
    Entry[] left = Arrays.stream(entries).filter(e -> e != removed).toArray(Entry[]::new);
    return left.length == 0 ? null : left;
  }

  private void locked(Runnable change) {
    writing.lock();
    try {
      change.run();
    } finally {
      writing.unlock();
    }
  }
}

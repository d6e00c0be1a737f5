package app.bellwire.match;

import app.bellwire.match.Filed.Entry;
import app.bellwire.match.Filed.Member;
import app.bellwire.query.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

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

  /// Ended subscriptions that may take room before everything is filed anew.
  private static final int LEFTOVERS = 1_000;

  private final ReentrantLock writing = new ReentrantLock();
  private final Map<Long, Query> stored = new HashMap<>();
  private volatile Filed filed;

  /// An index that reads no meaning.
  public QueryIndex(NameVariants names) {
    this(names, Meanings.none("a model"));
  }

  public QueryIndex(NameVariants names, Meanings meanings) {
    this.filed = new Filed(new Compiler(names, meanings));
  }

  /// Stores `query`, in place of the one that the subscription had. Visible to [#match] on return.
  public void put(long subscription, Query query) {
    locked(
        () -> {
          if (!query.equals(stored.put(subscription, query))) {
            filed.put(subscription, query);
            tidy();
          }
        });
  }

  /// Forgets the subscription's query; nothing happens when it has none.
  public void remove(long subscription) {
    locked(
        () -> {
          stored.remove(subscription);
          filed.remove(subscription);
          tidy();
        });
  }

  /// Reads every stored query anew with other name spellings.
  public void names(NameVariants names) {
    locked(() -> fileAnew(new Compiler(names, filed.compiler().meanings())));
  }

  /// The subscriptions whose query `text` makes true, by rising number.
  public List<Found> match(MatchText text) {
    Filed present = filed;
    long version = present.version();
    Set<Entry> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Found> found = new ArrayList<>();
    for (String key : text.keys()) {
      for (Entry entry : present.under(key)) {
        if (seen.add(entry)) {
          check(entry, version, text, found);
        }
      }
    }
    found.sort(Comparator.comparingLong(Found::subscription));
    return found;
  }

  /// The program of `query` with the present name spellings.
  Program compile(Query query) {
    return filed.compiler().compile(query);
  }

  private static void check(Entry entry, long version, MatchText text, List<Found> found) {
    Member[] members = entry.members;
    if (stands(members, version) && entry.program.holds(text)) {
      List<Hit> hits = entry.program.hits(text);
      for (Member member : members) {
        if (member.standsAt(version)) {
          found.add(new Found(member.subscription, hits));
        }
      }
    }
  }

  private static boolean stands(Member[] members, long version) {
    for (Member member : members) {
      if (member.standsAt(version)) {
        return true;
      }
    }
    return false;
  }

  private void tidy() {
    if (filed.gone() > LEFTOVERS && filed.gone() > stored.size()) {
      fileAnew(filed.compiler());
    }
  }

  private void fileAnew(Compiler compiler) {
    Filed fresh = new Filed(compiler);
    stored.forEach(fresh::put);
    filed = fresh;
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

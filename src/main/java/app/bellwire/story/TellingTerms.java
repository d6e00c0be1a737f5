package app.bellwire.story;

import app.bellwire.text.Terms;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// An inverted index from the telling words of events to the events, to find the few that an
/// article is worth comparing with. Indexed are the words of a report's lead and those that its
/// text has more than once. Confined to the decider.
final class TellingTerms {
  /// Words of an article that are looked up, those of the most weight.
  private static final int LOOKED_UP = 32;

  /// Words that stand in more than one event of so many tell nothing; in a small window all do.
  private static final int COMMON = 25;

  private static final int SMALL = 100;

  private final Map<Integer, Postings> postings = new HashMap<>();

  /// Events by a small number each, which is given again when its event is gone.
  private final Map<Long, Integer> slots = new HashMap<>();

  private final Deque<Integer> free = new ArrayDeque<>();
  private long[] events = new long[64];

  /// A growing list of slots.
  private static final class Postings {
    private int[] slots = new int[2];
    private int size;

    void add(int slot) {
      if (size == slots.length) {
        slots = Arrays.copyOf(slots, size * 2);
      }
      slots[size++] = slot;
    }

    void remove(int slot) {
      for (int i = 0; i < size; i++) {
        if (slots[i] == slot) {
          slots[i] = slots[--size];
          return;
        }
      }
    }
  }

  /// A word of an article and what it weighs.
  private record Weighted(int term, double weight) {}

  void add(Open open) {
    int slot = free.isEmpty() ? slots.size() : free.pop();
    if (slot == events.length) {
      events = Arrays.copyOf(events, slot * 2);
    }
    events[slot] = open.event().id();
    slots.put(open.event().id(), slot);
    terms(open).forEach(t -> postings.computeIfAbsent(t, term -> new Postings()).add(slot));
  }

  void remove(Open open) {
    Integer slot = slots.remove(open.event().id());
    if (slot == null) {
      return;
    }
    for (int term : terms(open)) {
      Postings those = postings.get(term);
      if (those != null) {
        those.remove(slot);
        if (those.size == 0) {
          postings.remove(term);
        }
      }
    }
    free.push(slot);
  }

  private static Set<Integer> terms(Open open) {
    Set<Integer> terms = new HashSet<>();
    open.members().forEach(member -> addTelling(member, terms));
    return terms;
  }

  private static void addTelling(Profile member, Set<Integer> into) {
    for (int i = 0; i < member.lead().size(); i++) {
      into.add(member.lead().id(i));
    }
    for (int i = 0; i < member.terms().size(); i++) {
      if (member.terms().count(i) > 1) {
        into.add(member.terms().id(i));
      }
    }
  }

  /// The events that share the most weight of telling words, the heaviest first, at most `most`.
  List<Long> likeliest(Terms.Weighed article, Terms lead, int most) {
    double[] shared = new double[events.length];
    int common = Math.max(SMALL, slots.size() / COMMON);
    for (Weighted word : words(article, lead)) {
      Postings those = postings.get(word.term());
      if (those != null && those.size <= common) {
        for (int i = 0; i < those.size; i++) {
          shared[those.slots[i]] += word.weight();
        }
      }
    }
    return IntStream.range(0, shared.length)
        .filter(slot -> shared[slot] > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(slot -> shared[slot])
                .reversed()
                .thenComparing(slot -> events[slot]))
        .limit(most)
        .map(slot -> events[slot])
        .toList();
  }

  private static List<Weighted> words(Terms.Weighed article, Terms lead) {
    List<Weighted> words = new ArrayList<>();
    for (int i = 0; i < article.terms().size(); i++) {
      int term = article.terms().id(i);
      if (article.terms().count(i) > 1 || lead.has(term)) {
        words.add(new Weighted(term, article.square(i)));
      }
    }
    words.sort(
        Comparator.comparingDouble(Weighted::weight).reversed().thenComparing(Weighted::term));
    return words.subList(0, Math.min(LOOKED_UP, words.size()));
  }
}

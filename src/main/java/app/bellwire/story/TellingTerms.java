package app.bellwire.story;

import app.bellwire.text.IntIndex;
import app.bellwire.text.Terms;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
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

  private static final int[] NOWHERE = {};

  /// The slots of the events that have a term; most terms are in one.
  private final Map<Integer, int[]> postings = new HashMap<>();

  /// Events by a small number each, which is given again when its event is gone.
  private final Map<Long, Integer> slots = new HashMap<>();

  private final Deque<Integer> free = new ArrayDeque<>();
  private long[] events = new long[64];

  /// A word of an article and what it weighs.
  private record Weighted(int term, double weight) {}

  void add(Open open) {
    int slot = newSlot(open);
    telling(open.members()).forEach(term -> addTo(term, slot));
  }

  /// Notes what an event says now instead of `before`.
  void replace(Open before, Open now) {
    int slot = Objects.requireNonNull(slots.get(before.event().id()));
    terms(before, now).forEach(term -> removeFrom(term, slot));
    terms(now, before).forEach(term -> addTo(term, slot));
  }

  private int newSlot(Open open) {
    int slot = free.isEmpty() ? slots.size() : free.pop();
    if (slot == events.length) {
      events = Arrays.copyOf(events, slot * 2);
    }
    events[slot] = open.event().id();
    slots.put(open.event().id(), slot);
    return slot;
  }

  void remove(Open open) {
    Integer slot = slots.remove(open.event().id());
    if (slot != null) {
      telling(open.members()).forEach(term -> removeFrom(term, slot));
      free.push(slot);
    }
  }

  private void addTo(int term, int slot) {
    postings.merge(term, new int[] {slot}, (slots, one) -> with(slots, slot));
  }

  private void removeFrom(int term, int slot) {
    postings.computeIfPresent(term, (t, slots) -> slots.length == 1 ? null : without(slots, slot));
  }

  private static int[] with(int[] slots, int slot) {
    int[] more = Arrays.copyOf(slots, slots.length + 1);
    more[slots.length] = slot;
    return more;
  }

  private static int[] without(int[] slots, int slot) {
    int at = 0;
    while (slots[at] != slot) {
      at++;
    }
    int[] fewer = Arrays.copyOf(slots, slots.length - 1);
    System.arraycopy(slots, at + 1, fewer, at, fewer.length - at);
    return fewer;
  }

  /// Terms that `open` is found by and `other` is not.
  private static IntStream terms(Open open, Open other) {
    int[] terms =
        telling(open.members().stream().filter(member -> !other.has(member)).toList()).toArray();
    IntIndex index = new IntIndex(terms);
    boolean[] both = new boolean[terms.length];
    IntConsumer note =
        term -> {
          int at = index.of(term);
          if (at >= 0) {
            both[at] = true;
          }
        };
    other.members().forEach(member -> telling(member, note));
    return IntStream.range(0, terms.length).filter(at -> !both[at]).map(at -> terms[at]);
  }

  private static IntStream telling(Collection<Profile> members) {
    IntStream.Builder terms = IntStream.builder();
    members.forEach(member -> telling(member, terms));
    return terms.build().sorted().distinct();
  }

  /// Some of them twice.
  private static void telling(Profile member, IntConsumer each) {
    for (int i = 0; i < member.lead().size(); i++) {
      each.accept(member.lead().id(i));
    }
    for (int i = 0; i < member.terms().size(); i++) {
      if (member.terms().count(i) > 1) {
        each.accept(member.terms().id(i));
      }
    }
  }

  /// The events that share the most weight of telling words, the heaviest first, at most `most`.
  List<Long> likeliest(Terms.Weighed article, Terms lead, int most) {
    double[] shared = new double[events.length];
    int common = Math.max(SMALL, slots.size() / COMMON);
    for (Weighted word : words(article, lead)) {
      int[] those = postings.getOrDefault(word.term(), NOWHERE);
      if (those.length <= common) {
        for (int slot : those) {
          shared[slot] += word.weight();
        }
      }
    }
    return heaviest(shared, most);
  }

  /// By their weight, the earlier event of equals first.
  private List<Long> heaviest(double[] weights, int most) {
    Comparator<Integer> lightest =
        Comparator.<Integer>comparingDouble(slot -> weights[slot])
            .thenComparing(slot -> events[slot], Comparator.reverseOrder());
    PriorityQueue<Integer> heaviest = new PriorityQueue<>(lightest);
    for (int slot = 0; slot < weights.length; slot++) {
      if (weights[slot] > 0
          && (heaviest.size() < most || weights[slot] >= weights[heaviest.element()])) {
        heaviest.add(slot);
      }
      if (heaviest.size() > most) {
        heaviest.remove();
      }
    }
    return heaviest.stream().sorted(lightest.reversed()).map(slot -> events[slot]).toList();
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

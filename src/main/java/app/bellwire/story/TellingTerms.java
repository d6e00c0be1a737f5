package app.bellwire.story;

import app.bellwire.text.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An inverted index from the telling words of events to the events, to find the few that an
/// article is worth comparing with. Indexed are the words of a report's lead and those that its
/// text has more than once. Confined to the decider.
final class TellingTerms {
  /// Words of an article that are looked up, those of the most weight.
  private static final int LOOKED_UP = 48;

  private final Map<Integer, Postings> postings = new HashMap<>();

  /// A growing list of event ids.
  private static final class Postings {
    private long[] events = new long[2];
    private int size;

    void add(long event) {
      if (size == events.length) {
        events = Arrays.copyOf(events, size * 2);
      }
      events[size++] = event;
    }

    void remove(long event) {
      for (int i = 0; i < size; i++) {
        if (events[i] == event) {
          events[i] = events[--size];
          return;
        }
      }
    }
  }

  /// A word of an article and what it weighs.
  private record Weighted(int term, double weight) {}

  void add(Open open) {
    terms(open).forEach(t -> postings.computeIfAbsent(t, term -> new Postings()).add(id(open)));
  }

  void remove(Open open) {
    for (int term : terms(open)) {
      Postings events = postings.get(term);
      if (events != null) {
        events.remove(id(open));
        if (events.size == 0) {
          postings.remove(term);
        }
      }
    }
  }

  private static long id(Open open) {
    return open.event().id();
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
    Map<Long, Double> shared = new HashMap<>();
    for (Weighted word : words(article, lead)) {
      Postings events = postings.get(word.term());
      for (int i = 0; events != null && i < events.size; i++) {
        shared.merge(events.events[i], word.weight(), Double::sum);
      }
    }
    Comparator<Map.Entry<Long, Double>> heaviest =
        Map.Entry.<Long, Double>comparingByValue().reversed();
    return shared.entrySet().stream()
        .sorted(heaviest.thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
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

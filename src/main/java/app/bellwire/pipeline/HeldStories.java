package app.bellwire.pipeline;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Alert.Change;
import app.bellwire.alert.Alert.Kind;
import app.bellwire.story.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Several alerts of a story as one, and an alert as it stands after a later one. Pure.
final class HeldStories {
  private HeldStories() {}

  /// One alert a story, as it stands after the last of its alerts.
  ///
  /// @param held of one chat, oldest first
  static List<Alert> of(List<Alert> held) {
    return byStory(held).values().stream().map(HeldStories::merged).toList();
  }

  /// Alerts of one chat by story, in the order in which the stories began.
  static Map<Long, List<Alert>> byStory(List<Alert> held) {
    Map<Long, List<Alert>> stories = new LinkedHashMap<>();
    held.forEach(a -> stories.computeIfAbsent(a.event(), event -> new ArrayList<>()).add(a));
    return stories;
  }

  /// The alerts of a story as they are told one after the other: follow-ups of the same agency in a
  /// row are one, since each sentence stands under the agency that reports it.
  ///
  /// @param story oldest first
  static List<Alert> singly(List<Alert> story) {
    List<Alert> told = new ArrayList<>();
    for (Alert alert : story) {
      boolean goesOn = !told.isEmpty() && goesOn(told.getLast(), alert);
      told.add(goesOn ? joined(told.removeLast(), alert) : alert);
    }
    return List.copyOf(told);
  }

  private static boolean goesOn(Alert before, Alert alert) {
    return before.kind() == Kind.FOLLOW_UP
        && alert.kind() == Kind.FOLLOW_UP
        && before.lead().agency().equals(alert.lead().agency());
  }

  private static Alert joined(Alert before, Alert alert) {
    SequencedSet<String> sentences = new LinkedHashSet<>(before.sentences());
    sentences.addAll(alert.sentences());
    return alert.saying(List.copyOf(sentences));
  }

  private static Alert merged(List<Alert> story) {
    Alert first = story.getFirst();
    Alert last = story.getLast();
    if (first == last) {
      return first;
    }
    return (first.kind() == Kind.FIRST ? last.root() : last).saying(sentences(story));
  }

  /// What happened and what is new stand first, because a line may show no more than two.
  private static List<String> sentences(List<Alert> story) {
    SequencedSet<String> sentences = new LinkedHashSet<>();
    story.getFirst().sentences().stream().limit(1).forEach(sentences::add);
    story.reversed().forEach(alert -> alert.sentences().stream().limit(1).forEach(sentences::add));
    story.forEach(alert -> sentences.addAll(alert.sentences()));
    return List.copyOf(sentences);
  }

  /// `alert` as it stands after `now`, a later one of its event in the chat.
  static Alert after(Alert alert, Alert now) {
    return alert.kind() == Kind.FIRST
        ? now.root().saying(stillTrue(alert, now))
        : alert.under(now.root()).saying(putRight(alert.sentences(), now));
  }

  /// A report that is taken back leaves only what the first message says now, since nobody can tell
  /// which of the other sentences were its own.
  private static List<String> stillTrue(Alert first, Alert now) {
    return now.kind() == Kind.WITHDRAWN ? now.root().sentences() : putRight(first.sentences(), now);
  }

  private static List<String> putRight(List<String> told, Alert now) {
    List<String> right = new ArrayList<>();
    for (String sentence : told) {
      String corrected = sentence;
      for (Change change : now.marks().corrections()) {
        corrected =
            change.was().isEmpty() ? corrected : corrected.replace(change.was(), change.now());
      }
      right.add(corrected.strip());
    }
    right.removeIf(String::isEmpty);
    return List.copyOf(right);
  }

  static boolean allWithdrawn(Alert alert) {
    return alert.reports().stream().allMatch(Report::withdrawn);
  }
}

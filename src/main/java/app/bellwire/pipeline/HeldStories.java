package app.bellwire.pipeline;

import app.bellwire.alert.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// What is held for a chat, one alert a story: the story as it stands after the last of its alerts.
/// Pure.
final class HeldStories {
  private HeldStories() {}

  /// @param held of one chat, oldest first
  static List<Alert> of(List<Alert> held) {
    Map<Long, List<Alert>> stories = new LinkedHashMap<>();
    held.forEach(a -> stories.computeIfAbsent(a.event(), event -> new ArrayList<>()).add(a));
    return stories.values().stream().map(HeldStories::merged).toList();
  }

  private static Alert merged(List<Alert> story) {
    Alert first = story.getFirst();
    Alert last = story.getLast();
    if (first == last) {
      return first;
    }
    Alert now = first.kind() == Alert.Kind.FIRST ? last.root() : last;
    return new Alert(
        now.id(),
        now.chat(),
        now.event(),
        now.revision(),
        now.kind(),
        now.lead(),
        sentences(story),
        now.reports(),
        now.why(),
        now.marks(),
        now.decided(),
        now.extra());
  }

  /// What happened and what is new stand first, because a line may show no more than two.
  private static List<String> sentences(List<Alert> story) {
    SequencedSet<String> sentences = new LinkedHashSet<>();
    story.getFirst().sentences().stream().limit(1).forEach(sentences::add);
    story.reversed().forEach(alert -> alert.sentences().stream().limit(1).forEach(sentences::add));
    story.forEach(alert -> sentences.addAll(alert.sentences()));
    return List.copyOf(sentences);
  }
}

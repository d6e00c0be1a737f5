package app.bellwire.story;

import java.util.List;
import java.util.Optional;

/// Places later reports as people have said of earlier ones. What was placed stays where it is; a
/// label counts from the next report on:
///
/// - *Not the same*: a report that is most like the parted report of an event does not join that
///   event. It goes to the next likely one, or opens one of its own, which those after it then
///   find.
/// - *Same*: a report that would join the event of the one report joins the event of the other, as
///   long as that takes reports. One step only: labels are not chained.
///
/// The parted report itself stays in its event, and so do its own revisions. Among more than
/// [Thresholds#MEMBERS] reports one that is no longer compared with parts nothing. Only labels that
/// steer count. Confined to the decider.
final class Steering {
  private final StoryLabels labels;

  Steering(StoryLabels labels) {
    this.labels = labels;
  }

  /// The event that the article of `comparison` joins where the rules say `found`: another one,
  /// `found` itself, or none when it is kept apart from it.
  Optional<Open> instead(Open found, Comparison comparison, Window window) {
    List<StoryLabel> said =
        labels.of(found.event().id()).stream().filter(StoryLabel::steers).toList();
    if (said.isEmpty()) {
      return Optional.of(found);
    }
    long likest = comparison.likest(found).article();
    if (said.stream().anyMatch(label -> !label.same() && label.article() == likest)) {
      return Optional.empty();
    }
    return said.stream()
        .filter(label -> label.same() && holds(found, label.article()))
        .flatMap(label -> window.taking(label.other()).stream())
        .filter(open -> open.event().id() != found.event().id())
        .reduce((earlier, later) -> later)
        .or(() -> Optional.of(found));
  }

  private static boolean holds(Open open, long article) {
    return open.event().reports().stream().anyMatch(report -> report.articleId() == article);
  }
}

package app.bellwire.story;

import java.util.List;

/// Keeps what people have said of pairs of reports. Implementations are thread-safe; writes join
/// the caller's transaction.
public interface StoryLabels {
  /// Nobody has said anything.
  StoryLabels NONE = new NoLabels();

  /// Keeps the label, in place of an earlier one of the same two reports in either order.
  void save(StoryLabel label);

  /// Takes back what was said of the two reports, in either order.
  void remove(long article, long other);

  /// The labels in which a report of the event is one of the two, oldest first.
  List<StoryLabel> of(long event);

  /// Every label, oldest first.
  List<StoryLabel> all();
}

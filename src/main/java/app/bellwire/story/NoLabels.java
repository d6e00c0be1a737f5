package app.bellwire.story;

import java.util.List;

/// For placing without people: measurements and rehearsals. Immutable.
final class NoLabels implements StoryLabels {
  @Override
  public void save(StoryLabel label) {
    throw new UnsupportedOperationException("Labels are kept by a store only");
  }

  @Override
  public void remove(long article, long other) {
    throw new UnsupportedOperationException("Labels are kept by a store only");
  }

  @Override
  public List<StoryLabel> of(long event) {
    return List.of();
  }

  @Override
  public List<StoryLabel> all() {
    return List.of();
  }
}

package app.bellwire.chat;

import java.time.Duration;
import java.util.List;

/// How fast a network takes messages: overall, to one chat, and to one group besides. All hold at
/// once. Immutable.
public record Limits(List<Window> overall, List<Window> chat, List<Window> group) {
  /// A network that takes whatever comes.
  public static final Limits NONE = new Limits(List.of(), List.of(), List.of());

  public Limits {
    overall = List.copyOf(overall);
    chat = List.copyOf(chat);
    group = List.copyOf(group);
  }

  /// At most `count` messages in any stretch of `span`.
  public record Window(int count, Duration span) {
    public Window {
      if (count < 1 || span.isNegative() || span.isZero()) {
        throw new IllegalArgumentException("No window: " + count + " in " + span);
      }
    }
  }
}

package app.bellwire.alert;

import app.bellwire.chat.ChatId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One message that tells several stories, as they stand. Immutable.
///
/// @param since from when on it tells
/// @param made when it was told first
/// @param stories one alert a story
/// @param withdrawn reports that were withdrawn before they reached the chat
public record Digest(
    long id,
    ChatId chat,
    Occasion occasion,
    Instant since,
    Instant made,
    List<Alert> stories,
    int withdrawn) {
  private static final String THREAD = "digest:";

  /// Why stories are told together.
  public sealed interface Occasion {
    /// @param next when the next one comes, where that is known
    record Daily(Optional<Instant> next) implements Occasion {}

    /// The end of quiet hours.
    record QuietOver() implements Occasion {}

    /// A new day after one whose limit was reached.
    record NewDay() implements Occasion {}

    /// Somebody resumed.
    record Resumed() implements Occasion {}

    /// The chat takes messages again.
    ///
    /// @param reason why it did not, as in "removed from the channel"
    record Back(String reason) implements Occasion {}
  }

  public Digest {
    stories = List.copyOf(stories);
  }

  /// The same message with its stories as they now stand.
  public Digest with(List<Alert> other) {
    return new Digest(id, chat, occasion, since, made, other, withdrawn);
  }

  /// The thread that begins with this message.
  public String thread() {
    return THREAD + id;
  }

  /// Whether the chat was told the event here for the first time, so that it has no message of its
  /// own.
  public boolean introduces(long event) {
    return stories.stream().anyMatch(s -> s.event() == event && s.kind() == Alert.Kind.FIRST);
  }
}

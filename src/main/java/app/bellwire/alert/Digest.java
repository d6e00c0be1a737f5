package app.bellwire.alert;

import app.bellwire.chat.ChatId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Several stories told together, as they stand, in one message or in more. Immutable.
///
/// @param since from when on it tells
/// @param made when it was told first
/// @param stories one alert a story
/// @param withdrawn reports that were withdrawn before they reached the chat
/// @param parts how many of the stories each message tells, in order; never changed once it is
///   told. Those left over come when somebody asks for them
public record Digest(
    long id,
    ChatId chat,
    Occasion occasion,
    Instant since,
    Instant made,
    List<Alert> stories,
    int withdrawn,
    List<Integer> parts) {
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
    parts = List.copyOf(parts);
  }

  /// All of it in one message.
  public Digest(
      long id,
      ChatId chat,
      Occasion occasion,
      Instant since,
      Instant made,
      List<Alert> stories,
      int withdrawn) {
    this(id, chat, occasion, since, made, stories, withdrawn, List.of(stories.size()));
  }

  /// The same with its stories as they now stand.
  public Digest with(List<Alert> other) {
    return new Digest(id, chat, occasion, since, made, other, withdrawn, parts);
  }

  /// The same in messages that tell so many stories each.
  public Digest inParts(List<Integer> other) {
    return new Digest(id, chat, occasion, since, made, stories, withdrawn, other);
  }

  /// The stories of one message.
  ///
  /// @param part counted from 0
  public List<Alert> part(int part) {
    int from = before(part);
    return stories.subList(from, Math.min(stories.size(), from + parts.get(part)));
  }

  /// How many stories the messages before that one tell; with the number of parts, all that are
  /// told.
  public int before(int part) {
    return parts.subList(0, part).stream().mapToInt(Integer::intValue).sum();
  }

  /// The stories that no message tells.
  public List<Alert> leftOver() {
    return stories.subList(Math.min(stories.size(), before(parts.size())), stories.size());
  }

  /// The message that tells the event; the last one for an event that none tells.
  public int partOf(long event) {
    return IntStream.range(0, parts.size())
        .filter(part -> part(part).stream().anyMatch(story -> story.event() == event))
        .findFirst()
        .orElse(parts.size() - 1);
  }

  /// The thread that begins with that message.
  public String thread(int part) {
    return part == 0 ? THREAD + id : THREAD + id + "/" + (part + 1);
  }

  /// Whether the chat was told the event here for the first time, so that it has no message of its
  /// own.
  public boolean introduces(long event) {
    return stories.stream().anyMatch(s -> s.event() == event && s.kind() == Alert.Kind.FIRST);
  }
}

package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a bot has said to a [TelegramServer], in order. Thread-safe.
public final class TelegramTranscript {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// What was done.
  public enum Kind {
    SEND,
    EDIT,
    ANSWER
  }

  /// One thing said.
  ///
  /// @param order from 1
  /// @param request the parameters of the call
  /// @param message as it then stood; for an answer, the message whose button was pressed
  /// @param words the text with its entities, those that were sent apart from those found
  /// @param nanos when it came, by a clock that is never set
  public record Entry(
      int order,
      Kind kind,
      long chat,
      JsonNode request,
      TelegramMessage message,
      TelegramText words,
      long nanos) {
    public String text() {
      return words.text();
    }

    /// Whether it made no sound.
    public boolean silent() {
      return request.path("disable_notification").asBoolean();
    }

    /// The topic it stands in, 0 for none.
    public int thread() {
      return message.thread();
    }

    /// The message it answers, 0 for none.
    public int replyTo() {
      return message.json().path("reply_to_message").path("message_id").asInt();
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  synchronized void add(
      Kind kind, long chat, JsonNode request, TelegramMessage message, TelegramText words) {
    int order = entries.size() + 1;
    entries.add(new Entry(order, kind, chat, request, message, words, System.nanoTime()));
    notifyAll();
  }

  /// Everything so far.
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /// What was sent or edited in a chat so far.
  public List<Entry> of(long chat) {
    return entries().stream().filter(shownIn(chat)).toList();
  }

  /// Texts of the messages sent to a chat, as they were then.
  public List<String> texts(long chat) {
    Stream<Entry> sent = of(chat).stream().filter(entry -> entry.kind == Kind.SEND);
    return sent.map(Entry::text).toList();
  }

  private static Predicate<Entry> shownIn(long chat) {
    return entry -> entry.chat == chat && entry.kind != Kind.ANSWER;
  }

  /// How many things were said so far: what comes after is awaited with [#awaitAfter(int,
  /// Predicate)].
  public synchronized int size() {
    return entries.size();
  }

  /// Waits for a message or an edit in a chat whose text contains this; the first one, if there are
  /// several.
  public Entry await(long chat, String part) {
    return awaitAfter(0, chat, part);
  }

  /// The same among what is said after the first `order` things.
  public Entry awaitAfter(int order, long chat, String part) {
    return awaitAfter(order, shownIn(chat).and(entry -> entry.text().contains(part)));
  }

  /// Waits for the first thing said after the first `order` ones that is as wanted.
  public Entry awaitAfter(int order, Predicate<Entry> wanted) {
    return await(1, wanted.and(entry -> entry.order > order), PATIENCE).getFirst();
  }

  /// Waits for so many things that are as wanted.
  public synchronized List<Entry> await(int count, Predicate<Entry> wanted, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    List<Entry> found = entries.stream().filter(wanted).toList();
    while (found.size() < count) {
      pause(end - System.nanoTime(), found.size() + " of " + count + " came");
      found = entries.stream().filter(wanted).toList();
    }
    return found;
  }

  @SuppressWarnings("WaitNotInLoop") // the caller loops
  private void pause(long nanos, String so) {
    if (nanos <= 0) {
      throw new AssertionError(so + "; said was " + entries.stream().map(Entry::text).toList());
    }
    try {
      wait(nanos / 1_000_000 + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}

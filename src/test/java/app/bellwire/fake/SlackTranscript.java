package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What the app has said to a [SlackServer], in order. Thread-safe.
public final class SlackTranscript {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// What was done.
  public enum Kind {
    /// A message everybody sees.
    POST,
    /// A message one person sees.
    EPHEMERAL,
    UPDATE,
    DELETE,
    /// A modal was opened or put on top.
    OPEN,
    UPDATE_VIEW,
    HOME
  }

  /// One thing said.
  ///
  /// @param order from 1
  /// @param channel empty for a view
  /// @param user who sees it; empty for everybody
  /// @param content the message or view as it then stood
  /// @param request the arguments of the call; empty for what came by an ack or a response_url
  /// @param nanos when it came, by a clock that is never set
  public record Entry(
      int order,
      Kind kind,
      String channel,
      String user,
      JsonNode content,
      JsonNode request,
      long nanos) {
    public SlackMessage message() {
      return new SlackMessage(content);
    }

    /// All its words, without the labels of buttons.
    public String words() {
      return message().words();
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  void add(Kind kind, String channel, String user, ObjectNode content) {
    add(kind, channel, user, content, JsonNodeFactory.instance.objectNode());
  }

  synchronized void add(
      Kind kind, String channel, String user, ObjectNode content, ObjectNode request) {
    int order = entries.size() + 1;
    JsonNode asIs = content.deepCopy();
    entries.add(new Entry(order, kind, channel, user, asIs, request, System.nanoTime()));
    notifyAll();
  }

  /// Everything so far.
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  public List<Entry> of(Kind kind) {
    return entries().stream().filter(entry -> entry.kind == kind).toList();
  }

  /// How many things were said so far: what comes after is awaited with [#awaitAfter].
  public synchronized int size() {
    return entries.size();
  }

  /// Waits for something whose words contain this; the first one, if there are several.
  public Entry await(String part) {
    return awaitAfter(0, part);
  }

  /// The same of one kind.
  public Entry await(Kind kind, String part) {
    return awaitAfter(0, entry -> entry.kind == kind && entry.words().contains(part));
  }

  /// The same among what is said after the first `order` things.
  public Entry awaitAfter(int order, String part) {
    return awaitAfter(order, entry -> entry.words().contains(part));
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
      throw new AssertionError(so + "; said was " + entries.stream().map(Entry::words).toList());
    }
    try {
      wait(nanos / 1_000_000 + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}

package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A command, a press or an event on its way to the app. Thread-safe.
public final class SlackDelivery {
  /// How it travels.
  public enum Kind {
    SLASH("slash_commands"),
    INTERACTIVE("interactive"),
    EVENT("events_api");

    final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /// What the app answered in time.
  ///
  /// @param payload a missing node when the ack said nothing
  /// @param took from the attempt that was acked
  public record Ack(JsonNode payload, Duration took) {}

  private final Kind kind;
  private final ObjectNode payload;
  private final Consumer<JsonNode> reaction;
  private final AtomicInteger attempts = new AtomicInteger();
  private final CompletableFuture<Ack> ack = new CompletableFuture<>();

  SlackDelivery(Kind kind, ObjectNode payload, Consumer<JsonNode> reaction) {
    this.kind = kind;
    this.payload = payload;
    this.reaction = reaction;
  }

  public Kind kind() {
    return kind;
  }

  public ObjectNode payload() {
    return payload;
  }

  /// How often it was sent, or would have been had there been a connection.
  public int attempts() {
    return attempts.get();
  }

  int begin() {
    return attempts.incrementAndGet();
  }

  /// Does what the ack brings about, before anybody learns of it.
  void react(JsonNode said) {
    reaction.accept(said);
  }

  void acked(Ack with) {
    var _ = ack.complete(with);
  }

  void givenUp(String why) {
    var _ = ack.completeExceptionally(new IllegalStateException(why));
  }

  boolean isOver() {
    return ack.isDone();
  }

  /// The ack, if it came already.
  public Optional<Ack> acked() {
    return ack.state() == Future.State.SUCCESS ? Optional.of(ack.resultNow()) : Optional.empty();
  }

  /// Whether Slack has told the person that it failed, or has given an event up.
  public boolean failed() {
    return ack.isCompletedExceptionally();
  }

  /// Waits for the ack.
  public Ack await() {
    return await(Duration.ofSeconds(10));
  }

  public Ack await(Duration patience) {
    try {
      return ack.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError(kind + " was not acked in " + patience, e);
    } catch (ExecutionException e) {
      throw new AssertionError(kind + " was given up: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}

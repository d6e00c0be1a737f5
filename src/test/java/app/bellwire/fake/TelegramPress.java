package app.bellwire.fake;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A button that somebody has pressed and that shows that it is busy until the bot answers.
/// Thread-safe.
public final class TelegramPress {
  /// What the presser was shown.
  ///
  /// @param text empty when nothing was shown
  /// @param alert whether it had to be clicked away
  /// @param took from the press
  public record Answer(String text, boolean alert, Duration took) {}

  private final String id;
  private final long chat;
  private final int message;
  private final long begun = System.nanoTime();
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();

  TelegramPress(String id, long chat, int message) {
    this.id = id;
    this.chat = chat;
    this.message = message;
  }

  /// The id of its callback query.
  public String id() {
    return id;
  }

  long chat() {
    return chat;
  }

  int message() {
    return message;
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /// Ends the wait of whoever pressed.
  ///
  /// @return whether it was the first answer
  boolean answer(String text, boolean alert) {
    return answer.complete(new Answer(text, alert, age()));
  }

  boolean isAnswered() {
    return answer.isDone();
  }

  /// The answer, if it came already.
  public Optional<Answer> answered() {
    return Optional.ofNullable(answer.getNow(null));
  }

  /// Waits for the answer.
  public Answer await(Duration patience) {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the press " + id + " was not answered in " + patience, e);
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}

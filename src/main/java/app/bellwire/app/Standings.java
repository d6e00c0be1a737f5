package app.bellwire.app;

import app.bellwire.chat.Chat;
import app.bellwire.chat.Standing;
import app.bellwire.chat.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks networks about chats that somebody named, waits a few seconds at most, and remembers for a
/// short time what they said: commands are carried out one after the other, and who asks again and
/// again, or while a network does not answer, is not to keep the others waiting. A change is
/// allowed by what was said within the last second at most. Thread-safe.
final class Standings {
  /// How long is waited for all that is asked about one chat.
  static final Duration BUDGET = Duration.ofSeconds(4);

  /// How long an answer is good for; and for how long a network that said nothing is left alone.
  static final Duration REMEMBERED = Duration.ofSeconds(10);

  /// The same for somebody who has done something meanwhile.
  static final Duration ANEW = Duration.ofSeconds(1);

  private static final int MANY = 1_000;

  private record Question(String network, String named, UserId asker) {}

  private record Answered(Standing standing, Instant at) {}

  private final ThreadFactory threads;
  private final InstantSource clock;
  private final Map<String, Instant> unsaid = new LinkedHashMap<>();
  private final Map<Question, Answered> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answered> eldest) {
          return size() > MANY;
        }
      };

  /// @param threads makes virtual threads
  Standings(ThreadFactory threads, InstantSource clock) {
    this.threads = threads;
    this.clock = clock;
  }

  /// @param anew as [app.bellwire.command.Install#standing]
  Standing ask(Chat chat, String named, UserId asker, boolean anew) {
    Question question = new Question(chat.network(), named, asker);
    synchronized (this) {
      if (within(REMEMBERED, unsaid.get(chat.network()))) {
        return new Standing.Unsaid();
      }
      Answered known = answers.get(question);
      if (known != null && within(anew ? ANEW : REMEMBERED, known.at)) {
        return known.standing;
      }
    }
    return remember(question, inTime(() -> chat.standing(named, asker)));
  }

  /// What comes too late is let go.
  private Standing inTime(Supplier<Standing> question) {
    CompletableFuture<Standing> answer = new CompletableFuture<>();
    threads.newThread(() -> answer(question, answer)).start();
    return answer
        .completeOnTimeout(new Standing.Unsaid(), BUDGET.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private static void answer(Supplier<Standing> question, CompletableFuture<Standing> answer) {
    try {
      answer.complete(question.get());
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private synchronized Standing remember(Question question, Standing standing) {
    Instant now = clock.instant();
    if (standing instanceof Standing.Unsaid) {
      unsaid.put(question.network, now);
    } else {
      answers.remove(question);
      answers.put(question, new Answered(standing, now));
    }
    return standing;
  }

  private boolean within(Duration span, @Nullable Instant at) {
    return at != null && clock.instant().isBefore(at.plus(span));
  }
}

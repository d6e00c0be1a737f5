package app.bellwire.scenario;

import app.bellwire.article.Article;
import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.Lookup;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Role;
import app.bellwire.chat.SendResult;
import app.bellwire.chat.UserId;
import app.bellwire.story.StoryTracker;
import app.bellwire.story.StoryUpdate;
import app.bellwire.text.Embedding;
import app.bellwire.work.UnitOfWork;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What goes wrong in a scenario, and when. Confined to one thread.
final class Faults {
  private static final SendResult REMOVED = new SendResult.ChatGone("removed from the channel");

  private int commits;
  private @Nullable String headline;
  private volatile boolean gone;
  private volatile @Nullable String goneName;

  /// The next `count` transactions do all their work and are rolled back at their end.
  void loseCommits(int count) {
    commits = count;
  }

  /// Whoever places an article with this in its headline stumbles, after having placed it.
  void stumbleOver(String words) {
    headline = words;
  }

  /// The local chat of that name takes nothing from now on; null for none.
  void chatIsGone(@Nullable String name) {
    goneName = name;
  }

  private boolean gone(Address to) {
    return gone || to.id().equals(goneName);
  }

  /// The chats take nothing from now on, or take messages again.
  void chatsAreGone(boolean now) {
    gone = now;
  }

  Chat around(Chat real) {
    return new Chat() {
      @Override
      public String network() {
        return real.network();
      }

      @Override
      public SendResult post(
          Address to, OutgoingMessage message, String deliveryId, @Nullable String replyTo) {
        return gone(to) ? REMOVED : real.post(to, message, deliveryId, replyTo);
      }

      @Override
      public SendResult edit(
          Address at, String messageId, OutgoingMessage message, String deliveryId) {
        return gone(at) ? REMOVED : real.edit(at, messageId, message, deliveryId);
      }

      @Override
      public Role roleOf(UserId user, Address address) {
        return real.roleOf(user, address);
      }

      @Override
      public Lookup find(Address at, String deliveryId, @Nullable String replyTo, Instant since) {
        return real.find(at, deliveryId, replyTo, since);
      }

      @Override
      public void toast(IncomingMessage press, String text) {
        real.toast(press, text);
      }
    };
  }

  UnitOfWork around(UnitOfWork real) {
    return new UnitOfWork() {
      @Override
      public <T> T inTransaction(Supplier<T> work) {
        return real.inTransaction(() -> thenBreak(work));
      }
    };
  }

  private <T> T thenBreak(Supplier<T> work) {
    T answer = work.get();
    if (commits > 0) {
      commits--;
      throw new IllegalStateException("the commit was lost");
    }
    return answer;
  }

  StoryTracker around(StoryTracker real) {
    return new StoryTracker() {
      @Override
      public Analysis analyse(Article article) {
        return real.analyse(article);
      }

      @Override
      public Analysis analyse(Article article, Optional<Embedding> meaning) {
        return real.analyse(article, meaning);
      }

      @Override
      public StoryUpdate place(Article article, Analysis analysis) {
        StoryUpdate update = real.place(article, analysis);
        Optional.ofNullable(headline)
            .filter(article.copy().headline()::contains)
            .ifPresent(
                words -> {
                  throw new IllegalStateException("cannot place " + words);
                });
        return update;
      }

      @Override
      public void forget() {
        real.forget();
      }
    };
  }
}

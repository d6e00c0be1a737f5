package app.bellwire.scenario;

import app.bellwire.article.Article;
import app.bellwire.story.StoryTracker;
import app.bellwire.story.StoryUpdate;
import app.bellwire.work.UnitOfWork;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What goes wrong in a scenario, and when. Confined to one thread.
final class Faults {
  private int commits;
  private @Nullable String headline;

  /// The next `count` transactions do all their work and are rolled back at their end.
  void loseCommits(int count) {
    commits = count;
  }

  /// Whoever places an article with this in its headline stumbles, after having placed it.
  void stumbleOver(String words) {
    headline = words;
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

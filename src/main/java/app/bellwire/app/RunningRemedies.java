package app.bellwire.app;

import app.bellwire.chat.ChatId;
import app.bellwire.command.Remedies;
import app.bellwire.notice.Condition.ChangeRefused;
import app.bellwire.notice.Condition.ChangeWaits;
import app.bellwire.notice.Key;
import app.bellwire.notice.NoticeStore;
import app.bellwire.source.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What presses under notices bring about in the running program. Thread-safe.
final class RunningRemedies implements Remedies {
  private final Consumer<SourceId> looks;
  private final Consumer<ChatId> resumes;
  private final Supplier<LiveConfig.State> config;
  private final BiPredicate<Instant, Boolean> decisions;
  private final NoticeStore notices;

  /// @param decisions as [LiveConfig#decide]
  RunningRemedies(
      Consumer<SourceId> looks,
      Consumer<ChatId> resumes,
      Supplier<LiveConfig.State> config,
      BiPredicate<Instant, Boolean> decisions,
      NoticeStore notices) {
    this.looks = looks;
    this.resumes = resumes;
    this.config = config;
    this.decisions = decisions;
    this.notices = notices;
  }

  @Override
  public void look(SourceId source) {
    looks.accept(source);
  }

  @Override
  public void resume(ChatId chat) {
    resumes.accept(chat);
  }

  @Override
  public boolean decide(Instant change, boolean take) {
    return decisions.test(change, take);
  }

  @Override
  public List<ChangeRefused.Problem> problems(Instant change) {
    return config
        .get()
        .refused()
        .filter(refused -> refused.at().equals(change))
        .map(RunningTroubles::problems)
        .orElse(List.of());
  }

  @Override
  public List<ChangeWaits.Ended> ends(Instant change) {
    return config
        .get()
        .waiting()
        .filter(waiting -> waiting.at().equals(change))
        .map(waiting -> waiting.loss().ended().stream().map(RunningRemedies::ended).toList())
        .orElse(List.of());
  }

  private static ChangeWaits.Ended ended(DeclaredSubscriptions.Key subscription) {
    return new ChangeWaits.Ended(subscription.id(), subscription.to().toString());
  }

  @Override
  public boolean hush(Key key, Instant until) {
    return notices.hush(key, until);
  }
}

package app.bellwire.app;

import app.bellwire.chat.ChatId;
import app.bellwire.command.Remedies;
import app.bellwire.notice.Key;
import app.bellwire.notice.NoticeStore;
import app.bellwire.pipeline.ParkedRelease;
import app.bellwire.source.SourceId;
import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/// What presses under notices bring about in the running program. Thread-safe.
final class RunningRemedies implements Remedies {
  private final Consumer<SourceId> looks;
  private final ParkedRelease parked;
  private final BiPredicate<Instant, Boolean> decisions;
  private final NoticeStore notices;

  /// @param decisions as [LiveConfig#decide]
  RunningRemedies(
      Consumer<SourceId> looks,
      ParkedRelease parked,
      BiPredicate<Instant, Boolean> decisions,
      NoticeStore notices) {
    this.looks = looks;
    this.parked = parked;
    this.decisions = decisions;
    this.notices = notices;
  }

  @Override
  public void look(SourceId source) {
    looks.accept(source);
  }

  @Override
  public void resume(ChatId chat) {
    parked.back(chat);
  }

  @Override
  public boolean decide(Instant change, boolean take) {
    return decisions.test(change, take);
  }

  @Override
  public boolean hush(Key key, Instant until) {
    return notices.hush(key, until);
  }
}

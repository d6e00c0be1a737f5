package app.bellwire.notice;

import app.bellwire.notice.NoticePlan.Step;
import app.bellwire.work.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

/// Looks at what is wrong and lets the admins know. Thread-safe; [#tick] outside any transaction.
public final class Notices {
  private final UnitOfWork unitOfWork;
  private final NoticeStore store;
  private final Troubles troubles;
  private final NoticePost post;
  private final LongSupplier ids;
  private final InstantSource clock;
  private final Runnable queued;

  /// @param queued called after a commit that may have put messages into the outbox
  public Notices(
      UnitOfWork unitOfWork,
      NoticeStore store,
      Troubles troubles,
      NoticePost post,
      LongSupplier ids,
      InstantSource clock,
      Runnable queued) {
    this.unitOfWork = unitOfWork;
    this.store = store;
    this.troubles = troubles;
    this.post = post;
    this.ids = ids;
    this.clock = clock;
    this.queued = queued;
  }

  /// Says what there is to say now; a few times a minute.
  public void tick() {
    Instant now = clock.instant();
    List<Condition> conditions = troubles.now();
    if (NoticePlan.next(conditions, store.open(), now).isEmpty()) {
      return;
    }
    unitOfWork.inTransaction(
        () -> NoticePlan.next(conditions, store.open(), now).forEach(step -> take(step, now)));
    queued.run();
  }

  private void take(Step step, Instant now) {
    switch (step) {
      case Step.Begin(Condition condition) -> begin(condition, now);
      case Step.Edit(Notice notice, Condition condition) -> {
        Notice edited = notice.edited(condition, now);
        if (store.replace(notice, edited)) {
          post.edit(edited, condition, now);
        }
      }
      case Step.Repeat(Notice notice, Condition condition) -> {
        Notice again = notice.again(condition, now);
        if (store.replace(notice, again)) {
          post.say(again, condition, now);
        }
      }
      case Step.End(Notice notice) -> end(notice, now);
    }
  }

  private void begin(Condition condition, Instant now) {
    Notice notice = Notice.first(ids.getAsLong(), condition, now);
    if (store.begin(notice)) {
      post.say(notice, condition, now);
    }
  }

  private void end(Notice notice, Instant now) {
    troubles
        .ending(notice.key())
        .filter(over -> store.end(notice, now))
        .ifPresent(over -> post.end(notice, over, now));
  }
}

package app.bellwire.pipeline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import app.bellwire.alert.Decision;
import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import app.bellwire.article.ArticleStore.Sighting;
import app.bellwire.ledger.ChatEntry;
import app.bellwire.ledger.Ledger;
import app.bellwire.ledger.Outcome;
import app.bellwire.ledger.Ruling;
import app.bellwire.ledger.Totals;
import app.bellwire.match.Match;
import app.bellwire.pipeline.Candidate.Analysed;
import app.bellwire.source.Source;
import app.bellwire.story.Novelty;
import app.bellwire.story.StoryTracker;
import app.bellwire.story.StoryUpdate;
import app.bellwire.subscription.Subscription;
import app.bellwire.work.Outage;
import app.bellwire.work.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides serially: *new? → event → match → alert → outbox, seen items, ledger*, batch by batch,
/// each batch one short transaction, all of it or none. So two agencies that report the same call
/// at the same moment make one event. Thread-safe; callers queue fairly.
public final class Decider {
  private static final Logger LOG = LoggerFactory.getLogger(Decider.class);

  /// Items in a transaction.
  static final int BATCH = 50;

  /// Looks after which an item that cannot be decided is given up.
  static final int TRIES = 3;

  private final UnitOfWork unitOfWork;
  private final ArticleStore articles;
  private final StoryTracker stories;
  private final AlertDesk desk;
  private final Ledger ledger;
  private final Totals totals;
  private final InstantSource clock;
  private final Runnable queued;
  private final ReentrantLock serial = new ReentrantLock(true);

  /// Failed tries by source and guid; guarded by `serial`.
  private final Map<String, Integer> tries = new HashMap<>();

  /// @param queued called after a commit that may have put messages into the outbox
  public Decider(
      UnitOfWork unitOfWork,
      ArticleStore articles,
      StoryTracker stories,
      AlertDesk desk,
      Ledger ledger,
      Totals totals,
      InstantSource clock,
      Runnable queued) {
    this.unitOfWork = unitOfWork;
    this.articles = articles;
    this.stories = stories;
    this.desk = desk;
    this.ledger = ledger;
    this.totals = totals;
    this.clock = clock;
    this.queued = queued;
  }

  /// Decides all of `fresh`, oldest first.
  ///
  /// @param last done in the transaction of the last batch
  void decide(Source source, List<Candidate> fresh, BacklogPlan backlog, Runnable last) {
    int from = 0;
    while (fresh.size() - from > BATCH) {
      batch(analysed(fresh.subList(from, from + BATCH)), backlog, () -> {});
      from += BATCH;
    }
    batch(
        analysed(fresh.subList(from, fresh.size())),
        backlog,
        () -> {
          desk.tellBacklog(source, backlog);
          last.run();
        });
  }

  /// Reads a batch for its stories, outside any transaction; the next one only when this one is
  /// decided, so that a look which is broken off has come as far as it came.
  private List<Analysed> analysed(List<Candidate> batch) {
    return batch.stream()
        .map(
            candidate ->
                new Analysed(candidate, stories.analyse(candidate.article(), candidate.meaning())))
        .toList();
  }

  private void batch(List<Analysed> batch, BacklogPlan backlog, Runnable also) {
    serial.lock();
    try {
      inOneGo(batch, backlog, also);
    } catch (RuntimeException e) {
      if (outage(e)) {
        throw e;
      }
      LOG.warn("A batch of {} items could not be decided; one by one now", batch.size(), e);
      long open = batch.stream().filter(one -> !alone(one, backlog)).count();
      if (open > 0) {
        throw new IllegalStateException(open + " items are left for the next look", e);
      }
      unitOfWork.inTransaction(also);
    } finally {
      serial.unlock();
      queued.run();
    }
  }

  private void inOneGo(List<Analysed> batch, BacklogPlan backlog, Runnable also) {
    for (int tried = 1; ; tried++) {
      List<Outcome> outcomes = new ArrayList<>();
      try {
        unitOfWork.inTransaction(
            () -> {
              batch.forEach(one -> decide(one, backlog).ifPresent(outcomes::add));
              also.run();
            });
        outcomes.forEach(totals::add);
        return;
      } catch (RuntimeException e) {
        stories.forget();
        if (tried == TRIES || !(e instanceof Outage outage && outage.passing())) {
          throw e;
        }
      }
    }
  }

  /// One item that cannot be decided holds up no other. It is left for the next look, since the
  /// fault may pass (a full disk, a lock), and after some looks written down as failed.
  ///
  /// @return whether it is decided or given up
  private boolean alone(Analysed one, BacklogPlan backlog) {
    Article article = one.candidate().article();
    String key = article.source() + " " + article.identity().guid();
    try {
      inOneGo(List.of(one), backlog, () -> {});
      return true;
    } catch (RuntimeException e) {
      if (outage(e) || tries.merge(key, 1, Integer::sum) < TRIES) {
        return false;
      }
      LOG.error("Item {} could not be decided and is given up", key, e);
      unitOfWork.inTransaction(() -> failed(article, e));
      totals.add(Outcome.FAILED);
      return tries.remove(key) != null;
    }
  }

  /// A store that cannot be used says nothing about the item, however many looks it lasts.
  private static boolean outage(RuntimeException e) {
    return e instanceof Outage outage && (outage.lasting() || outage.passing());
  }

  private void failed(Article article, RuntimeException e) {
    articles.save(article);
    articles.seen(article.source(), article.identity(), clock.instant());
    ledger.note(article.id(), clock.instant(), Outcome.FAILED, e.getClass().getSimpleName());
  }

  /// @return none for what was decided before
  private Optional<Outcome> decide(Analysed one, BacklogPlan backlog) {
    Candidate candidate = one.candidate();
    Article article = candidate.article();
    if (articles.sighting(article.source(), article.identity()) == Sighting.SEEN) {
      return Optional.empty();
    }
    articles.save(article);
    candidate.meaning().ifPresent(meaning -> articles.saveEmbedding(article.id(), meaning));
    articles.seen(article.source(), article.identity(), clock.instant());
    StoryUpdate update = stories.place(article, one.analysis());
    Fate fate =
        update.novelty() == Novelty.REPEAT
            ? repeated(candidate, update)
            : Fate.of(told(candidate, update, backlog));
    ledger.note(article.id(), clock.instant(), fate.outcome(), fate.reason());
    return Optional.of(fate.outcome());
  }

  /// Nobody is told, but who asked for it can learn of which story it is.
  private Fate repeated(Candidate candidate, StoryUpdate update) {
    Ruling ruling = new Ruling(Outcome.REPEATED, update.reason());
    long article = candidate.article().id();
    long event = update.event().id();
    Instant now = clock.instant();
    candidate.matches().stream()
        .map(Match::subscription)
        .collect(groupingBy(Subscription::chat, mapping(Subscription::id, toList())))
        .forEach((chat, ids) -> ledger.note(new ChatEntry(article, chat, event, now, ruling, ids)));
    return new Fate(Outcome.REPEATED, update.reason());
  }

  private List<Verdict> told(Candidate candidate, StoryUpdate update, BacklogPlan backlog) {
    List<Verdict> verdicts = desk.tell(candidate, update, backlog);
    long event = update.event().id();
    Instant now = clock.instant();
    for (Verdict verdict : verdicts) {
      if (verdict.takesBackHeld()) {
        ledger.becomes(verdict.chat(), event, verdict.ruling(), now);
      }
      if (verdict.decision() instanceof Decision.SendNow) {
        ledger.released(verdict.chat(), event, now);
      }
      ledger.note(verdict.entry(candidate.article().id(), event, now));
    }
    return verdicts;
  }
}

package app.bellwire.pipeline;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleNormalizer;
import app.bellwire.article.ArticleStore;
import app.bellwire.article.ArticleStore.Sighting;
import app.bellwire.article.RawItem;
import app.bellwire.fetch.FetchResult;
import app.bellwire.fetch.Fetcher;
import app.bellwire.match.Matcher;
import app.bellwire.parse.ParseResult;
import app.bellwire.parse.Parsers;
import app.bellwire.poll.PollOutcome;
import app.bellwire.poll.PollTask;
import app.bellwire.source.Source;
import app.bellwire.source.SourceState;
import app.bellwire.source.Validators;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/// The way of an article: source → poll → fetch → parse → article → story → match → alert → render
/// → deliver.
///
/// A look fetches, parses and cleans on its own thread, in parallel with other looks and outside
/// any transaction. What it found goes to the [Decider], which reads and decides batch by batch,
/// one batch after the other, and puts messages into the outbox; the courier carries them from
/// there. The source's validators are saved with the last batch: a crash in between only means
/// reading again, and a document that was cut off is asked for again whole. Thread-safe.
public final class Pipeline implements PollTask {
  private final Fetcher fetcher;
  private final Parsers parsers;
  private final ArticleNormalizer normalizer;
  private final ArticleStore articles;
  private final Matcher matcher;
  private final Decider decider;
  private final SourceStates states;
  private final InstantSource clock;

  public Pipeline(
      Fetcher fetcher,
      Parsers parsers,
      ArticleNormalizer normalizer,
      ArticleStore articles,
      Matcher matcher,
      Decider decider,
      SourceStates states,
      InstantSource clock) {
    this.fetcher = fetcher;
    this.parsers = parsers;
    this.normalizer = normalizer;
    this.articles = articles;
    this.matcher = matcher;
    this.decider = decider;
    this.states = states;
    this.clock = clock;
  }

  @Override
  public PollOutcome look(Source source, SourceState state) {
    return switch (fetcher.fetch(source, state.validators())) {
      case FetchResult.Fetched document -> read(source, state, document);
      case FetchResult.NotModified same ->
          end(source, state, new PollOutcome.Unchanged(same.freshFor()), same.validators());
      case FetchResult.Throttled busy ->
          end(source, state, new PollOutcome.Throttled(now().plus(busy.retryAfter())));
      case FetchResult.Failed failed ->
          end(source, state, new PollOutcome.Failed(failed.detail(), lasting(failed.reason())));
    };
  }

  private PollOutcome read(Source source, SourceState state, FetchResult.Fetched document) {
    return switch (parsers.parse(document)) {
      case ParseResult.Parsed parsed -> {
        List<Article> listed = oldestFirst(parsed.feed().items(), source);
        List<Candidate> fresh =
            listed.stream()
                .filter(this::looksNew)
                .map(a -> Candidate.of(source, a, matcher))
                .toList();
        BacklogPlan backlog = BacklogPlan.of(source, state, fresh, now());
        PollOutcome outcome = new PollOutcome.Read(fresh.size(), document.freshFor());
        Validators validators =
            parsed.feed().note().isPresent() ? state.validators() : document.validators();
        SourceState after = states.after(source, state, outcome, validators, now());
        decider.decide(source, fresh, backlog, () -> states.save(after, listed, now()));
        yield outcome;
      }
      case ParseResult.Unreadable bad ->
          end(source, state, new PollOutcome.Failed(bad.detail(), false));
    };
  }

  /// Feeds list the newest first, which counts where items say no time or the same.
  private List<Article> oldestFirst(List<RawItem> items, Source source) {
    return items.reversed().stream()
        .map(item -> normalizer.normalize(item, source, now()))
        .sorted(Comparator.comparing(Article::at))
        .toList();
  }

  private boolean looksNew(Article article) {
    return articles.sighting(article.source(), article.identity()) != Sighting.SEEN;
  }

  private PollOutcome end(Source source, SourceState state, PollOutcome outcome) {
    return end(source, state, outcome, state.validators());
  }

  private PollOutcome end(
      Source source, SourceState state, PollOutcome outcome, Validators validators) {
    SourceState after = states.after(source, state, outcome, validators, now());
    states.save(after, List.of(), now());
    return outcome;
  }

  private static boolean lasting(FetchResult.Reason reason) {
    return switch (reason) {
      case NOT_FOUND, GONE, DENIED, FORBIDDEN_ADDRESS -> true;
      case SERVER_ERROR,
          BAD_STATUS,
          TIMEOUT,
          UNREACHABLE,
          TOO_LARGE,
          TOO_MANY_REDIRECTS,
          UNREADABLE ->
          false;
    };
  }

  private Instant now() {
    return clock.instant();
  }
}

package app.bellwire.sample;

import app.bellwire.fetch.FetchResult;
import app.bellwire.fetch.FetchResult.Fetched;
import app.bellwire.fetch.FetchResult.NotModified;
import app.bellwire.fetch.Fetcher;
import app.bellwire.source.Source;
import app.bellwire.source.Validators;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Serves the bundled wire without a socket: RSS, Atom and JSON Feed by turns, the newest items
/// first. A reader without validators gets a wire that starts with its first look. The validators
/// it gets back hold the wire's start and seed and how far it has read; with them the wire goes on
/// after a restart, and nothing but them is kept. After a long pause only the newest items of it
/// are served, with their own times. Thread-safe.
public final class SampleFetcher implements Fetcher {
  /// Items of a document, and so the most that a reader gets of what it has missed.
  static final int WINDOW = 15;

  private final InstantSource clock;
  private final long seed;
  private final SampleWire.Stock stock = SampleWire.Stock.load();
  private final AtomicReference<@Nullable Mark> begun = new AtomicReference<>();

  /// @param seed of wires that begin here; a wire once begun keeps its own
  public SampleFetcher(InstantSource clock, long seed) {
    this.clock = clock;
    this.seed = seed;
  }

  @Override
  public FetchResult fetch(Source source, Validators validators) {
    Mark mark = Mark.parse(validators.etag()).orElseGet(this::beginning);
    SampleWire wire = new SampleWire(stock, mark.seed(), mark.start());
    int count = wire.count(clock.instant());
    if (count <= mark.count()) {
      return new NotModified(validators, Optional.empty());
    }
    List<WireItem> items = wire.newest(WINDOW, count);
    Dialect dialect = Dialect.ofLook(mark.looks());
    return new Fetched(
        dialect.bytes(items),
        dialect.contentType(),
        source.url(),
        new Validators(mark.served(count).etag(), null),
        Optional.empty());
  }

  /// The same for every reader of this run, so that a first look whose outcome was lost can be
  /// repeated.
  private Mark beginning() {
    Mark fresh = Mark.begin(clock.instant(), seed);
    return begun.compareAndSet(null, fresh) ? fresh : begunOr(fresh);
  }

  private Mark begunOr(Mark fresh) {
    return Optional.ofNullable(begun.get()).orElse(fresh);
  }
}

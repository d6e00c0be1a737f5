package app.bellwire.sample;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleNormalizer;
import app.bellwire.article.RawItem;
import app.bellwire.parse.ParseResult.Parsed;
import app.bellwire.parse.ParseResult.Unreadable;
import app.bellwire.parse.Parsers;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The items of the bundled wire as the articles that come of them, each with the event it was
/// written for. Immutable.
public final class SampleArticles {
  public static final Instant START = Instant.parse("2026-03-04T14:05:00Z");
  public static final Source SOURCE =
      new Source(
          new SourceId("sample"),
          URI.create("sample:wires"),
          Optional.empty(),
          Backlog.ALL,
          false,
          Optional.empty(),
          ZoneOffset.UTC);

  public static final long SEED = 7;

  private final SampleWire.Stock stock = SampleWire.Stock.load();
  private final SampleWire wire = new SampleWire(stock, SEED, START);

  /// How many items were written by hand; they come first.
  public int written() {
    return stock.archive().size();
  }

  /// When item `number` appears, as it then reads.
  public Instant at(int number) {
    return wire.at(number);
  }

  /// The event for which item `number` was written.
  public String event(int number) {
    return number < written()
        ? stock.archive().reports().get(number).event()
        : "newsroom " + Newsroom.assignment(SEED, number - written()).event();
  }

  /// What item `number` is known by again; that of the item it revises, where it does.
  public String guid(int number) {
    return wire.item(number).guid();
  }

  /// Item `number` as it is read at `now`, in one of the wire's dialects.
  public Article article(int number, Instant now, LongSupplier ids) {
    Dialect dialect = Dialect.ofLook(number);
    byte[] document = dialect.bytes(List.of(wire.item(number)));
    RawItem item = raw(document, dialect.contentType());
    return new ArticleNormalizer(ids).normalize(item, SOURCE, now);
  }

  private static RawItem raw(byte[] document, String contentType) {
    return switch (new Parsers().parse(document, contentType, SOURCE.url(), ZoneOffset.UTC)) {
      case Parsed parsed -> parsed.feed().items().getFirst();
      case Unreadable unreadable -> throw new AssertionError(unreadable.detail());
    };
  }
}

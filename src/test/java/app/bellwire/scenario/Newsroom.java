package app.bellwire.scenario;

import app.bellwire.app.HandWiring;
import app.bellwire.fake.HandClock;
import app.bellwire.fetch.FetchResult;
import app.bellwire.poll.PollOutcome;
import app.bellwire.sample.SampleArticles;
import app.bellwire.sample.SampleFetcher;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.source.Validators;
import app.bellwire.store.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A whole install in one folder, on a clock moved by hand. Time passes only by [#at] and [#later];
/// whatever is due by then is told before they return. Confined to one thread.
final class Newsroom implements AutoCloseable {
  private static final String SOURCES =
      "sources: [ { id: norda, url: \"https://norda.example/\" } ]\n";

  final HandClock clock;
  final Faults faults = new Faults();
  private final Path folder;
  private final Map<SourceId, Wire> wires = new HashMap<>();
  private final SampleFetcher sample;
  private final List<ChatLog> chats = new ArrayList<>();
  private HandWiring parts;
  private long read;
  private ZoneId zone = ZoneOffset.UTC;

  /// @param config lines of `bellwire.yml` besides its sources
  Newsroom(Path folder, Instant start, String config) {
    this.folder = folder;
    clock = HandClock.at(start);
    sample = new SampleFetcher(clock, SampleArticles.SEED);
    write(config);
    parts = open();
  }

  private HandWiring open() {
    return new HandWiring(
        folder,
        folder.resolve("bellwire.yml"),
        clock,
        this::document,
        new HandWiring.Faults(faults::around, faults::around, faults::around));
  }

  /// Stops everything and starts anew on the same file.
  void restarts() {
    parts.close();
    parts = open();
    chats.forEach(ChatLog::listen);
    parts.carry();
  }

  /// Stops everything and starts anew with another configuration.
  void restartsWith(String config) {
    write(config);
    restarts();
  }

  /// From here on [#at] means what a clock in this zone shows.
  void clocksShow(String name) {
    zone = ZoneId.of(name);
  }

  /// Goes forward to when the clock next shows `time`.
  void at(String time) {
    ZonedDateTime now = now().atZone(zone);
    ZonedDateTime then = now.toLocalDate().atTime(LocalTime.parse(time)).atZone(zone);
    ZonedDateTime next =
        then.isBefore(now)
            ? now.toLocalDate().plusDays(1).atTime(LocalTime.parse(time)).atZone(zone)
            : then;
    later(Duration.between(now, next));
  }

  void later(Duration span) {
    clock.forward(span);
    parts.carry();
  }

  Instant now() {
    return clock.instant();
  }

  Wire wire(String agency) {
    String id = agency.toLowerCase(Locale.ROOT);
    return wire(id, agency, "https://" + id + ".example/rss");
  }

  Wire wire(String id, String agency, String url) {
    Wire wire = new Wire(this, id, agency, url);
    wires.put(wire.source().id(), wire);
    return wire;
  }

  /// The local chat of that name.
  ChatLog chat(String name) {
    ChatLog chat = new ChatLog(this, name);
    chats.add(chat);
    return chat;
  }

  /// Looks at the source and tells what comes of it.
  void reads(Source source) {
    long before = decided();
    try {
      if (parts.look(source) instanceof PollOutcome.Read look) {
        read += look.fresh();
      }
    } catch (RuntimeException failed) {
      read += decided() - before;
      throw failed;
    } finally {
      parts.carry();
    }
  }

  private long decided() {
    return stores().ledger().since(Instant.EPOCH).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /// Items that looked new in all looks so far.
  long read() {
    return read;
  }

  HandWiring parts() {
    return parts;
  }

  Stores stores() {
    return parts.stores;
  }

  Path file() {
    return folder.resolve("bellwire.db");
  }

  @Override
  public void close() {
    parts.close();
  }

  private FetchResult document(Source source, Validators validators) {
    if (source.equals(SampleArticles.SOURCE)) {
      return sample.fetch(source, validators);
    }
    Wire wire = wires.get(source.id());
    return wire == null
        ? new FetchResult.Failed(FetchResult.Reason.UNREACHABLE, "no such wire")
        : wire.document();
  }

  private void write(String config) {
    try {
      Files.writeString(folder.resolve("bellwire.yml"), SOURCES + config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

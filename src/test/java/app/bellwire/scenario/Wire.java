package app.bellwire.scenario;

import app.bellwire.fetch.FetchResult;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.source.Validators;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// An agency's feed: what stands in it, newest first, and its being read. Confined to one thread.
final class Wire {
  private final Newsroom room;
  private final String agency;
  private final List<Item> listed = new ArrayList<>();
  private boolean dated = true;
  private boolean down;
  private Source source;

  Wire(Newsroom room, String id, String agency, String url) {
    this.room = room;
    this.agency = agency;
    this.source =
        new Source(
            new SourceId(id),
            URI.create(url),
            Optional.empty(),
            Backlog.DEFAULT,
            false,
            Optional.of(agency),
            ZoneOffset.UTC);
  }

  /// Its items say no time.
  Wire undated() {
    dated = false;
    return this;
  }

  /// How many items of a first look are told singly.
  Wire backlog(Backlog backlog) {
    source =
        new Source(
            source.id(),
            source.url(),
            source.every(),
            backlog,
            source.allowPrivate(),
            source.agency(),
            source.zone());
    return this;
  }

  /// Puts the items into the feed, the last one on top; nobody has looked yet.
  Wire lists(Item... items) {
    for (Item item : items) {
      Item filed = item.filed(source.id().value(), room.now());
      listed.removeIf(there -> Objects.equals(there.guid(), filed.guid()));
      listed.addFirst(filed);
    }
    return this;
  }

  /// Puts the items into the feed and has it read.
  void publishes(Item... items) {
    lists(items);
    isRead();
  }

  /// The feed begins anew with `items`: what stood in it is gone.
  Wire startsOver(Item... items) {
    listed.clear();
    return lists(items);
  }

  /// What stands in the feed, newest first.
  List<Item> listed() {
    return List.copyOf(listed);
  }

  void isRead() {
    room.reads(source);
  }

  Source source() {
    return source;
  }

  /// Whoever looks gets no document from now on, or gets one again.
  void isDown(boolean now) {
    down = now;
  }

  FetchResult document() {
    if (down) {
      return new FetchResult.Failed(FetchResult.Reason.UNREACHABLE, "the server answers 503");
    }
    String feed =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel><title>%s</title><link>https://%s.example/</link>
        %s</channel></rss>
        """
            .formatted(
                agency,
                source.id(),
                listed.stream().map(item -> item.xml(dated)).collect(Collectors.joining()));
    return new FetchResult.Fetched(
        feed.getBytes(StandardCharsets.UTF_8),
        "application/rss+xml",
        source.url(),
        Validators.NONE,
        Optional.empty());
  }
}

package app.bellwire.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A web server of RSS feeds on this machine, written by the test: `wires.publishes("norda",
/// headline, paragraph, paragraph)`. Thread-safe.
public final class FeedServer implements AutoCloseable {
  private record Item(int number, Instant at, String title, List<String> paragraphs) {}

  private final InstantSource clock;
  private final HttpServer server;
  private final Map<String, List<Item>> feeds = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  /// @param clock dates what is published
  public FeedServer(InstantSource clock) throws IOException {
    this.clock = clock;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /// Where `feed` is read; a feed without items is an empty one.
  public String url(String feed) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + feed;
  }

  /// Puts a new item at the top of `feed`.
  public void publishes(String feed, String title, String... paragraphs) {
    feeds
        .computeIfAbsent(feed, _ -> new CopyOnWriteArrayList<>())
        .addFirst(new Item(numbers.incrementAndGet(), clock.instant(), title, List.of(paragraphs)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String feed = exchange.getRequestURI().getPath().substring(1);
      byte[] body = rss(feed, feeds.getOrDefault(feed, List.of())).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String rss(String feed, List<Item> items) {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">");
    out.append("<channel><title>").append(feed).append("</title>\n");
    items.forEach(item -> out.append(rss(feed, item)));
    return out.append("</channel></rss>\n").toString();
  }

  private static String rss(String feed, Item item) {
    StringBuilder text = new StringBuilder();
    item.paragraphs.forEach(words -> text.append("<p>").append(escaped(words)).append("</p>"));
    return """
    <item>
      <guid isPermaLink="false">%s-%d</guid>
      <link>https://%s.example/%d</link>
      <title>%s</title>
      <pubDate>%s</pubDate>
      <description>%s</description>
    </item>
    """
        .formatted(
            feed,
            item.number,
            feed,
            item.number,
            escaped(item.title),
            DateTimeFormatter.RFC_1123_DATE_TIME.format(item.at.atOffset(ZoneOffset.UTC)),
            escaped(text.toString()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

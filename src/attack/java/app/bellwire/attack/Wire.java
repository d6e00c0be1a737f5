package app.bellwire.attack;

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

/// A server of feeds that the test writes: `wire.publishes("a", "Title", "Text")`. Thread-safe.
final class Wire implements AutoCloseable {
  private record Item(int number, String title, String text, Instant at) {}

  private final HttpServer server;
  private final Map<String, List<Item>> feeds = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  final AtomicInteger answered = new AtomicInteger();
  final AtomicInteger notModified = new AtomicInteger();

  private final int window;
  private volatile InstantSource clock = InstantSource.system();

  Wire() throws IOException {
    this(Integer.MAX_VALUE);
  }

  /// @param window how many of its latest items a feed shows
  Wire(int window) throws IOException {
    this.window = window;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/f/", this::answer);
    server.start();
  }

  /// Items are dated by this clock from now on.
  Wire dated(InstantSource by) {
    clock = by;
    return this;
  }

  /// How often somebody has looked.
  int looks() {
    return answered.get() + notModified.get();
  }

  String url(String feed) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/f/" + feed;
  }

  void publishes(String feed, String title, String text) {
    feeds
        .computeIfAbsent(feed, f -> new CopyOnWriteArrayList<>())
        .add(new Item(numbers.incrementAndGet(), title, text, clock.instant()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String feed = exchange.getRequestURI().getPath().substring("/f/".length());
      List<Item> items = feeds.getOrDefault(feed, List.of());
      String etag = "\"" + feed + "-" + items.size() + "\"";
      if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        notModified.incrementAndGet();
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      answered.incrementAndGet();
      byte[] body = rss(feed, items).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("ETag", etag);
      exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String rss(String feed, List<Item> items) {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>");
    out.append("<title>Feed ").append(feed).append("</title>");
    for (Item item : items.reversed().stream().limit(window).toList()) {
      out.append("<item><guid isPermaLink=\"false\">item-").append(item.number).append("</guid>");
      out.append("<link>").append(url(feed)).append("/").append(item.number).append("</link>");
      out.append("<title>").append(escaped(item.title)).append("</title><pubDate>");
      out.append(DateTimeFormatter.RFC_1123_DATE_TIME.format(item.at.atOffset(ZoneOffset.UTC)));
      out.append("</pubDate><description>").append(escaped(item.text));
      out.append("</description></item>");
    }
    return out.append("</channel></rss>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

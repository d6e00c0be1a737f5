package app.bellwire.architecture;

import java.util.List;
import java.util.Set;

/// Which package may import which, one row each: the design's table as data.
final class ImportTable {
  record Row(String name, Set<String> mayImport) {}

  /// In the order of the way; a package may always import itself.
  static final List<Row> ROWS =
      List.of(
          row("source"),
          row("work"),
          row("text"),
          row("query"),
          row("chat"),
          row("inbound"),
          row("poll", "source", "work"),
          row("fetch", "source"),
          row("sample", "fetch", "source"),
          row("article", "source", "text"),
          row("parse", "source", "fetch", "article"),
          row("story", "source", "article", "text"),
          row("subscription", "query", "chat", "work"),
          row("match", "source", "story", "article", "subscription", "query", "text"),
          row("alert", "source", "match", "story", "article", "text", "subscription", "chat"),
          row("ledger", "source", "article", "chat"),
          row("render", "source", "alert", "article", "story", "match", "chat", "text"),
          row("deliver", "alert", "chat", "work"),
          row("notice", "chat", "subscription", "deliver", "text", "work"),
          row("chat.http"),
          row("chat.telegram", "chat", "chat.http", "inbound", "work"),
          row("chat.slack", "chat", "chat.http", "inbound", "work"),
          row("chat.local", "chat", "inbound"),
          row(
              "command",
              "chat",
              "subscription",
              "query",
              "match",
              "alert",
              "article",
              "story",
              "source",
              "poll",
              "deliver",
              "notice",
              "ledger",
              "text",
              "work"),
          row(
              "pipeline",
              "source",
              "work",
              "poll",
              "fetch",
              "parse",
              "article",
              "story",
              "subscription",
              "match",
              "alert",
              "render",
              "deliver",
              "chat",
              "text",
              "ledger"),
          row("config", "source", "subscription", "query", "text", "command", "chat"),
          row(
              "store",
              "source",
              "work",
              "article",
              "text",
              "story",
              "subscription",
              "query",
              "match",
              "alert",
              "ledger",
              "deliver",
              "chat",
              "chat.local",
              "notice",
              "command"),
          row("web", "chat.local", "chat", "inbound"));

  private ImportTable() {}

  private static Row row(String name, String... mayImport) {
    return new Row(name, Set.of(mayImport));
  }
}

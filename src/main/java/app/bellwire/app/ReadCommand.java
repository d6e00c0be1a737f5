package app.bellwire.app;

import app.bellwire.article.Paragraphs;
import app.bellwire.article.RawItem;
import app.bellwire.fetch.FetchResult;
import app.bellwire.fetch.FetchSettings;
import app.bellwire.fetch.HttpFetcher;
import app.bellwire.parse.ParseResult;
import app.bellwire.parse.ParsedFeed;
import app.bellwire.parse.Parsers;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.source.Validators;
import app.bellwire.text.Counted;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shows what a feed or page says, as Bellwire understands it.
@Command(name = "read", description = "Shows what a feed says, as Bellwire understands it.")
final class ReadCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "one JSON object")
  boolean json;

  @Parameters(paramLabel = "FILE|URL")
  String what = "";

  @Override
  public Integer call() throws IOException {
    return switch (isUrl() ? fetched() : parsed(Path.of(what))) {
      case ParseResult.Parsed parsed -> {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
          out.println(
              JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(parsed.feed())));
        } else {
          print(parsed.feed(), out);
        }
        yield Main.FINE;
      }
      case ParseResult.Unreadable bad -> {
        spec.commandLine().getErr().println(what + ": " + bad.detail());
        yield Main.FAILED;
      }
    };
  }

  private boolean isUrl() {
    return what.startsWith("http://") || what.startsWith("https://");
  }

  private static ParseResult parsed(Path file) throws IOException {
    return feedOrPage(Files.readAllBytes(InputLines.file(file)), "", file.toAbsolutePath().toUri());
  }

  /// A feed, else the page of one article: a person who asks for it means what it says.
  private static ParseResult feedOrPage(byte[] body, String contentType, URI base) {
    Parsers parsers = new Parsers();
    ParseResult feed = parsers.parse(body, contentType, base, ZoneOffset.UTC);
    return feed instanceof ParseResult.Unreadable bad && bad.why() == ParseResult.Why.WEB_PAGE
        ? parsers.parsePage(body, contentType, base, ZoneOffset.UTC)
        : feed;
  }

  /// The person at the terminal may look at any address.
  private ParseResult fetched() throws IOException {
    Source source =
        new Source(
            new SourceId("read"),
            address(),
            Optional.empty(),
            Backlog.ALL,
            true,
            Optional.empty(),
            ZoneOffset.UTC);
    FetchSettings settings = FetchSettings.defaults(Version.userAgent(""));
    try (HttpFetcher fetcher = new HttpFetcher(settings, InstantSource.system())) {
      return switch (fetcher.fetch(source, Validators.NONE)) {
        case FetchResult.Fetched document ->
            feedOrPage(document.body(), document.contentType(), document.location());
        case FetchResult.NotModified same -> throw new IOException(what + ": not modified");
        case FetchResult.Throttled busy ->
            throw new IOException(what + ": the server asks to wait " + busy.retryAfter());
        case FetchResult.Failed failed -> throw new IOException(what + ": " + failed.detail());
      };
    }
  }

  private URI address() {
    try {
      return URI.create(what);
    } catch (IllegalArgumentException e) {
      throw new WrongInput(what + ": not an address such as https://example.org/rss");
    }
  }

  private static void print(ParsedFeed feed, PrintWriter out) {
    String items = Counted.of(feed.items().size(), "item", "items");
    out.printf("%s: %s (%s)%n", feed.kind(), feed.title(), items);
    feed.note().ifPresent(note -> out.println("note: " + note));
    for (RawItem item : feed.items()) {
      out.printf("%n%s%n", item.title().isEmpty() ? "(no title)" : item.title());
      out.printf(
          "  %s  %s%n", item.published() == null ? "undated" : item.published(), item.link());
      plain(item.summary().isEmpty() ? item.content() : item.summary())
          .lines()
          .limit(3)
          .forEach(line -> out.println("  " + line));
    }
  }

  private static ObjectNode json(ParsedFeed feed) {
    ObjectNode node = JSON.createObjectNode();
    node.put("kind", feed.kind()).put("title", feed.title()).put("link", feed.link());
    ArrayNode items = node.putArray("items");
    feed.items().forEach(item -> items.add(json(item)));
    return node;
  }

  private static ObjectNode json(RawItem item) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", item.id()).put("title", item.title()).put("link", item.link());
    node.put("published", text(item.published())).put("updated", text(item.updated()));
    item.authors().forEach(node.putArray("authors")::add);
    return node.put("summary", plain(item.summary())).put("content", plain(item.content()));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static String plain(String fragment) {
    return String.join("\n\n", Paragraphs.of(fragment));
  }
}

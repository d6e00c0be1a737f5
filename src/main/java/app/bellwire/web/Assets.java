package app.bellwire.web;

import static java.util.Map.entry;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/// The pages and what they load, read from the jar once. Immutable.
final class Assets {
  private static final String PAGE = "page.html";
  private static final String STORIES = "stories.html";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          entry(PAGE, "text/html; charset=utf-8"),
          entry(STORIES, "text/html; charset=utf-8"),
          entry("page.css", "text/css; charset=utf-8"),
          entry("stories.css", "text/css; charset=utf-8"),
          entry("page.js", "text/javascript; charset=utf-8"),
          entry("chat.js", "text/javascript; charset=utf-8"),
          entry("card.js", "text/javascript; charset=utf-8"),
          entry("desk.js", "text/javascript; charset=utf-8"),
          entry("dom.js", "text/javascript; charset=utf-8"),
          entry("stories.js", "text/javascript; charset=utf-8"),
          entry("icon.svg", "image/svg+xml"));

  private final Map<String, Asset> all = new HashMap<>();

  private record Asset(byte[] bytes, String type, String tag) {}

  Assets() {
    TYPES.forEach((name, type) -> all.put(name, read(name, type)));
  }

  void page(Context ctx) {
    send(ctx, PAGE);
  }

  void stories(Context ctx) {
    send(ctx, STORIES);
  }

  void asset(Context ctx) {
    send(ctx, ctx.pathParam("name"));
  }

  private void send(Context ctx, String name) {
    Asset asset = all.get(name);
    if (asset == null) {
      Answers.error(ctx, 404, "There is nothing here.");
      return;
    }
    ctx.header("Cache-Control", "no-cache").header("ETag", asset.tag());
    if (asset.tag().equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
      return;
    }
    ctx.contentType(asset.type()).result(asset.bytes());
  }

  private static Asset read(String name, String type) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      byte[] bytes = in.readAllBytes();
      return new Asset(bytes, type, tag(bytes));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String tag(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return "\"" + Long.toHexString(sum.getValue()) + "\"";
  }
}

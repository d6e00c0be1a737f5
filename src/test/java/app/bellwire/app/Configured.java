package app.bellwire.app;

import app.bellwire.config.ConfigLoader;
import app.bellwire.config.ConfigResult;
import app.bellwire.config.Settings;
import app.bellwire.query.QueryParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A configuration file that is written again and again. Confined to one thread.
final class Configured {
  private static final String HEAD =
      "sources: [ { id: norda, url: \"https://norda.example/rss\" } ]\n";

  final Path file;
  final ConfigLoader loader;

  Configured(Path folder, InstantSource clock) {
    file = folder.resolve("bellwire.yml");
    loader = new ConfigLoader(name -> null, QueryParser::parse, clock);
  }

  /// Replaces everything below the sources.
  Configured says(String lines) {
    return holds(HEAD + lines);
  }

  /// Replaces the whole file.
  Configured holds(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /// Declares so many subscriptions, `s1` and on.
  Configured declares(int subscriptions) {
    return says(subscriptions(subscriptions));
  }

  static String subscriptions(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "  - { id: s" + i + ", query: storm" + i + ", to: local:desk }\n")
        .collect(Collectors.joining("", count == 0 ? "" : "subscriptions:\n", ""));
  }

  ConfigResult.Loaded loaded() {
    return switch (loader.load(file, List.of())) {
      case ConfigResult.Loaded loaded -> loaded;
      case ConfigResult.Refused refused -> throw new AssertionError(refused.problems().toString());
    };
  }

  Settings settings() {
    return loaded().settings();
  }
}

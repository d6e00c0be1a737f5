package app.bellwire.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides when a changed file counts: once all files have held the same for two seconds, and not
/// what was judged last. Driven by its caller, about once a second; confined to one thread; blocks
/// for the reading of the files.
///
/// What is running is the caller's; a refusal is told once and changes nothing. When the files say
/// again what is running, the [ConfigResult.Loaded] is told too: its [ConfigDiff] from the running
/// settings is empty, and a trouble that was shown is over.
public final class ConfigWatch {
  private static final Duration STANDS = Duration.ofSeconds(2);

  private final ConfigLoader loader;
  private final Path file;
  private final List<String> overrides;

  /// What was judged last, as the caller knows it.
  private Map<Path, String> judged;

  /// What the files hold, and since when.
  private Map<Path, String> seen;

  private Instant since = Instant.EPOCH;

  /// @param running the result of loading the same file with the same overrides
  public ConfigWatch(
      ConfigLoader loader, Path file, List<String> overrides, ConfigResult.Loaded running) {
    this.loader = loader;
    this.file = file;
    this.overrides = List.copyOf(overrides);
    this.judged = running.files();
    this.seen = running.files();
  }

  /// Looks at the files. A result is a change to take, to refuse, or to call off.
  public Optional<ConfigResult> check(Instant now) {
    Map<Path, String> current = current();
    if (!current.equals(seen)) {
      return waitFor(current, now);
    }
    if (current.equals(judged) || now.isBefore(since.plus(STANDS))) {
      return Optional.empty();
    }
    ConfigLoader.Outcome outcome = loader.read(file, overrides);
    if (!current.entrySet().containsAll(outcome.files().entrySet())) {
      return waitFor(merged(current, outcome.files()), now);
    }
    return judge(current, outcome);
  }

  /// A refused reading may have stopped before it came to all files; they are watched on.
  private Optional<ConfigResult> judge(Map<Path, String> current, ConfigLoader.Outcome outcome) {
    boolean known = judged.entrySet().containsAll(outcome.files().entrySet());
    judged = outcome.result() instanceof ConfigResult.Loaded ? outcome.files() : current;
    seen = judged;
    return known ? Optional.empty() : Optional.of(outcome.result());
  }

  /// What is watched, with the files that were named just now and may still be being written.
  private static Map<Path, String> merged(Map<Path, String> current, Map<Path, String> read) {
    Map<Path, String> all = new LinkedHashMap<>(current);
    all.putAll(read);
    return all;
  }

  private Optional<ConfigResult> waitFor(Map<Path, String> files, Instant now) {
    seen = files;
    since = now;
    return Optional.empty();
  }

  private Map<Path, String> current() {
    Map<Path, String> current = new LinkedHashMap<>();
    seen.keySet().forEach(path -> current.put(path, Content.of(path).digest()));
    return current;
  }
}

package app.bellwire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How much memory the program holds, heap, model and all, as Linux counts it.
final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ProcessMemory() {}

  /// `RSS 343 MiB, at most 349 MiB`; elsewhere than on Linux that it is not known.
  static String now() {
    try {
      List<String> lines = Files.readAllLines(STATUS);
      return "RSS %d MiB, at most %d MiB"
          .formatted(mebibytes(lines, "VmRSS:"), mebibytes(lines, "VmHWM:"));
    } catch (IOException e) {
      return "not known on this system";
    }
  }

  private static long mebibytes(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}

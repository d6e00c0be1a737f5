package app.bellwire.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real program on a clock that shows the days on which clocks are changed, and jumps.
class ClocksAttackTest {
  private static final Path LIBRARIES = Path.of("/usr/lib");

  /// How many programs run side by side on a small machine.
  private static final int AT_ONCE = 4;

  @TempDir Path folder;

  @Test
  void thereIsOneDigestADayWhateverTheClockDoes() throws Exception {
    Optional<Path> faketime = faketime();
    assumeThat(faketime).as("the Debian package libfaketime is there").isPresent();
    List<Future<String>> runs = new ArrayList<>();
    try (ExecutorService together = Executors.newFixedThreadPool(AT_ONCE)) {
      for (ClockRun.Day day : days()) {
        runs.add(together.submit(() -> run(day, faketime.get())));
      }
    }
    for (Future<String> run : runs) {
      System.out.println("clocks " + run.get());
    }
    assertThat(runs).hasSize(days().size());
  }

  private String run(ClockRun.Day day, Path faketime) throws Exception {
    try (ClockRun run = new ClockRun(folder.resolve(day.name()), day, faketime)) {
      run.beforeTheTime();
      run.overTheTime();
      run.backAnHourAndOverItAgain();
      run.onAnHour();
      run.onADay();
      return run.summary();
    }
  }

  private static List<ClockRun.Day> days() {
    List<ClockRun.Day> few =
        List.of(
            new ClockRun.Day("2026-03-29", "02:30", "Europe/Berlin"),
            new ClockRun.Day("2026-10-25", "02:30", "Europe/Berlin"),
            new ClockRun.Day("2026-04-05", "01:45", "Australia/Lord_Howe"),
            new ClockRun.Day("2011-12-29", "03:30", "Pacific/Apia"));
    List<ClockRun.Day> more =
        List.of(
            new ClockRun.Day("2026-03-08", "02:30", "America/New_York"),
            new ClockRun.Day("2026-11-01", "01:30", "America/New_York"),
            new ClockRun.Day("2026-10-04", "02:15", "Australia/Lord_Howe"),
            new ClockRun.Day("2012-04-01", "03:30", "Pacific/Apia"));
    return Size.full() ? Stream.of(few, more).flatMap(List::stream).toList() : few;
  }

  private static Optional<Path> faketime() throws IOException {
    try (Stream<Path> places = Files.list(LIBRARIES)) {
      return places
          .map(place -> place.resolve("faketime/libfaketimeMT.so.1"))
          .filter(Files::exists)
          .findFirst();
    }
  }
}

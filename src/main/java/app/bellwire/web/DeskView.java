package app.bellwire.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the desk shows of the program at one moment. Plain data, filled by whoever knows it.
/// Immutable.
///
/// @param halfHours the last 24 hours, oldest first
/// @param alerts the last ones, newest first
public record DeskView(
    Instant now,
    Program program,
    List<SourceRow> sources,
    List<HalfHour> halfHours,
    Sum sum,
    List<WaitingRow> waiting,
    List<AlertRow> alerts,
    ConfigRow config,
    List<Trouble> troubles) {

  public DeskView {
    sources = List.copyOf(sources);
    halfHours = List.copyOf(halfHours);
    waiting = List.copyOf(waiting);
    alerts = List.copyOf(alerts);
    troubles = List.copyOf(troubles);
  }

  /// The running program.
  ///
  /// @param sampleWire whether the bundled wire is one of the sources
  /// @param subscriptions how many listen
  public record Program(
      Instant started, String version, ZoneId zone, boolean sampleWire, int subscriptions) {}

  /// One source.
  ///
  /// @param lastLook null before the first look
  /// @param nextLook null when none is planned
  /// @param detail why it fails, such as `503`; for a silent one how many reports it usually has by
  ///   now; else empty
  public record SourceRow(
      String name,
      @Nullable Instant lastLook,
      @Nullable Instant nextLook,
      int newSinceMidnight,
      SourceCondition condition,
      String detail) {}

  /// How a source is.
  public enum SourceCondition {
    /// The last look found something new.
    READ,
    /// The last look found nothing new.
    UNCHANGED,
    FAILING,
    /// Longer without a report than is its habit.
    SILENT,
    /// Not looked at so far.
    UNREAD
  }

  /// Thirty minutes of the last 24 hours.
  ///
  /// @param reports read in it
  /// @param told stories told in it
  /// @param running whether the program ran in any part of it
  /// @param failed the names of sources that could not be read in it
  public record HalfHour(
      Instant start, int reports, int told, boolean running, List<String> failed) {
    public HalfHour {
      failed = List.copyOf(failed);
    }
  }

  /// What became of everything since midnight. The totals are the sums of their parts, so that the
  /// figures always add up.
  ///
  /// @param matched what became of each match: told, joined, muted, …
  /// @param others what became of the reports that nobody asked for
  /// @param messages what became of each message: sent, waiting, uncertain, failed
  /// @param delay from source to chat
  /// @param late what came later than its source's interval and a minute
  public record Sum(
      Instant since,
      List<Part> matched,
      List<Part> others,
      List<Part> messages,
      @Nullable Delay delay,
      List<Entry> late) {
    public Sum {
      matched = List.copyOf(matched);
      others = List.copyOf(others);
      messages = List.copyOf(messages);
      late = List.copyOf(late);
    }

    /// Reports read.
    public int read() {
      return total(matched) + total(others);
    }

    static int total(List<Part> parts) {
      return parts.stream().mapToInt(Part::count).sum();
    }
  }

  /// One figure of a sum.
  ///
  /// @param word such as `Told`
  /// @param behind what it counts, as far as it is listed
  public record Part(String word, int count, List<Entry> behind) {
    public Part {
      behind = List.copyOf(behind);
    }

    public static Part of(String word, int count) {
      return new Part(word, count, List.of());
    }
  }

  /// One thing that a figure counts.
  ///
  /// @param link null for none
  public record Entry(Instant at, String what, @Nullable URI link) {}

  /// From the moment an article stood in its source to the moment a chat had it.
  public record Delay(Duration median, Duration slowest) {}

  /// What waits for one chat.
  ///
  /// @param reason why it waits, such as `quiet hours` or `not_in_channel`
  /// @param nextTry null when nothing is planned before something is done about it
  public record WaitingRow(
      String chat, int count, Instant oldest, String reason, @Nullable Instant nextTry) {}

  /// One story told.
  ///
  /// @param language of the headline; `und` when unknown
  public record AlertRow(
      Instant at, String headline, String language, List<String> chats, int reports) {
    public AlertRow {
      chats = List.copyOf(chats);
    }
  }

  /// The files in force.
  ///
  /// @param taken when they were taken
  /// @param refused the newest change that was not taken, or null
  public record ConfigRow(List<String> files, Instant taken, @Nullable Refused refused) {
    public ConfigRow {
      files = List.copyOf(files);
    }
  }

  /// A change of a file that was not taken.
  ///
  /// @param line 0 when no line is to blame
  /// @param hint what to write instead; empty for none
  public record Refused(Instant at, String file, int line, String what, String hint) {}

  /// Something that somebody has to do something about; the words are those of the admin's notice.
  ///
  /// @param subject the chat, network, file or source, by its present name
  /// @param count how many alerts wait or looks failed; 0 when nothing is counted
  /// @param what is wrong: `TASS cannot be read: the server answers 503.`
  /// @param effect what it does to readers
  /// @param fix what to do
  public record Trouble(
      Kind kind, String subject, Instant since, int count, String what, String effect, String fix) {

    /// Worst first.
    public enum Kind {
      STORE,
      NOT_GOING_OUT,
      CHAT_LOST,
      TOKEN,
      CONFIG,
      CONFIG_WAITING,
      SOURCE_FAILING,
      SOURCE_SILENT
    }
  }
}

package app.bellwire.command;

import app.bellwire.command.SourceProbe.Probe;
import app.bellwire.deliver.Outbox.Waiting;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the sources, a chat and the program stand, in English. Pure.
final class StandingWords {
  private StandingWords() {}

  static String model(String name) {
    return "\nReads what reports mean, by " + name + ".";
  }

  /// @param needed to stand after "need"
  static String waitingForMeaning(int subscriptions, String needed) {
    return Counted.of(
            subscriptions, "subscription with about: needs ", "subscriptions with about: need ")
        + needed
        + ". Until then "
        + (subscriptions == 1 ? "it hears" : "they hear")
        + " what the other words find.";
  }

  /// Under a subscription that is not heard in full.
  static String waits(String needed) {
    return "waits for " + needed;
  }

  static String source(Probe probe, When when) {
    Instant read = probe.state().lastRead();
    String name = name(probe);
    if (probe.failing()) {
      return name + " · not read" + since(read, when) + ": " + problem(probe);
    }
    return read == null
        ? name + " · not read yet, first look " + when.brief(probe.state().nextLook())
        : name
            + " · read "
            + when.brief(read)
            + ", next look "
            + when.brief(probe.state().nextLook());
  }

  /// `All 14 sources were read in the last 5 minutes.`, or what is not well.
  static String verdict(List<Probe> probes, When when) {
    if (probes.isEmpty()) {
      return "No source is set.";
    }
    List<Probe> failing = probes.stream().filter(Probe::failing).toList();
    if (failing.size() == 1) {
      return name(failing.getFirst())
          + " has not been read"
          + since(failing.getFirst().state().lastRead(), when)
          + others(probes.size() - 1);
    }
    if (!failing.isEmpty()) {
      String names = failing.stream().map(StandingWords::name).collect(Collectors.joining(", "));
      return failing.size()
          + " of "
          + probes.size()
          + " sources cannot be read now: "
          + names
          + ".";
    }
    return well(probes, when);
  }

  private static String well(List<Probe> probes, When when) {
    long unread = probes.stream().filter(p -> p.state().neverRead()).count();
    if (unread > 0) {
      return unread == probes.size()
          ? "No source has been read yet."
          : Counted.of(unread, "source", "sources") + " of " + probes.size() + " not read yet.";
    }
    Instant oldest =
        probes.stream()
            .map(p -> Objects.requireNonNullElse(p.state().lastRead(), when.now()))
            .min(Comparator.naturalOrder())
            .orElse(when.now());
    long minutes = Math.max(1, (Duration.between(oldest, when.now()).toSeconds() + 59) / 60);
    String last =
        minutes < 60
            ? minutes == 1 ? "minute" : minutes + " minutes"
            : When.length(Duration.ofMinutes(minutes));
    String subject =
        probes.size() == 1 ? "The one source was" : "All " + probes.size() + " sources were";
    return subject + " read in the last " + last + ".";
  }

  private static String others(int others) {
    return switch (others) {
      case 0 -> ".";
      case 1 -> "; the other one is fine. A story that only it has would come late.";
      default -> "; the " + others + " others are fine. A story that only it has would come late.";
    };
  }

  static String thisChat(int watched, long muted, int waiting, Optional<String> lastAlert) {
    return "This chat: "
        + Counted.of(watched, "subscription", "subscriptions")
        + (muted == 0 ? "" : ", " + Counted.of(muted, "story", "stories") + " muted")
        + (waiting == 0
            ? ", nothing waiting. "
            : ", " + Counted.of(waiting, "alert", "alerts") + " waiting. ")
        + lastAlert.map(at -> "Last alert " + at + ".").orElse("No alert so far.");
  }

  static String running(
      Instant since, String version, int sources, int subscriptions, int chats, When when) {
    return when.full(since)
        + " · version "
        + version
        + " · "
        + Counted.of(sources, "source", "sources")
        + ", "
        + Counted.of(subscriptions, "subscription", "subscriptions")
        + ", "
        + Counted.of(chats, "chat", "chats");
  }

  static String sourceTrouble(Probe probe, When when) {
    return name(probe)
        + ": not read"
        + since(probe.state().lastRead(), when)
        + ", "
        + problem(probe)
        + ", "
        + Counted.of(probe.state().failures(), "look", "looks")
        + ".";
  }

  static String chatTrouble(String chat, Waiting waiting, String reason, When when) {
    String why = reason.isEmpty() ? "" : ", " + reason;
    return chat
        + ": "
        + Counted.of(waiting.count(), "message waits", "messages wait")
        + why
        + ", oldest since "
        + when.brief(waiting.oldest())
        + ".";
  }

  private static String name(Probe probe) {
    return probe.source().agency().orElse(probe.source().id().value());
  }

  private static String since(@Nullable Instant read, When when) {
    return read == null ? " at all" : " since " + when.brief(read);
  }

  private static String problem(Probe probe) {
    return Objects.requireNonNullElse(probe.state().problem(), "no reason known");
  }
}

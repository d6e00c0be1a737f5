package app.bellwire.command;

import app.bellwire.chat.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Something said at most once a day in a chat, for as long as the program runs; never where
/// several people share the chat. Thread-safe.
final class OncePerDay {
  private static final Duration DAY = Duration.ofDays(1);

  private final Map<Address, Instant> said = new ConcurrentHashMap<>();

  /// Whether it may be said now, which counts as said.
  boolean today(Ask ask) {
    Instant yesterday = ask.now().minus(DAY);
    said.values().removeIf(at -> !at.isAfter(yesterday));
    return !ask.many() && said.putIfAbsent(ask.message().from(), ask.now()) == null;
  }
}

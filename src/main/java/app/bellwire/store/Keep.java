package app.bellwire.store;

import java.time.Duration;

/// How long things are kept. Immutable.
///
/// @param articles articles, their events and what chats were told of them
/// @param ledger what became of items, and who changed what
/// @param outbox settled deliveries, done commands and the messages of local chats
public record Keep(Duration articles, Duration ledger, Duration outbox) {
  public static final Keep DEFAULT =
      new Keep(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(30));
}

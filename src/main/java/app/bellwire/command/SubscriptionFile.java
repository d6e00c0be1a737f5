package app.bellwire.command;

import app.bellwire.query.ParsedQuery;
import app.bellwire.subscription.DeliveryPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads subscriptions as config files and `/export` write them. Implementations are thread-safe.
public interface SubscriptionFile {
  /// Reads all of `yaml`, also behind its mistakes. Chats that it names are not looked at.
  Read read(String yaml);

  /// @param entries what could be read, in order
  /// @param problems what could not, by line
  record Read(List<Entry> entries, List<Problem> problems) {
    public Read {
      entries = List.copyOf(entries);
      problems = List.copyOf(problems);
    }
  }

  /// @param line where it begins, from 1
  record Entry(int line, ParsedQuery.Valid query, DeliveryPlan plan, Optional<Instant> until) {}

  /// @param line from 1; 0 where none can be named
  /// @param hint what was probably meant, bare
  record Problem(int line, String what, Optional<String> hint) {}
}

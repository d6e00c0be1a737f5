package app.bellwire.config;

import app.bellwire.chat.Address;
import app.bellwire.query.ParsedQuery;
import app.bellwire.subscription.DeliveryPlan;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// A subscription that a file declares, for one chat or several. Immutable.
///
/// @param id its name, unique in the configuration
/// @param to the chats that are told; at least one, none twice
/// @param owner who to ask about it, in any form
/// @param until its last day
/// @param file where it is declared
/// @param line where its entry begins, from 1
public record ConfigSubscription(
    String id,
    ParsedQuery.Valid query,
    List<Address> to,
    DeliveryPlan plan,
    Optional<String> owner,
    Optional<LocalDate> until,
    Path file,
    int line) {
  public ConfigSubscription {
    to = List.copyOf(to);
  }

  /// When it ends: the end of its last day in its own zone, else in the install's.
  public Optional<Instant> ends(ZoneId install) {
    ZoneId zone = plan.zone().orElse(install);
    return until.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
  }
}

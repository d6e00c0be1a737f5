package app.bellwire.command;

import app.bellwire.chat.Address;
import app.bellwire.chat.Role;
import app.bellwire.chat.UserId;
import app.bellwire.subscription.DeliveryPlan;
import java.time.Instant;
import java.time.ZoneId;

/// What commands ask about the running program and the people it knows. Implementations are
/// thread-safe and answer from the configuration as it now is.
public interface Install {
  ZoneId zone();

  int subscriptionsPerChat();

  /// What the configuration sets for all of a chat and the chat cannot change.
  DeliveryPlan declared(Address address);

  boolean hasAdmins();

  /// Whether the configuration names the person as an admin of the install.
  boolean admin(UserId user);

  /// Whether the person may use this install at all.
  boolean invited(UserId user, Address address);

  /// What the person may do in the chat; may ask the network.
  Role roleOf(UserId user, Address address);

  /// Whether the network is switched on.
  boolean on(String network);

  Instant runningSince();

  String version();
}

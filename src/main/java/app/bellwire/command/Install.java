package app.bellwire.command;

import app.bellwire.chat.Address;
import app.bellwire.chat.Role;
import app.bellwire.chat.Standing;
import app.bellwire.chat.UserId;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.WhoMay;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// What commands ask about the running program and the people it knows. Implementations are
/// thread-safe and answer from the configuration as it now is.
public interface Install {
  ZoneId zone();

  int subscriptionsPerChat();

  /// What the configuration sets for all of a chat and the chat cannot change.
  DeliveryPlan declared(Address address);

  /// Who may change what the chat gets, as the configuration says for it or for the group it is a
  /// topic of; admins where it says nothing.
  WhoMay whoMay(Address address);

  boolean hasAdmins();

  /// Whether the configuration names the person as an admin of the install.
  boolean admin(UserId user);

  /// Whether the person may use this install at all.
  boolean invited(UserId user, Address address);

  /// What the person may do in the chat; may ask the network.
  Role roleOf(UserId user, Address address);

  /// Whether an answer at the address is seen by whoever asked alone.
  boolean discreet(Address address);

  /// Whether the network can show forms and a page of its own.
  boolean panels(String network);

  /// By which clock a person lives, where their network tells.
  Optional<ZoneId> zoneOf(UserId user);

  /// What a network knows of a chat that somebody named, and of them there; may ask the network.
  ///
  /// @param named a public name, such as `@deskwire`, or the id of an address
  /// @param anew whether something was done meanwhile that may have changed the answer
  Standing standing(String network, String named, UserId asker, boolean anew);

  /// Whether people in private chats of the network can choose a channel with a key.
  boolean choosesChannels(String network);

  /// An address that opens a private chat with Bellwire and says `/start payload` there.
  Optional<URI> startLink(String network, String payload);

  /// An address that offers to add Bellwire to a group.
  Optional<URI> groupLink(String network);

  /// Whether invented news is told on the network.
  boolean sampleTo(String network);

  /// Whether the network is switched on.
  boolean on(String network);

  Instant runningSince();

  String version();
}

package app.bellwire.command;

import app.bellwire.chat.Address;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.Role;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.text.When;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/// Finds out who sent a message and what they may do where they sent it; may ask the network, so
/// never in a transaction. Thread-safe.
final class Asking {
  private final Stores stores;
  private final Install install;
  private final InstantSource clock;

  Asking(Stores stores, Install install, InstantSource clock) {
    this.stores = stores;
    this.install = install;
    this.clock = clock;
  }

  Ask of(IncomingMessage message) {
    ChatSettings settings =
        stores
            .unitOfWork()
            .inTransaction(() -> stores.chats().settings(stores.chats().at(message.from())));
    boolean many = Ask.many(message.from());
    Role role = many ? install.roleOf(message.user(), message.from()) : Role.ADMIN;
    boolean local = message.from().network().equals(Address.LOCAL);
    When when =
        new When(
            settings.zone().orElse(install.zone()), settings.zone().isPresent(), clock.instant());
    boolean admin = local || install.admin(message.user());
    Optional<ZoneId> clock =
        settings.zone().isPresent() ? Optional.empty() : install.zoneOf(message.user());
    return new Ask(
        message,
        settings,
        when,
        new Ask.Rights(role, admin, install.whoMay(message.from())),
        new Ask.Room(many, install.discreet(message.from()), Optional.empty(), clock),
        stores.buttons());
  }
}

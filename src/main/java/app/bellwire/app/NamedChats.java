package app.bellwire.app;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.ChatId;
import app.bellwire.subscription.ChatBook;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.work.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out where those chats lastingly are that the configuration knows by a public name, so that
/// `telegram:@deskwire` and the same channel under its id are one chat, which is told each story
/// once. Confined to one thread.
final class NamedChats {
  private static final Logger LOG = LoggerFactory.getLogger(NamedChats.class);

  private final Map<String, Chat> networks;
  private final ChatBook chats;
  private final SubscriptionBook book;
  private final UnitOfWork work;
  private final Consumer<ChatId> settled;

  /// @param settled told of each chat whose lasting address was found
  NamedChats(
      List<Chat> networks,
      ChatBook chats,
      SubscriptionBook book,
      UnitOfWork work,
      Consumer<ChatId> settled) {
    this.networks = networks.stream().collect(Collectors.toMap(Chat::network, Function.identity()));
    this.chats = chats;
    this.book = book;
    this.work = work;
    this.settled = settled;
  }

  /// Asks for those that are not known yet; outside any transaction.
  void look() {
    chats.all().stream()
        .map(ChatSettings::address)
        .map(address -> new Address(address.network(), address.workspace(), address.id(), null))
        .distinct()
        .forEach(this::look);
  }

  private void look(Address address) {
    Optional.ofNullable(networks.get(address.network()))
        .flatMap(network -> network.lasting(address))
        .ifPresent(at -> settle(address, at));
  }

  private void settle(Address name, Address at) {
    LOG.info("{} is found at {}", name, at);
    work.inTransaction(
        () -> {
          chats.settle(name, at);
          return true;
        });
    book.reload();
    chats.within(at).forEach(chat -> settled.accept(chat.id()));
  }
}

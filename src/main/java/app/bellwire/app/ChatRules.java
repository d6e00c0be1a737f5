package app.bellwire.app;

import app.bellwire.chat.Address;
import app.bellwire.chat.OnUncertain;
import app.bellwire.config.Settings;
import app.bellwire.config.Settings.ChatRule;
import app.bellwire.subscription.ChatBook;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What the configuration in force has for a chat, whether it names it by the address it has, by
/// one it had before or by a public name. Thread-safe.
final class ChatRules {
  private final Supplier<Settings> settings;
  private final ChatBook chats;

  ChatRules(Supplier<Settings> settings, ChatBook chats) {
    this.settings = settings;
    this.chats = chats;
  }

  /// The rule of the chat itself.
  Optional<ChatRule> of(Address address) {
    return first(address, rule -> true);
  }

  /// The rule of the chat, else that of the group it is a topic of.
  Optional<ChatRule> around(Address address) {
    return of(address).or(() -> of(whole(address)));
  }

  /// What happens to a message whose answer was lost: what the rules say, else what the network
  /// has. The local chat can always be asked.
  OnUncertain onUncertain(Address address) {
    Predicate<ChatRule> says = rule -> rule.onUncertain().isPresent();
    return first(address, says)
        .or(() -> first(whole(address), says))
        .flatMap(ChatRule::onUncertain)
        .orElseGet(() -> settings.get().connections().onUncertain(address.network()));
  }

  private Optional<ChatRule> first(Address address, Predicate<ChatRule> wanted) {
    return settings.get().people().chats().stream()
        .filter(wanted)
        .filter(rule -> means(rule.address(), address))
        .findFirst();
  }

  private boolean means(Address ruled, Address address) {
    return ruled.meets(address)
        || ruled.network().equals(address.network()) && chats.now(ruled).meets(address);
  }

  private static Address whole(Address address) {
    return new Address(address.network(), address.workspace(), address.id(), null);
  }
}

package app.bellwire.deliver;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.Limits;
import app.bellwire.chat.OnUncertain;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The chat networks that are on, and what holds for a chat on them. Thread-safe.
public final class Networks {
  private final Map<String, Chat> chats;
  private final Function<Address, OnUncertain> onUncertain;

  /// @param onUncertain what happens at an address to a message whose answer was lost
  public Networks(List<Chat> chats, Function<Address, OnUncertain> onUncertain) {
    this.chats = chats.stream().collect(Collectors.toMap(Chat::network, Function.identity()));
    this.onUncertain = onUncertain;
  }

  public Collection<String> names() {
    return chats.keySet();
  }

  /// Those that something keeps from working, as far as they know.
  Set<String> inTrouble() {
    return chats.values().stream()
        .filter(chat -> chat.condition().isPresent())
        .map(Chat::network)
        .collect(Collectors.toSet());
  }

  /// How fast each network takes messages.
  public Map<String, Limits> limits() {
    return chats.values().stream().collect(Collectors.toMap(Chat::network, Chat::limits));
  }

  public Optional<Chat> at(Address address) {
    return Optional.ofNullable(chats.get(address.network()));
  }

  OnUncertain onUncertain(Address address) {
    return onUncertain.apply(address);
  }

  Place place(Address address) {
    return Place.of(address, at(address).map(chat -> chat.group(address)).orElse(false));
  }
}

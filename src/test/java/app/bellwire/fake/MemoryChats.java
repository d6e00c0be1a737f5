package app.bellwire.fake;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.subscription.ChatBook;
import app.bellwire.subscription.ChatSettings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Chats numbered from 1 in the order they were met. Thread-safe.
public final class MemoryChats implements ChatBook {
  private final Map<ChatId, ChatSettings> chats = new LinkedHashMap<>();
  private final Map<Address, Address> names = new HashMap<>();

  @Override
  public synchronized ChatId at(Address address) {
    return known(address)
        .orElseGet(
            () -> {
              ChatId id = new ChatId(chats.size() + 1L);
              chats.put(id, ChatSettings.fresh(id, now(address)));
              return id;
            });
  }

  @Override
  public synchronized Optional<ChatId> known(Address address) {
    return chats.values().stream()
        .filter(c -> c.address().meets(now(address)))
        .map(ChatSettings::id)
        .findFirst();
  }

  @Override
  public synchronized List<ChatSettings> within(Address whole) {
    return chats.values().stream()
        .filter(c -> c.address().network().equals(whole.network()))
        .filter(c -> c.address().id().equals(whole.id()))
        .toList();
  }

  /// Without the case of two chats that become one.
  @Override
  public synchronized void move(Address from, Address to) {
    within(from)
        .forEach(
            c ->
                save(
                    c.at(new Address(to.network(), to.workspace(), to.id(), c.address().topic()))));
  }

  /// Without the case of two chats that become one, and of topics.
  @Override
  public synchronized void settle(Address name, Address at) {
    move(name, at);
    names.put(name, at);
  }

  @Override
  public synchronized Address now(Address address) {
    return names.getOrDefault(address, address);
  }

  @Override
  public synchronized ChatSettings settings(ChatId chat) {
    ChatSettings settings = chats.get(chat);
    if (settings == null) {
      throw new NoSuchElementException("no chat " + chat);
    }
    return settings;
  }

  @Override
  public synchronized void save(ChatSettings settings) {
    chats.put(settings.id(), settings);
  }

  @Override
  public synchronized List<ChatSettings> all() {
    return List.copyOf(chats.values());
  }
}

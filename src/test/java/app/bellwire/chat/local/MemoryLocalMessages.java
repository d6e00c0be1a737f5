package app.bellwire.chat.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [LocalMessages] in memory. Thread-safe.
public final class MemoryLocalMessages implements LocalMessages {
  private final Map<String, LocalMessage> byId = new LinkedHashMap<>();
  private final Map<String, String> byDelivery = new HashMap<>();

  @Override
  public synchronized LocalMessage add(LocalMessage message, @Nullable String deliveryId) {
    Optional<LocalMessage> earlier = Optional.ofNullable(deliveryId).flatMap(this::byDelivery);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    byId.put(message.id(), message);
    if (deliveryId != null) {
      byDelivery.put(deliveryId, message.id());
    }
    return message;
  }

  @Override
  public synchronized boolean replace(LocalMessage message) {
    return byId.replace(message.id(), message) != null;
  }

  @Override
  public synchronized Optional<LocalMessage> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized Optional<LocalMessage> byDelivery(String deliveryId) {
    return Optional.ofNullable(byDelivery.get(deliveryId)).flatMap(this::find);
  }

  @Override
  public synchronized List<LocalMessage> of(String chat) {
    return byId.values().stream().filter(message -> message.chat().equals(chat)).toList();
  }

  @Override
  public synchronized List<String> chats() {
    return new ArrayList<>(byId.values()).stream().map(LocalMessage::chat).distinct().toList();
  }
}

package app.bellwire.fake;

import app.bellwire.alert.Alert;
import app.bellwire.chat.ChatId;
import app.bellwire.command.ToldDigests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Digests numbered from 1, of any chat. Thread-safe.
public final class MemoryDigests implements ToldDigests {
  private final Map<Long, List<Alert>> told = new LinkedHashMap<>();

  /// @return the number of the digest
  public synchronized long tells(List<Alert> stories) {
    told.put(told.size() + 1L, List.copyOf(stories));
    return told.size();
  }

  @Override
  public synchronized OptionalLong latest(ChatId chat) {
    return told.isEmpty() ? OptionalLong.empty() : OptionalLong.of(told.size());
  }

  @Override
  public synchronized List<Alert> stories(ChatId chat, long digest) {
    return told.getOrDefault(digest, List.of()).stream()
        .filter(alert -> alert.chat().equals(chat))
        .toList();
  }
}

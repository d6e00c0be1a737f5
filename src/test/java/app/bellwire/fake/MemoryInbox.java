package app.bellwire.fake;

import app.bellwire.chat.Inbox;
import app.bellwire.chat.Incoming;
import app.bellwire.command.InboxQueue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps what people typed until it is done. Thread-safe.
public final class MemoryInbox implements Inbox, InboxQueue {
  private final Map<String, Incoming> open = new LinkedHashMap<>();
  private final Set<String> seen = new LinkedHashSet<>();

  @Override
  public synchronized boolean accept(Incoming message) {
    if (!seen.add(key(message))) {
      return false;
    }
    open.put(key(message), message);
    return true;
  }

  @Override
  public synchronized List<Incoming> open() {
    return List.copyOf(open.values());
  }

  @Override
  public synchronized boolean done(Incoming message) {
    return open.remove(key(message)) != null;
  }

  private static String key(Incoming message) {
    return message.from().network() + " " + message.updateId();
  }
}

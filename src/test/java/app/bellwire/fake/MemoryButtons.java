package app.bellwire.fake;

import app.bellwire.chat.Action;
import app.bellwire.chat.Buttons;
import app.bellwire.chat.ChatId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Buttons numbered from 1; they act for [Buttons#LIFE]. Thread-safe.
public final class MemoryButtons implements Buttons {
  private final InstantSource clock;
  private final Map<String, Issued> issued = new LinkedHashMap<>();

  private record Issued(ChatId chat, Action action, Instant at) {}

  public MemoryButtons(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized String issue(ChatId chat, Action action) {
    String id = "b" + (issued.size() + 1);
    issued.put(id, new Issued(chat, action, clock.instant()));
    return id;
  }

  @Override
  public synchronized Optional<Action> find(ChatId chat, String id) {
    return Optional.ofNullable(issued.get(id))
        .filter(i -> i.chat().equals(chat))
        .filter(i -> i.at().plus(LIFE).isAfter(clock.instant()))
        .map(Issued::action);
  }
}

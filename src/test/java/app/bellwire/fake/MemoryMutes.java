package app.bellwire.fake;

import app.bellwire.chat.ChatId;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.MuteBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Mutes, one per chat, scope and target. Thread-safe.
public final class MemoryMutes implements MuteBook {
  private final List<Mute> mutes = new ArrayList<>();

  @Override
  public synchronized List<Mute> of(ChatId chat, Instant now) {
    return mutes.stream().filter(m -> m.chat().equals(chat) && m.until().isAfter(now)).toList();
  }

  @Override
  public synchronized void put(Mute mute) {
    lift(mute.chat(), mute.scope(), mute.target());
    mutes.add(mute);
  }

  @Override
  public synchronized void lift(ChatId chat, Mute.Scope scope, long target) {
    mutes.removeIf(m -> m.chat().equals(chat) && m.scope() == scope && m.target() == target);
  }
}

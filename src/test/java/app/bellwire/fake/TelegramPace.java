package app.bellwire.fake;

import app.bellwire.chat.Limits;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Holds a bot to the limits of Telegram and to the waits it was asked for. Confined to the lock of
/// its world.
final class TelegramPace {
  /// Of the whole bot, among the bans of its chats.
  static final long EVERYWHERE = 0;

  private final TelegramCounts counts;
  private final Map<Long, Long> bans = new HashMap<>();
  private EnforcedLimits overall = new EnforcedLimits(Limits.NONE);
  private EnforcedLimits chats = new EnforcedLimits(Limits.NONE);

  TelegramPace(TelegramCounts counts) {
    this.counts = counts;
  }

  void limit(Limits limits) {
    overall = new EnforcedLimits(new Limits(limits.overall(), List.of(), List.of()));
    chats = new EnforcedLimits(new Limits(List.of(), limits.chat(), limits.group()));
    bans.clear();
  }

  /// Nothing is taken for this chat until then.
  void ban(long chat, Duration wait) {
    bans.put(chat, System.nanoTime() + wait.toNanos());
  }

  /// Counts a message or an edit, if it may come. Edits in a private chat are held to the overall
  /// limits only.
  void take(TelegramRoom room, boolean edit) {
    checkBan(EVERYWHERE);
    checkBan(room.id);
    long now = System.nanoTime();
    checkWait(EVERYWHERE, overall.take("", false, now));
    if (!edit || room.isGroup()) {
      checkWait(room.id, chats.take(String.valueOf(room.id), room.isGroup(), now));
    }
  }

  private void checkBan(long chat) {
    long now = System.nanoTime();
    long rest = bans.getOrDefault(chat, now) - now;
    if (rest > 0) {
      refuse(Duration.ofNanos(rest));
    }
  }

  private void checkWait(long chat, Duration wait) {
    if (wait.isPositive()) {
      ban(chat, wait);
      refuse(wait);
    }
  }

  private void refuse(Duration wait) {
    counts.violated();
    throw TelegramRefusal.tooFast(wait);
  }
}

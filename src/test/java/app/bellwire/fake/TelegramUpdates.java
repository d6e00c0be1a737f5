package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What has happened and waits for the bot, and the bot's one poll for it. Confined to the lock of
/// its world, on which polls wait.
final class TelegramUpdates {
  private static final Set<String> UNASKED =
      Set.of("chat_member", "message_reaction", "message_reaction_count");
  private static final long SAME_AGAIN = Duration.ofSeconds(3).toNanos();
  private static final long SAME_AT_ONCE = Duration.ofMillis(500).toNanos();
  private static final long CONFLICT_GAP = Duration.ofSeconds(3).toNanos();
  private static final int SLOWED = 3;
  private static final int LONGEST = 50;
  private static final int MOST = 100;

  /// An offset that is so far behind the next update's id is none.
  private static final int FROM_ANOTHER_COUNT = 10;

  /// The thread of one call that waits.
  private static final class Poll {
    private boolean over;
  }

  private final TelegramWorld world;
  private final TelegramCounts counts;
  private final List<ObjectNode> queue = new ArrayList<>();
  private final Set<String> allowed = new HashSet<>();
  private int last = 100_000;
  private @Nullable Poll poll;
  private int lastOffset = Integer.MIN_VALUE;
  private long lastPoll;
  private long nextConflict = System.nanoTime();

  TelegramUpdates(TelegramWorld world, TelegramCounts counts) {
    this.world = world;
    this.counts = counts;
  }

  void push(String kind, JsonNode what) {
    if (allowed.isEmpty() ? UNASKED.contains(kind) : !allowed.contains(kind)) {
      return;
    }
    inject(JsonNodeFactory.instance.objectNode().set(kind, what.deepCopy()));
  }

  /// Any update, as it is, but for its id.
  void inject(ObjectNode update) {
    ObjectNode numbered = JsonNodeFactory.instance.objectNode().put("update_id", ++last);
    update.properties().forEach(field -> numbered.set(field.getKey(), field.getValue()));
    queue.add(numbered);
    world.notifyAll();
  }

  List<JsonNode> pending() {
    return List.copyOf(queue);
  }

  boolean isPolled() {
    return poll != null;
  }

  void drop() {
    queue.clear();
  }

  /// @param left whether the caller has gone, so that another one is no conflict
  ArrayNode poll(TelegramRequest call, BooleanSupplier left) {
    allow(call.nested("allowed_updates"));
    int offset = call.number("offset");
    int limit = call.has("limit") ? Math.clamp(call.number("limit"), 1, MOST) : MOST;
    int timeout = Math.clamp(call.number("timeout"), 0, LONGEST);
    long since = System.nanoTime() - lastPoll;
    boolean same = offset == lastOffset;
    lastOffset = offset;
    lastPoll = System.nanoTime();
    confirm(offset);
    // Whoever asks for the same again at once is slowed down.
    return await(
        same && since < SAME_AT_ONCE ? 1 : limit,
        same && since < SAME_AGAIN ? Math.max(SLOWED, timeout) : timeout,
        left);
  }

  private void allow(JsonNode kinds) {
    if (kinds.isArray()) {
      allowed.clear();
      kinds.forEach(kind -> allowed.add(kind.asText()));
    }
  }

  /// An offset below 0 counts from the end; one of an earlier count confirms nothing.
  private void confirm(int offset) {
    int from = offset < 0 ? last + 1 + offset : offset;
    if (from <= last + 1 + FROM_ANOTHER_COUNT) {
      queue.removeIf(update -> update.get("update_id").asInt() < from);
    }
  }

  /// From now on updates are numbered after `id`; a call that waits has waited long enough.
  void renumber(int id) {
    last = id;
    if (poll != null) {
      poll.over = true;
      world.notifyAll();
    }
  }

  private ArrayNode await(int limit, int timeout, BooleanSupplier left) {
    if (timeout == 0 || !queue.isEmpty()) {
      return first(limit);
    }
    Poll mine = new Poll();
    poll = mine;
    world.notifyAll();
    long end = System.nanoTime() + Duration.ofSeconds(timeout).toNanos();
    while (queue.isEmpty() && poll == mine && !mine.over && end - System.nanoTime() > 0) {
      pause(end - System.nanoTime());
    }
    if (mine.over) {
      poll = null;
      return JsonNodeFactory.instance.arrayNode();
    }
    if (poll != mine) {
      return sentAway(left);
    }
    poll = null;
    return first(limit);
  }

  private ArrayNode first(int limit) {
    ArrayNode updates = JsonNodeFactory.instance.arrayNode();
    queue.stream().limit(limit).forEach(updates::add);
    return updates;
  }

  private ArrayNode sentAway(BooleanSupplier left) {
    if (!left.getAsBoolean()) {
      counts.conflicted();
      holdBack();
    }
    throw TelegramRefusal.of(
        409,
        "Conflict: terminated by other getUpdates request;"
            + " make sure that only one bot instance is running");
  }

  /// Of several in a row the first is told at once, the others later.
  private void holdBack() {
    long now = System.nanoTime();
    if (now - nextConflict >= 0) {
      nextConflict = now + CONFLICT_GAP;
      return;
    }
    for (long end = now + CONFLICT_GAP; end - System.nanoTime() > 0; ) {
      pause(end - System.nanoTime());
    }
  }

  private void pause(long nanos) {
    try {
      world.wait(nanos / 1_000_000 + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      poll = null;
      throw TelegramRefusal.of(500, "Internal Server Error: closing");
    }
  }
}

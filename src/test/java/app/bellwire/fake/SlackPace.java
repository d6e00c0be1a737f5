package app.bellwire.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// The limits that the app is held to: one post a second in a channel after a burst, and, when they
/// are on, calls of a method a minute. A call during a wait that was asked for is a violation.
/// Confined to the lock of its world.
final class SlackPace {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /// What clocks and wires may differ by.
  private static final double GRACE = 0.02;

  private static final String POST = "chat.postMessage";

  private static final class Bucket {
    private double tokens;
    private long filled = System.nanoTime();
  }

  private final SlackCounts counts;
  private final Map<String, Bucket> channels = new HashMap<>();
  private final Map<String, Deque<Long>> minutes = new HashMap<>();
  private final Map<String, Long> bans = new HashMap<>();
  private int burst = 1;
  private Duration every = Duration.ofSeconds(1);
  private boolean tiers;

  SlackPace(SlackCounts counts) {
    this.counts = counts;
  }

  /// @param every zero for no limit
  void posts(int burst, Duration every) {
    this.burst = burst;
    this.every = every;
    channels.clear();
  }

  void tiers(boolean on) {
    tiers = on;
  }

  /// From now on calls like this one must wait.
  ///
  /// @param channel empty for all
  void ban(String method, String channel, Duration wait) {
    bans.put(method + " " + channel, System.nanoTime() + wait.toNanos());
  }

  /// A call has come, good or bad.
  ///
  /// @param channel empty when the method has none
  void call(String method, String channel) {
    checkBan(method, "");
    checkBan(method, channel);
    if (tiers) {
      minute(method);
    }
  }

  /// A message is about to be posted with which nothing is wrong.
  void post(String channel) {
    if (every.isPositive()) {
      second(POST, channel);
    }
  }

  private void checkBan(String method, String channel) {
    long left = bans.getOrDefault(method + " " + channel, Long.MIN_VALUE) - System.nanoTime();
    if (bans.containsKey(method + " " + channel) && left > 0) {
      counts.violated();
      throw SlackRefusal.tooFast(Duration.ofNanos(left));
    }
  }

  private void minute(String method) {
    int most = SlackMethod.perMinute(method);
    Deque<Long> recent = minutes.computeIfAbsent(method, _ -> new ArrayDeque<>());
    long now = System.nanoTime();
    while (!recent.isEmpty() && now - recent.peek() > MINUTE.toNanos()) {
      recent.poll();
    }
    if (recent.size() >= most) {
      refuse(method, "", MINUTE.minusNanos(now - recent.element()));
    }
    recent.add(now);
  }

  private void second(String method, String channel) {
    Bucket bucket = channels.computeIfAbsent(channel, _ -> full());
    long now = System.nanoTime();
    double gained = (now - bucket.filled) / (double) every.toNanos();
    bucket.tokens = Math.min(burst, bucket.tokens + gained);
    bucket.filled = now;
    if (bucket.tokens < 1 - GRACE) {
      long wait = (long) ((1 - bucket.tokens) * every.toNanos());
      refuse(method, channel, Duration.ofNanos(wait));
    }
    bucket.tokens--;
  }

  private Bucket full() {
    Bucket bucket = new Bucket();
    bucket.tokens = burst;
    return bucket;
  }

  private void refuse(String method, String channel, Duration wait) {
    ban(method, channel, wait);
    throw SlackRefusal.tooFast(wait);
  }
}

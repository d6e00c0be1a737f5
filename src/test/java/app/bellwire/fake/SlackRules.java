package app.bellwire.fake;

import java.time.Duration;
import java.util.List;

/// How strict a [SlackServer] is and how long it waits; as Slack is, unless it is told otherwise.
/// Thread-safe by the lock of the world.
public final class SlackRules {
  private final SlackWorld world;
  private final SlackPace pace;
  private final SlackTokens tokens;
  private final SlackEvents events;
  private final SlackResponses responses;
  private final SlackDispatch dispatch;
  private final SlackSockets sockets;

  SlackRules(
      SlackWorld world,
      SlackPace pace,
      SlackTokens tokens,
      SlackEvents events,
      SlackResponses responses,
      SlackDispatch dispatch,
      SlackSockets sockets) {
    this.world = world;
    this.pace = pace;
    this.tokens = tokens;
    this.events = events;
    this.responses = responses;
    this.dispatch = dispatch;
    this.sockets = sockets;
  }

  private SlackRules set(Runnable deed) {
    synchronized (world) {
      deed.run();
    }
    return this;
  }

  /// One post in a channel in such a time, after so many at once; one in a second is usual.
  ///
  /// @param every zero for no limit
  public SlackRules posts(int burst, Duration every) {
    return set(() -> pace.posts(burst, every));
  }

  /// Whether calls of a method a minute are limited; they are not at first.
  public SlackRules tiers(boolean on) {
    return set(() -> pace.tiers(on));
  }

  /// What the bot's token is allowed; all that is ever needed at first.
  public SlackRules scopes(String... scopes) {
    return set(() -> tokens.scopes(List.of(scopes)));
  }

  /// What the app is told of besides; `message.channels` and `message.groups` are not at first.
  public SlackRules subscribes(String... more) {
    return set(() -> events.subscribed.addAll(List.of(more)));
  }

  public SlackRules unsubscribes(String... some) {
    return set(() -> List.of(some).forEach(events.subscribed::remove));
  }

  /// Whether the app is told of its own messages where it is told of messages, as Slack does.
  public SlackRules echoes(boolean on) {
    return set(() -> events.echoing = on);
  }

  /// How long a trigger_id opens a view; 3 seconds are usual.
  public SlackRules triggersLive(Duration life) {
    return set(() -> world.triggerLife = life);
  }

  /// How long a response_url is good; 30 minutes are usual.
  public SlackRules responsesLive(Duration life) {
    return set(() -> responses.life = life);
  }

  /// How long Slack waits for an ack; 3 seconds are usual.
  public SlackRules waitsForAcks(Duration patience) {
    return set(() -> dispatch.patience = patience);
  }

  /// When an event that was not acked is sent again, after each failure; at once, after a minute
  /// and after five are usual.
  public SlackRules retries(Duration... waits) {
    return set(() -> dispatch.retries = List.of(waits));
  }

  /// How often a socket that opens from now on is pinged; 10 seconds are usual.
  public SlackRules pingsEvery(Duration wait) {
    return set(() -> sockets.pingsEvery = wait);
  }

  /// How long a socket lives on after it was told to go.
  public SlackRules closesAfter(Duration grace) {
    return set(() -> sockets.grace = grace);
  }
}

package app.bellwire.deliver;

import app.bellwire.chat.Address;
import app.bellwire.deliver.Pauses.Pause;
import java.time.Duration;
import java.time.Instant;

/// Lets the limits go on as if the program had not stopped: what was sent lately counts, and what a
/// network asked for holds.
record BudgetsSoFar(Networks networks, RateLimiter limiter, Times times) {
  /// Longer than any limit of a network looks back.
  private static final Duration LOOKING_BACK = Duration.ofMinutes(2);

  void restore(Outbox outbox, Pauses pauses) {
    Instant now = times.wall().instant();
    for (Outbox.Recent recent : outbox.recent(now.minus(LOOKING_BACK), now)) {
      limiter.sent(networks.place(recent.address()), steady(recent.at(), now));
    }
    pauses.of(now).forEach(pause -> restore(pause, now));
  }

  private void restore(Pause pause, Instant now) {
    Instant until = steady(pause.until(), now);
    Address.parse(pause.scope())
        .ifPresentOrElse(
            address -> limiter.pause(networks.place(address), until),
            () -> limiter.pause(pause.scope(), until));
  }

  private Instant steady(Instant wall, Instant now) {
    return times.steady().instant().plus(Duration.between(now, wall));
  }
}

package app.bellwire.deliver;

import app.bellwire.chat.Limits.Window;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Keeps to one window: at most `count` messages in any stretch of its span, wherever in its send a
/// network counts a message. So a message counts from the begin of its send until one span after
/// its end. Confined to its limiter's lock.
final class Meter {
  private final Window window;
  private final Deque<Instant> ended = new ArrayDeque<>();
  private int inFlight;

  Meter(Window window) {
    this.window = window;
  }

  /// When one more may begin, at a share of the window's count; [Instant#MAX] while only the end of
  /// a send can make room.
  ///
  /// @param share 0 to 1
  Instant free(Instant now, double share) {
    forget(now);
    int room = Math.max(1, (int) Math.floor(window.count() * share));
    int over = inFlight + ended.size() - room;
    if (over < 0) {
      return now;
    }
    return over < ended.size() ? nth(over).plus(window.span()) : Instant.MAX;
  }

  void began() {
    inFlight++;
  }

  void ended(Instant at) {
    inFlight--;
    sent(at);
  }

  /// A send that did not begin after all.
  void cancelled() {
    inFlight--;
  }

  /// Counts a send of before, which ended at `at`.
  void sent(Instant at) {
    Instant last = ended.peekLast();
    ended.add(last == null || at.isAfter(last) ? at : last);
  }

  boolean idle(Instant now) {
    forget(now);
    return inFlight == 0 && ended.isEmpty();
  }

  private void forget(Instant now) {
    while (!ended.isEmpty() && !ended.peek().plus(window.span()).isAfter(now)) {
      ended.remove();
    }
  }

  private Instant nth(int index) {
    return ended.stream().skip(index).findFirst().orElseThrow();
  }
}

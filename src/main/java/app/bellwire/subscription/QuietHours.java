package app.bellwire.subscription;

import java.time.LocalTime;
import java.time.ZonedDateTime;

/// When alerts are held, from `start` to before `end`, over midnight when `end` is the earlier.
/// Immutable.
public record QuietHours(LocalTime start, LocalTime end) {
  public boolean contains(LocalTime time) {
    return start.isBefore(end)
        ? !time.isBefore(start) && time.isBefore(end)
        : !time.isBefore(start) || time.isBefore(end);
  }

  /// When they last began before `now`.
  public ZonedDateTime lastStart(ZonedDateTime now) {
    ZonedDateTime today = now.toLocalDate().atTime(start).atZone(now.getZone());
    return today.isBefore(now)
        ? today
        : now.toLocalDate().minusDays(1).atTime(start).atZone(now.getZone());
  }

  /// The form config and commands use, `22:00-07:00`.
  @Override
  public String toString() {
    return start + "-" + end;
  }
}

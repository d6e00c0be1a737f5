package app.bellwire.subscription;

import java.time.LocalTime;

/// When alerts are held, from `start` to before `end`, over midnight when `end` is the earlier.
/// Immutable.
public record QuietHours(LocalTime start, LocalTime end) {
  public boolean contains(LocalTime time) {
    return start.isBefore(end)
        ? !time.isBefore(start) && time.isBefore(end)
        : !time.isBefore(start) || time.isBefore(end);
  }

  /// The form config and commands use, `22:00-07:00`.
  @Override
  public String toString() {
    return start + "-" + end;
  }
}

package app.bellwire.subscription;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// When a subscription's alerts come. Empty parts are taken from the chat, then from the install.
/// Immutable.
///
/// @param digestAt times of day for digests; empty for at once
/// @param urgent rings through quiet hours
public record DeliveryPlan(
    List<LocalTime> digestAt, Optional<QuietHours> quiet, Optional<ZoneId> zone, boolean urgent) {
  public static final DeliveryPlan AT_ONCE =
      new DeliveryPlan(List.of(), Optional.empty(), Optional.empty(), false);

  public DeliveryPlan {
    digestAt = List.copyOf(digestAt);
  }

  public boolean digest() {
    return !digestAt.isEmpty();
  }
}

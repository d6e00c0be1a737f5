package app.bellwire.subscription;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// When alerts come: of a subscription or of a chat. Empty parts of a subscription's are taken from
/// its chat's, empty parts of that from the install. Immutable.
///
/// @param timing at once or in digests; none of its own
/// @param urgent rings through quiet hours and comes at once
public record DeliveryPlan(
    Optional<Timing> timing, Optional<QuietHours> quiet, Optional<ZoneId> zone, boolean urgent) {
  /// A plan without anything of its own.
  public static final DeliveryPlan OPEN =
      new DeliveryPlan(Optional.empty(), Optional.empty(), Optional.empty(), false);

  /// The same plan with `timing` in place of its own.
  public DeliveryPlan with(Timing other) {
    return new DeliveryPlan(Optional.of(other), quiet, zone, urgent);
  }

  /// This plan, its empty parts taken from `chat`.
  public DeliveryPlan within(DeliveryPlan chat) {
    return new DeliveryPlan(
        timing.or(chat::timing), quiet.or(chat::quiet), zone.or(chat::zone), urgent);
  }

  public boolean digest() {
    return !digestAt().isEmpty();
  }

  /// The times of its digests; none when alerts come at once.
  public List<LocalTime> digestAt() {
    return timing
        .filter(Timing.Digest.class::isInstance)
        .map(Timing.Digest.class::cast)
        .map(Timing.Digest::times)
        .orElse(List.of());
  }
}

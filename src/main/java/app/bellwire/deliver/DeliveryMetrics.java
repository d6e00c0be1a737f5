package app.bellwire.deliver;

import app.bellwire.chat.SendResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/// Counts what becomes of sends. Thread-safe.
public final class DeliveryMetrics {
  private final MeterRegistry registry;

  public DeliveryMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void ended(String network, Carrier.Carried carried) {
    String outcome =
        switch (carried.settlement()) {
          case Settlement.Accepted accepted -> "accepted";
          case Settlement.Found found -> "found";
          case Settlement.Again again -> "again";
          case Settlement.Doubtful doubtful -> "uncertain";
          case Settlement.TooEarly early -> "too_early";
          case Settlement.HeldBack held -> "held";
          case Settlement.RootGone gone -> "root_gone";
          case Settlement.ChatMoved moved -> "moved";
          case Settlement.ChatParked parked -> "parked";
          case Settlement.Failed failed -> "failed";
        };
    Counter.builder("bellwire.delivery.sends")
        .description("Sends, by what became of them")
        .tags("network", network, "outcome", outcome)
        .register(registry)
        .increment();
    if (carried.result().filter(SendResult.Uncertain.class::isInstance).isPresent()) {
      lost(network, 1);
    }
  }

  /// Sends that were in flight when the program ended.
  void recovered(int count) {
    lost("any", count);
  }

  private void lost(String network, int count) {
    Counter.builder("bellwire.delivery.uncertain")
        .description("Sends whose answer was lost: the message may have come, or come twice")
        .tag("network", network)
        .register(registry)
        .increment(count);
  }

  void expired(int count) {
    Counter.builder("bellwire.delivery.expired")
        .description("Messages given up because they could not be sent in time")
        .register(registry)
        .increment(count);
  }
}

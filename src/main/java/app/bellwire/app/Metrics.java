package app.bellwire.app;

import app.bellwire.config.Settings;
import app.bellwire.deliver.Delivery;
import app.bellwire.ledger.Outcome;
import app.bellwire.ledger.Totals;
import app.bellwire.source.SourceState;
import app.bellwire.store.Stores;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// What Prometheus is told: items by outcome and messages by state over the last day, and the
/// sources. Thread-safe; figures are read when somebody asks.
final class Metrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Stores stores;
  private final InstantSource clock;

  Metrics(Stores stores, Totals totals, Supplier<Settings> settings, InstantSource clock) {
    this.stores = stores;
    this.clock = clock;
    for (Outcome outcome : Outcome.values()) {
      FunctionCounter.builder("bellwire.items", totals, all -> all.of(outcome))
          .description("Items read since the start, by what became of them when they were decided")
          .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
          .tag("matched", Boolean.toString(outcome.matched()))
          .register(registry);
      Gauge.builder("bellwire.items.day", () -> items().getOrDefault(outcome, 0L))
          .description("Items read in the last 24 hours, by what became of them")
          .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    for (Delivery.State state : Delivery.State.values()) {
      Gauge.builder("bellwire.messages.day", () -> messages().getOrDefault(state, 0L))
          .description("Messages queued in the last 24 hours, by state")
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    Gauge.builder("bellwire.sources", () -> settings.get().reading().sources().size())
        .register(registry);
    Gauge.builder("bellwire.sources.failing", this::failing).register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  MeterRegistry registry() {
    return registry;
  }

  /// The Prometheus text.
  String scrape() {
    return registry.scrape();
  }

  private long failing() {
    return stores.sources().states().stream().filter(Metrics::fails).count();
  }

  private static boolean fails(SourceState state) {
    return state.failures() > 0;
  }

  private Map<Outcome, Long> items() {
    return stores.ledger().since(yesterday());
  }

  private Map<Delivery.State, Long> messages() {
    return stores.outbox().countsSince(yesterday());
  }

  private Instant yesterday() {
    return clock.instant().minus(Duration.ofDays(1));
  }
}

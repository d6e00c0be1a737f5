package app.bellwire.store;

import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.Timing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// A delivery plan as JSON, quiet hours as `22:00-07:00`.
final class PlanJson {
  private PlanJson() {}

  static String write(DeliveryPlan plan) {
    ObjectNode json = Json.document();
    json.set("digest", Json.texts(plan.digestAt().stream().map(LocalTime::toString).toList()));
    json.put("atOnce", plan.timing().filter(Timing.AtOnce.class::isInstance).isPresent());
    Json.put(json, "quiet", plan.quiet());
    Json.put(json, "zone", plan.zone());
    return json.put("urgent", plan.urgent()).toString();
  }

  static DeliveryPlan read(String text) {
    JsonNode json = Json.parse(text);
    return new DeliveryPlan(
        timing(json),
        Json.maybe(json, "quiet", PlanJson::quiet),
        Json.maybe(json, "zone", ZoneId::of),
        json.path("urgent").asBoolean());
  }

  private static Optional<Timing> timing(JsonNode json) {
    List<LocalTime> times = Json.list(json.path("digest"), time -> LocalTime.parse(time.asText()));
    if (times.isEmpty()) {
      return json.path("atOnce").asBoolean() ? Optional.of(new Timing.AtOnce()) : Optional.empty();
    }
    return Optional.of(new Timing.Digest(times));
  }

  static QuietHours quiet(String text) {
    int dash = text.indexOf('-');
    return new QuietHours(
        LocalTime.parse(text.substring(0, dash)), LocalTime.parse(text.substring(dash + 1)));
  }
}

package app.bellwire.app;

import app.bellwire.query.QueryParser;
import app.bellwire.store.Database;
import app.bellwire.store.Stores;
import app.bellwire.story.Event;
import app.bellwire.text.Counted;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Lists the running stories of the store with their events, newest first, beside a program that
/// runs. Nothing is changed.
@Command(
    name = "stories",
    description = "Lists running stories and their events, newest first; changes nothing.")
final class StoriesCommand implements Callable<Integer> {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @ParentCommand Main main = new Main();
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--since",
      paramLabel = "SPAN",
      defaultValue = "7d",
      converter = SpanOption.class,
      description = "events that gained something in this span (default: ${DEFAULT-VALUE})")
  Duration since = Duration.ofDays(7);

  @Option(names = "--json", description = "one JSON object a line, for each running story")
  boolean json;

  @Override
  public Integer call() {
    String url = Configuration.load(main).settings().connections().store().url();
    InstantSource clock = InstantSource.system();
    try (Database database = Database.reading(url)) {
      Stores stores = new Stores(database, () -> 0, clock, QueryParser::parse);
      Instant from = clock.instant().minus(since);
      print(storylines(stores.stories().updatedSince(from)), spec.commandLine().getOut());
    }
    return Main.FINE;
  }

  /// The events by storyline; storylines and events in the order of `events`.
  static Map<Long, List<Event>> storylines(List<Event> events) {
    return events.stream()
        .collect(Collectors.groupingBy(Event::storyline, LinkedHashMap::new, Collectors.toList()));
  }

  private void print(Map<Long, List<Event>> storylines, PrintWriter out) {
    storylines.forEach(
        (id, events) -> {
          if (json) {
            out.println(json(id, events));
          } else {
            out.println(
                "running story " + id + " · " + Counted.of(events.size(), "event", "events"));
            events.forEach(event -> out.println("  " + line(event)));
          }
        });
    if (!json && storylines.isEmpty()) {
      out.println("No event gained anything in that span.");
    }
    out.flush();
  }

  private static String line(Event event) {
    List<String> agencies = event.agencies();
    return "%d  %s  %s · %s · %s"
        .formatted(
            event.id(),
            MINUTE.format(event.opened()),
            event.headline(),
            Counted.of(event.reports().size(), "report", "reports"),
            agencies.isEmpty() ? "withdrawn" : String.join(", ", agencies));
  }

  private static ObjectNode json(long storyline, List<Event> events) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("storyline", Long.toString(storyline));
    var all = node.putArray("events");
    for (Event event : events) {
      ObjectNode one = all.addObject().put("id", Long.toString(event.id()));
      one.put("opened", event.opened().toString()).put("updated", event.updated().toString());
      one.put("headline", event.headline()).put("reports", event.reports().size());
      event.agencies().forEach(one.putArray("agencies")::add);
    }
    return node;
  }
}

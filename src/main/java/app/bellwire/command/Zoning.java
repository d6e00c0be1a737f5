package app.bellwire.command;

import app.bellwire.chat.Action;
import app.bellwire.chat.Button;
import app.bellwire.chat.RichText;
import app.bellwire.subscription.DeliveryPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/// Learns a chat's time zone, by its name or by what the clock shows there, and then carries out
/// what waited for it. Thread-safe.
final class Zoning {
  private static final Duration WAITS = Duration.ofMinutes(10);
  private static final int ASKED = 3;
  private static final int PAGE = 8;

  private final Stores stores;
  private final Install install;
  private final BiFunction<Ask, Action, Answer> carryOut;

  /// What people were about to do when they were asked for their clock.
  private final Map<Author, Waiting> waiting = new ConcurrentHashMap<>();

  private record Waiting(Action action, Instant until) {}

  /// @param carryOut does what a button stands for
  Zoning(Stores stores, Install install, BiFunction<Ask, Action, Answer> carryOut) {
    this.stores = stores;
    this.install = install;
    this.carryOut = carryOut;
  }

  /// `/zone …`
  Answer typed(Ask ask, String rest) {
    if (rest.isEmpty()) {
      return ask.reply(
          HoursWords.ask(HoursWords.zoneHolds(ask.when())), clocks(ask, Optional.empty()));
    }
    if (!ask.mayChange()) {
      return ask.note(ask.noRights());
    }
    Optional<Action> then = waiting(ask);
    return ZoneFinder.find(rest)
        .map(zone -> set(ask, zone, then))
        .orElseGet(() -> unknown(ask, rest, then));
  }

  /// Asks by the clock before `action`, which needs to know the zone. The question is a message of
  /// its own: what was pressed stays as it is, also when the answer is Cancel. Where the network
  /// tells the asker's zone, nobody is asked.
  Answer first(Ask ask, String lead, Action action) {
    if (ask.room().clock().isPresent()) {
      return set(ask, ask.room().clock().get(), Optional.of(action));
    }
    waiting.put(ask.author(), new Waiting(action, ask.now().plus(WAITS)));
    return Answer.post(ask.say(HoursWords.ask(lead), clocks(ask, Optional.of(action))));
  }

  /// A press on a clock.
  Answer set(Ask ask, ZoneId zone, Optional<Action> then) {
    waiting.remove(ask.author());
    Optional<ZoneId> fixed = fixed(ask);
    if (fixed.isPresent()) {
      return ask.reply(HoursWords.fixed("The time zone", fixed.get().getId()));
    }
    Ask now = in(ask, zone);
    return then.map(action -> carryOut.apply(now, action))
        .orElseGet(() -> now.changed(HoursWords.zoneSet(now.when()), undo(ask)));
  }

  /// The zone that the configuration holds the chat in.
  Optional<ZoneId> fixed(Ask ask) {
    return install.declared(ask.settings().address()).zone();
  }

  /// The chat in another zone, unless the configuration holds it in one.
  Ask in(Ask ask, ZoneId zone) {
    return fixed(ask).isPresent()
        ? ask
        : ask.with(
            stores.plan(
                ask.chat(),
                p -> new DeliveryPlan(p.timing(), p.quiet(), Optional.of(zone), p.urgent())));
  }

  Answer moreCities(Ask ask, int page, Optional<Action> then) {
    List<ZoneId> cities = ZoneFinder.cities(install.zone());
    int from = page * PAGE;
    List<List<Button>> rows =
        inTwos(cities.stream().skip(from).limit(PAGE).map(zone -> clock(ask, zone, then)).toList());
    Button more =
        from + PAGE < cities.size()
            ? button(ask, HoursWords.MORE_CITIES, Verbs.ZONE_MORE, page + 1, then)
            : button(ask, Replies.BACK, Verbs.ZONE_MORE, 0, then);
    rows.add(List.of(more, ask.button(Replies.CANCEL, Verbs.ZONE_CANCEL)));
    return ask.reply(HoursWords.moreCities(), rows);
  }

  Answer cancel(Ask ask) {
    waiting.remove(ask.author());
    return ask.reply(Replies.CANCELLED);
  }

  private Answer unknown(Ask ask, String typed, Optional<Action> then) {
    List<List<Button>> rows = new ArrayList<>();
    List<ZoneId> near = ZoneFinder.near(typed);
    near.forEach(
        zone -> rows.add(List.of(button(ask, zone.getId(), Verbs.ZONE, zone.getId(), then))));
    rows.add(
        List.of(
            button(ask, HoursWords.ANOTHER_CITY, Verbs.ZONE_MORE, 0, then),
            ask.button(Replies.CANCEL, Verbs.ZONE_CANCEL)));
    RichText text = HoursWords.zoneUnknown(typed, !near.isEmpty());
    return ask.reply(text, rows);
  }

  private List<List<Button>> clocks(Ask ask, Optional<Action> then) {
    List<Button> buttons = new ArrayList<>();
    ZoneFinder.cities(install.zone()).stream()
        .limit(ASKED)
        .forEach(zone -> buttons.add(clock(ask, zone, then)));
    buttons.add(button(ask, HoursWords.ANOTHER_CITY, Verbs.ZONE_MORE, 0, then));
    List<List<Button>> rows = inTwos(buttons);
    rows.add(List.of(ask.button(Replies.CANCEL, Verbs.ZONE_CANCEL)));
    return rows;
  }

  private static Button clock(Ask ask, ZoneId zone, Optional<Action> then) {
    return button(ask, HoursWords.clock(zone, ask.now()), Verbs.ZONE, zone.getId(), then);
  }

  private static Button button(
      Ask ask, String label, String verb, Object argument, Optional<Action> then) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(argument);
    then.ifPresent(
        action -> {
          arguments.add(action.verb());
          arguments.addAll(action.arguments());
        });
    return ask.button(label, verb, arguments.toArray());
  }

  private static List<List<Button>> undo(Ask ask) {
    return ask.settings()
        .zone()
        .map(old -> List.of(List.of(ask.button(Replies.UNDO, Verbs.ZONE, old.getId()))))
        .orElse(List.of());
  }

  private static List<List<Button>> inTwos(List<Button> buttons) {
    List<List<Button>> rows = new ArrayList<>();
    for (int i = 0; i < buttons.size(); i += 2) {
      rows.add(buttons.subList(i, Math.min(i + 2, buttons.size())));
    }
    return rows;
  }

  private Optional<Action> waiting(Ask ask) {
    Waiting open = waiting.get(ask.author());
    return open == null || open.until().isBefore(ask.now())
        ? Optional.empty()
        : Optional.of(open.action());
  }
}

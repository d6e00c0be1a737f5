package app.bellwire.command;

import app.bellwire.chat.Action;
import app.bellwire.subscription.Timing;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Everything about when alerts come: digests, quiet hours, the time zone, a pause.
final class Hours {
  private final Zoning zoning;
  private final Quieting quieting;
  private final Digesting digesting;
  private final Pausing pausing;
  private final Subscribing subscribing;

  /// @param carryOut does what a button stands for
  Hours(
      Stores stores,
      Install install,
      Subscribing subscribing,
      AlertPages pages,
      BiFunction<Ask, Action, Answer> carryOut) {
    this.subscribing = subscribing;
    zoning = new Zoning(stores, install, carryOut);
    quieting = new Quieting(stores, install, zoning);
    digesting = new Digesting(stores, subscribing, zoning, pages);
    pausing = new Pausing(stores);
  }

  /// Everybody may look; each says by itself who may change.
  Answer typed(Ask ask, Command.Timetable command) {
    return switch (command) {
      case Command.Digest(String rest) -> digesting.typed(ask, rest);
      case Command.Quiet(String rest) -> quieting.typed(ask, rest);
      case Command.Zone(String rest) -> zoning.typed(ask, rest);
      case Command.Pause pause -> ask.mayChange() ? pausing.pause(ask) : ask.note(ask.noRights());
      case Command.Resume resume ->
          ask.mayChange() ? pausing.resume(ask) : ask.note(ask.noRights());
    };
  }

  /// A press that changes nothing; none for another verb.
  Optional<Answer> looked(Ask ask, String verb) {
    return switch (verb) {
      case Verbs.DIGEST_TIMES -> Optional.of(digesting.opened(ask));
      case Verbs.QUIET_HOURS -> Optional.of(quieting.opened(ask));
      case Verbs.QUIET_PANEL -> Optional.of(quieting.typed(ask, ""));
      case Verbs.ZONE_CANCEL -> Optional.of(zoning.cancel(ask));
      default -> Optional.empty();
    };
  }

  /// A press by who may change; none for another verb.
  Optional<Answer> pressed(Ask ask, String verb, List<String> arguments) {
    return switch (verb) {
      case Verbs.ZONE ->
          Optional.of(zoning.set(ask, ZoneId.of(arguments.getFirst()), then(arguments)));
      case Verbs.ZONE_MORE ->
          Optional.of(
              zoning.moreCities(ask, Integer.parseInt(arguments.getFirst()), then(arguments)));
      case Verbs.QUIET -> Optional.of(quieting.set(ask, arguments.getFirst()));
      case Verbs.DIGEST -> Optional.of(digesting.pressed(ask, arguments.get(0), arguments.get(1)));
      case Verbs.DIGEST_PANEL -> Optional.of(panel(ask, arguments));
      case Verbs.PAUSE -> Optional.of(pausing.pause(ask));
      case Verbs.RESUME -> Optional.of(pausing.resume(ask));
      default -> Optional.empty();
    };
  }

  /// Subscribes; where the words come with digest times, the zone is asked for first.
  ///
  /// @param arguments the words, and the times if they were chosen
  Answer subscribe(Ask ask, List<String> arguments) {
    String words = arguments.getFirst();
    Optional<Timing> timing = arguments.size() < 2 ? Optional.empty() : timing(arguments.get(1));
    return timing.orElse(null) instanceof Timing.Digest digest && !ask.when().own()
        ? zoning.first(
            ask, HoursWords.digestLead(digest.times()), new Action(Verbs.SUBSCRIBE, arguments))
        : subscribing.subscribe(ask, words, timing);
  }

  /// The zone that the chat cannot leave, if the configuration holds it in one.
  Optional<ZoneId> fixedZone(Ask ask) {
    return zoning.fixed(ask);
  }

  /// The chat in another zone.
  Ask inZone(Ask ask, ZoneId zone) {
    return zoning.in(ask, zone);
  }

  Answer quiet(Ask ask, String wanted) {
    return quieting.set(ask, wanted);
  }

  /// @param wanted times, or `now`
  Answer digest(Ask ask, String wanted) {
    return digesting.pressed(ask, "0", wanted);
  }

  private static Optional<Timing> timing(String wanted) {
    return DayTimes.timing(wanted) instanceof DayTimes.Typed.Good<Timing>(Timing good)
        ? Optional.of(good)
        : Optional.empty();
  }

  private Answer panel(Ask ask, List<String> arguments) {
    return arguments.isEmpty()
        ? digesting.typed(ask, "")
        : subscribing
            .find(ask, Long.parseLong(arguments.getFirst()))
            .map(s -> digesting.panel(ask, s))
            .orElseGet(() -> ask.reply(Replies.NOT_FOUND));
  }

  /// What waits for the zone: the arguments after the first.
  private static Optional<Action> then(List<String> arguments) {
    return arguments.size() < 2
        ? Optional.empty()
        : Optional.of(new Action(arguments.get(1), arguments.subList(2, arguments.size())));
  }
}

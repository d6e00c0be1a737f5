package app.bellwire.command;

import app.bellwire.alert.Reason;
import app.bellwire.chat.Action;
import app.bellwire.chat.Button;
import app.bellwire.chat.RichText;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// The quiet hours of a chat.
final class Quieting {
  static final String NIGHT = "22:00-07:00";

  private static final List<String> PRESETS = List.of(NIGHT, "23:00-06:00", "20:00-08:00");
  private static final String OFF = "off";

  private final Stores stores;
  private final Install install;
  private final Zoning zoning;

  Quieting(Stores stores, Install install, Zoning zoning) {
    this.stores = stores;
    this.install = install;
    this.zoning = zoning;
  }

  /// `/quiet …`
  Answer typed(Ask ask, String rest) {
    if (rest.isEmpty()) {
      return ask.reply(panelText(ask), panelRows(ask));
    }
    return ask.mayChange() ? set(ask, rest) : ask.note(ask.noRights());
  }

  /// The panel as a message of its own, for a press under something that must stay.
  Answer opened(Ask ask) {
    return Answer.post(ask.say(panelText(ask), panelRows(ask)));
  }

  /// @param wanted `off`, or hours as people type them
  Answer set(Ask ask, String wanted) {
    Optional<QuietHours> fixed = install.declared(ask.settings().address()).quiet();
    if (fixed.isPresent()) {
      return ask.reply(HoursWords.fixed("The quiet time", HoursWords.span(fixed.get())));
    }
    if (wanted.strip().equalsIgnoreCase(OFF) || wanted.strip().equalsIgnoreCase("none")) {
      return off(ask);
    }
    return switch (DayTimes.span(wanted)) {
      case DayTimes.Typed.Wrong<QuietHours>(String why) ->
          ask.reply(HoursWords.wrong(why, HoursWords.QUIET_FORM));
      case DayTimes.Typed.Good<QuietHours>(QuietHours hours) -> set(ask, hours);
    };
  }

  private Answer set(Ask ask, QuietHours hours) {
    if (!ask.when().own()) {
      return zoning.first(
          ask, HoursWords.quietLead(hours), Action.of(Verbs.QUIET, hours.toString()));
    }
    Optional<QuietHours> before = ask.settings().quiet();
    save(ask, Optional.of(hours));
    stores.held().letGo(ask.chat(), Reason.QUIET_HOURS, end(ask, hours));
    return ask.changed(
        HoursWords.quietSet(hours, ask.when()),
        List.of(
            List.of(
                ask.button(Replies.UNDO, Verbs.QUIET, before.map(QuietHours::toString).orElse(OFF)),
                ask.button(HoursWords.OTHER_TIMES, Verbs.QUIET_PANEL))));
  }

  private Answer off(Ask ask) {
    Optional<QuietHours> before = ask.settings().quiet();
    save(ask, Optional.empty());
    int let = stores.held().letGo(ask.chat(), Reason.QUIET_HOURS, ask.now());
    RichText text = HoursWords.quietOff(before.isPresent(), let);
    return before
        .map(
            hours ->
                ask.changed(text, List.of(List.of(ask.button(Replies.UNDO, Verbs.QUIET, hours)))))
        .orElseGet(() -> ask.reply(text));
  }

  private void save(Ask ask, Optional<QuietHours> hours) {
    stores.plan(ask.chat(), p -> new DeliveryPlan(p.timing(), hours, p.zone(), p.urgent()));
  }

  /// When what is held now comes.
  private static Instant end(Ask ask, QuietHours hours) {
    LocalTime there = LocalTime.ofInstant(ask.now(), ask.when().zone());
    return hours.contains(there)
        ? DayClock.next(List.of(hours.end()), ask.when().zone(), ask.now())
        : ask.now();
  }

  private static RichText panelText(Ask ask) {
    return HoursWords.quietPanel(ask.settings().quiet(), ask.when());
  }

  private static List<List<Button>> panelRows(Ask ask) {
    List<Button> presets =
        PRESETS.stream().map(span -> ask.button(shown(span), Verbs.QUIET, span)).toList();
    Button last =
        ask.settings().quiet().isPresent()
            ? ask.button(HoursWords.OFF, Verbs.QUIET, OFF)
            : ask.button(Replies.CANCEL, Verbs.CANCEL);
    return List.of(presets.subList(0, 2), List.of(presets.getLast(), last));
  }

  private static String shown(String span) {
    return span.replace('-', '–');
  }
}

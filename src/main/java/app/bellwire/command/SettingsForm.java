package app.bellwire.command;

import app.bellwire.chat.Field;
import app.bellwire.chat.Form;
import app.bellwire.chat.Panel;
import app.bellwire.chat.Panel.Input;
import app.bellwire.chat.Panel.Part;
import app.bellwire.chat.RichText;
import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.Timing;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a chat is set, as a form: its zone, its quiet hours, its digest times. All is taken or
/// nothing; what cannot be read is said at its field.
final class SettingsForm {
  private static final String ZONE = "zone";
  private static final String QUIET = "quiet";
  private static final String DIGEST = "digest";
  private static final String OFF = "off";
  private static final String AT_ONCE = "now";

  private final Hours hours;

  SettingsForm(Hours hours) {
    this.hours = hours;
  }

  Answer blank(Ask ask) {
    return form(
        ask,
        new Field.Line(ZONE, FormWords.ZONE, zone(ask), "", FormWords.ZONE_HINT, false),
        new Field.Line(QUIET, FormWords.QUIET, quiet(ask), "", FormWords.QUIET_HINT, false),
        new Field.Line(DIGEST, FormWords.DIGEST, digest(ask), "", FormWords.DIGEST_HINT, false));
  }

  Answer handedIn(Ask ask) {
    Map<String, String> fields = ask.message().fields();
    Field.Line zone = zone(ask, read(fields, ZONE, FormWords.ZONE, FormWords.ZONE_HINT));
    Field.Line quiet = read(fields, QUIET, FormWords.QUIET, FormWords.QUIET_HINT);
    Field.Line digest = read(fields, DIGEST, FormWords.DIGEST, FormWords.DIGEST_HINT);
    boolean fine = zone.problem().isEmpty() && quiet.problem().isEmpty();
    return fine && digest.problem().isEmpty()
        ? save(ask, zone.value(), quiet.value(), digest.value())
        : form(ask, zone, quiet, digest);
  }

  /// What is as it was before is not touched.
  private Answer save(Ask ask, String zone, String quiet, String digest) {
    Ask now = ask;
    List<Answer> changes = new ArrayList<>();
    if (!zone.isEmpty() && !zone.equals(zone(ask))) {
      now = hours.inZone(now, ZoneFinder.find(zone).orElseThrow());
      changes.add(now.reply(HoursWords.zoneSet(now.when())));
    }
    if (!quiet.equals(quiet(ask))) {
      changes.add(hours.quiet(now, quiet.isEmpty() ? OFF : quiet));
    }
    if (!digest.equals(digest(ask))) {
      changes.add(hours.digest(now, digest.isEmpty() ? AT_ONCE : digest));
    }
    return changes.isEmpty() ? now.reply(Replies.CANCELLED) : all(now, changes);
  }

  /// One answer for all of it.
  private static Answer all(Ask ask, List<Answer> changes) {
    RichText.Builder text = RichText.build();
    String line = "";
    for (Answer change : changes) {
      text.text(line).addAll(change.edit().orElseThrow().text());
      line = "\n";
    }
    return ask.changed(text.done(), List.of());
  }

  /// The configuration may hold the chat in its zone.
  private Field.Line zone(Ask ask, Field.Line typed) {
    boolean stays = typed.value().isEmpty() || typed.value().equals(zone(ask));
    Optional<String> fixed =
        hours.fixedZone(ask).map(held -> HoursWords.fixed("The time zone", held.getId()).plain());
    return stays || fixed.isEmpty()
        ? typed
        : new Field.Line(
            ZONE, FormWords.ZONE, typed.value(), fixed.get(), FormWords.ZONE_HINT, false);
  }

  private static Field.Line read(
      Map<String, String> fields, String name, String label, String hint) {
    String value = fields.getOrDefault(name, "").strip();
    String problem = value.isEmpty() ? "" : problem(name, value);
    return new Field.Line(name, label, value, problem, hint, false);
  }

  private static String problem(String name, String value) {
    return switch (name) {
      case ZONE -> ZoneFinder.find(value).isPresent() ? "" : FormWords.NO_ZONE;
      case QUIET -> why(DayTimes.span(value));
      default -> why(DayTimes.timing(value));
    };
  }

  private static String why(DayTimes.Typed<?> typed) {
    return typed instanceof DayTimes.Typed.Wrong<?>(String why) ? why : "";
  }

  private static String zone(Ask ask) {
    return ask.settings().zone().or(() -> ask.room().clock()).map(ZoneId::getId).orElse("");
  }

  private static String quiet(Ask ask) {
    return ask.settings().quiet().map(QuietHours::toString).orElse("");
  }

  private static String digest(Ask ask) {
    Optional<Timing> timing = ask.settings().plan().timing();
    return timing.orElse(null) instanceof Timing.Digest digest
        ? HoursWords.times(digest.times())
        : "";
  }

  private static Answer form(Ask ask, Field... fields) {
    List<Part> parts = new ArrayList<>();
    for (Field field : fields) {
      parts.add(new Input(field));
    }
    return Answer.form(
        new Form(
            FormWords.SETTINGS_TITLE,
            new Panel(parts),
            ask.press(FormWords.SAVE, Verbs.SETTINGS_DONE)));
  }
}

package app.bellwire.command;

import app.bellwire.alert.Headline;
import app.bellwire.chat.RichText;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.ChatSettings.Pause;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.Subscription;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The words about digests, quiet hours, time zones and pauses; as [Replies]. Pure.
final class HoursWords {
  static final String AS_A_DIGEST = "As a digest";
  static final String AT_ONCE = "At once";
  static final String QUIET_AT_NIGHT = "Quiet at night";
  static final String OTHER_TIMES = "Other times";
  static final String ANOTHER_CITY = "Another city";
  static final String MORE_CITIES = "More cities";
  static final String OFF = "Off";
  static final String RESUME = "Resume";
  static final String PAUSE_AGAIN = "Pause again";
  static final String AS_THE_CHAT = "As this chat";

  static final String MIDNIGHT = "24:00 is written 00:00 here.";
  static final String SAME_ENDS = "Quiet hours cannot begin and end at the same time.";
  static final String DIGEST_FORM = "Times are written so: /digest 08:00,18:00";
  static final String QUIET_FORM = "Quiet hours are written so: /quiet 22:00-07:00";
  static final String NOT_PAUSED = "Nothing is paused here. Alerts come as they are set.";
  static final String NO_DIGEST_KEPT = "No digest of this chat is kept.";
  static final String NOTHING_MORE = "The last digest told all of it.";

  private static final String QUESTION = " What time is it where you are?";

  private HoursWords() {}

  // times that cannot be read

  static String noTime(String part) {
    return "“" + Headline.shortened(part, 30) + "” is not a time of day.";
  }

  static String noSuchTime(String part) {
    return "There is no " + part + ": hours run from 00 to 23, minutes from 00 to 59.";
  }

  static String noSpan(String text) {
    return "“" + Headline.shortened(text, 30) + "” is not a time from and to.";
  }

  static String tooManyTimes(int most) {
    return "A day has " + most + " digests at most.";
  }

  static RichText wrong(String why, String form) {
    return RichText.of(why + " " + form + "\nNothing was changed.");
  }

  // zones

  /// `Berlin`, `New York`, `UTC`, `UTC+02:00`.
  static String city(ZoneId zone) {
    return zone instanceof ZoneOffset
        ? "UTC" + zone
        : zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
  }

  /// `Berlin time`; `UTC`.
  static String time(ZoneId zone) {
    return zone.getId().contains("/") ? city(zone) + " time" : city(zone);
  }

  static String clock(ZoneId zone, Instant now) {
    return LocalTime.ofInstant(now, zone).truncatedTo(ChronoUnit.MINUTES)
        + " "
        + Headline.shortened(city(zone), 12);
  }

  static RichText ask(String lead) {
    return RichText.of(lead + QUESTION);
  }

  static String zoneHolds(When when) {
    return when.own()
        ? "Times here are " + time(when.zone()) + ", now " + when.clock(when.now()) + "."
        : "No time zone is set here; times are " + time(when.zone()) + ".";
  }

  static RichText moreCities() {
    return RichText.of(
        "Which clock is right? A city can be typed too: /zone Lisbon, or an offset: /zone +02:00");
  }

  static RichText zoneSet(When when) {
    return RichText.of(
        "Times here are "
            + time(when.zone())
            + ": it is "
            + when.clock(when.now())
            + ". Digests and quiet hours go by it.");
  }

  static RichText zoneUnknown(String typed, boolean near) {
    return RichText.of(
        "“"
            + Headline.shortened(typed, 30)
            + "” is no time zone or city known here. "
            + (near ? "Near spellings are below." : "Nothing is spelled like it.")
            + " A larger city nearby will do, or an offset: /zone +02:00");
  }

  static RichText fixed(String what, String value) {
    return RichText.of(
        Replies.LOCK
            + what
            + " of this chat is set in the configuration, under chats, and is changed there: "
            + value
            + ".");
  }

  // digests

  static String times(List<LocalTime> times) {
    return times.stream().map(LocalTime::toString).collect(Collectors.joining(", "));
  }

  /// `08:00 and 18:00`.
  private static String spoken(List<LocalTime> times) {
    String all = times(times);
    int last = all.lastIndexOf(", ");
    return last < 0 ? all : all.substring(0, last) + " and " + all.substring(last + 2);
  }

  static String digestLead(List<LocalTime> times) {
    return "Digest at " + spoken(times) + ".";
  }

  static String digestButton(List<LocalTime> times) {
    return "Digest " + times(times);
  }

  static RichText digestSet(List<LocalTime> times, Optional<QuietHours> quiet, When when) {
    return RichText.of(
        "Digest here at "
            + spoken(times)
            + ", "
            + time(when.zone())
            + ". "
            + next(times, when)
            + afterQuiet(times, quiet)
            + " Corrections and withdrawals come at once.");
  }

  static RichText digestSet(Subscription s, List<LocalTime> times, When when) {
    return RichText.build()
        .code(s.label())
        .text(" is told in digests at " + spoken(times) + ", " + time(when.zone()) + ". ")
        .text(next(times, when))
        .done();
  }

  static RichText digestOff(boolean held, int let, int own) {
    String text = "Alerts come at once here. ";
    text += held ? let(let, "held for the digest") : "";
    text +=
        own == 0
            ? ""
            : Counted.of(own, "subscription keeps a", "subscriptions keep a")
                + " digest of "
                + (own == 1 ? "its" : "their")
                + " own.";
    return RichText.of(text.strip());
  }

  static RichText atOnce(Subscription s, int waiting) {
    RichText.Builder text = RichText.build().code(s.label()).text(" is told at once.");
    return text.text(waiting == 0 ? "" : " What is held already comes with its digest.").done();
  }

  static RichText asTheChat(Subscription s, DeliveryPlan chat) {
    String how = chat.digest() ? "in the digests at " + spoken(chat.digestAt()) : "at once";
    return RichText.build().code(s.label()).text(" is told as this chat is: " + how + ".").done();
  }

  /// What holds in a chat, and where a subscription has its own.
  static RichText digestPanel(DeliveryPlan plan, List<Subscription> own, When when) {
    RichText.Builder text = RichText.build();
    text.text(
        plan.digest()
            ? "Digest here at "
                + spoken(plan.digestAt())
                + ", "
                + time(when.zone())
                + ". "
                + next(plan.digestAt(), when)
            : "Alerts come at once here.");
    own.forEach(s -> text.text("\n").code(s.label()).text(" · " + timing(s.plan())));
    return text.text("\n\n" + DIGEST_FORM).done();
  }

  static RichText digestPanel(Subscription s, DeliveryPlan holds, When when) {
    RichText.Builder text = RichText.build().code(s.label());
    text.text(
        holds.digest()
            ? " is told in digests at "
                + spoken(holds.digestAt())
                + ", "
                + time(when.zone())
                + ". "
                + next(holds.digestAt(), when)
            : " is told at once.");
    return text.text(s.plan().timing().isPresent() ? "" : " That is how this chat is set.")
        .text("\n\nOther times: ")
        .code("/digest " + s.label() + " 08:00")
        .done();
  }

  private static String timing(DeliveryPlan plan) {
    return plan.digest() ? "digest " + times(plan.digestAt()) : "at once";
  }

  private static String next(List<LocalTime> times, When when) {
    return "The next comes " + soon(DayClock.next(times, when.zone(), when.now()), when) + ".";
  }

  private static String soon(Instant at, When when) {
    return (when.isToday(at) ? "today, " : "tomorrow, ") + when.clock(at);
  }

  private static String afterQuiet(List<LocalTime> times, Optional<QuietHours> quiet) {
    List<LocalTime> inside =
        times.stream().filter(t -> quiet.filter(q -> q.contains(t)).isPresent()).toList();
    return inside.isEmpty()
        ? ""
        : " What falls into quiet hours ("
            + spoken(inside)
            + ") comes at their end, "
            + quiet.orElseThrow().end()
            + ".";
  }

  static RichText noSubscription(String words) {
    return RichText.build()
        .text("Nothing is watched here under ")
        .code(Headline.shortened(words, 60))
        .text(". /list shows what is. " + DIGEST_FORM)
        .done();
  }

  static String let(int alerts, String held) {
    return switch (alerts) {
      case 0 -> "";
      case 1 -> "The 1 alert " + held + " comes now. ";
      default -> "The " + Counted.figure(alerts) + " alerts " + held + " come now. ";
    };
  }

  // quiet hours

  /// `22:00–07:00`.
  static String span(QuietHours quiet) {
    return quiet.start() + "–" + quiet.end();
  }

  static String quietLead(QuietHours quiet) {
    return "Quiet from " + quiet.start() + " to " + quiet.end() + ".";
  }

  static RichText quietSet(QuietHours quiet, When when) {
    return RichText.of(
        "Quiet here from "
            + quiet.start()
            + " to "
            + quiet.end()
            + ", "
            + time(when.zone())
            + ". What comes in between is told together at "
            + quiet.end()
            + ". Withdrawn reports are marked at once, without sound.");
  }

  static RichText quietOff(boolean were, int let) {
    return RichText.of(
        were
            ? ("No quiet hours here any more. " + let(let, "held by them")).strip()
            : "No quiet hours are set here. Nothing was changed.");
  }

  static RichText quietPanel(Optional<QuietHours> quiet, When when) {
    return RichText.of(
        quiet
                .map(
                    q ->
                        "Quiet here from "
                            + q.start()
                            + " to "
                            + q.end()
                            + ", "
                            + time(when.zone())
                            + ".")
                .orElse("No quiet hours here: alerts come day and night.")
            + "\n\n"
            + QUIET_FORM);
  }

  // pause

  static RichText paused(boolean many) {
    return RichText.of(
        "Paused here"
            + (many ? ", for everyone" : "")
            + ". Alerts are kept until /resume; more than a few are then told together."
            + " Corrections and withdrawals still come.");
  }

  static RichText pausedAlready(Pause pause, boolean many, When when) {
    return RichText.of(
        "Paused already since "
            + when.brief(pause.since())
            + (many ? ", by " + pause.by() : "")
            + ". /resume ends it.");
  }

  static RichText resumed(int stories) {
    String held = "No alert came meanwhile.";
    if (stories > 0) {
      held = Counted.of(stories, "alert", "alerts") + " came meanwhile and " + follow(stories);
    }
    return RichText.of("Alerts come again. " + held);
  }

  private static String follow(int stories) {
    return stories == 1 ? "follows now." : "follow now.";
  }

  // what a new subscription will do, and how a chat stands

  /// @param lead as [SubscriptionWords#lead]
  static RichText subscribed(RichText lead, Subscription s, DeliveryPlan holds, When when) {
    return RichText.build()
        .addAll(lead)
        .code(s.text())
        .text(". " + comes(holds, when) + " What was reported before now is not sent.")
        .done();
  }

  private static String comes(DeliveryPlan holds, When when) {
    return holds.digest()
        ? "It comes in the digests at "
            + spoken(holds.digestAt())
            + ", "
            + time(when.zone())
            + ". "
            + next(holds.digestAt(), when)
        : "Alerts come at once, but for quiet hours: "
            + holds.quiet().map(q -> hours(q, when)).orElse("none.");
  }

  private static String hours(QuietHours quiet, When when) {
    return quiet.start() + " to " + quiet.end() + ", " + time(when.zone()) + ".";
  }

  /// Pause, digest and quiet hours of a chat in one line; empty where nothing is set.
  static String state(ChatSettings chat, When when) {
    List<String> parts = new ArrayList<>();
    chat.pause()
        .ifPresent(
            p ->
                parts.add("Paused since " + when.brief(p.since()) + " by " + p.by() + ": /resume"));
    if (chat.plan().digest()) {
      parts.add("Digest " + times(chat.plan().digestAt()));
    }
    chat.quiet().ifPresent(q -> parts.add("Quiet " + span(q)));
    boolean clock = chat.plan().digest() || chat.quiet().isPresent();
    return parts.isEmpty()
        ? ""
        : String.join(". ", parts) + (clock ? ", " + time(when.zone()) : "") + ".";
  }
}

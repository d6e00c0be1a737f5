package app.bellwire.command;

import app.bellwire.alert.Digest;
import app.bellwire.alert.Reason;
import app.bellwire.chat.Action;
import app.bellwire.chat.Button;
import app.bellwire.chat.RichText;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.Timing;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether alerts come at once or together, in a chat or for one of its subscriptions.
final class Digesting {
  /// The times that are offered first.
  static final List<LocalTime> PRESET = List.of(LocalTime.of(8, 0), LocalTime.of(18, 0));

  /// Subscriptions with times of their own that the panel names.
  private static final int SHOWN = 15;

  private static final List<List<LocalTime>> PRESETS =
      List.of(
          List.of(LocalTime.of(8, 0)),
          PRESET,
          List.of(LocalTime.of(7, 0), LocalTime.of(13, 0), LocalTime.of(19, 0)));
  private static final Pattern MORE = Pattern.compile("more ?(\\d{0,6})", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final String CHAT = "0";
  private static final String AT_ONCE = "now";
  private static final String AS_THE_CHAT = "chat";

  private final Stores stores;
  private final Subscribing subscribing;
  private final Zoning zoning;
  private final AlertPages pages;

  Digesting(Stores stores, Subscribing subscribing, Zoning zoning, AlertPages pages) {
    this.stores = stores;
    this.subscribing = subscribing;
    this.zoning = zoning;
    this.pages = pages;
  }

  /// `/digest …`: the times stand last, what stands before them names a subscription.
  Answer typed(Ask ask, String rest) {
    if (rest.isEmpty()) {
      return ask.reply(panelText(ask), panelRows(ask));
    }
    Matcher more = MORE.matcher(rest);
    if (more.matches()) {
      return more(ask, more.group(1));
    }
    Optional<Subscription> named = subscribing.named(ask, rest);
    if (named.isPresent()) {
      return panel(ask, named.get());
    }
    Matcher word = WORD.matcher(rest);
    while (word.find()) {
      if (DayTimes.timing(rest.substring(word.start()))
          instanceof DayTimes.Typed.Good<Timing>(Timing timing)) {
        return set(ask, rest.substring(0, word.start()).strip(), timing);
      }
    }
    return misread(ask, rest);
  }

  /// The panel as a message of its own, for a press under something that must stay.
  Answer opened(Ask ask) {
    return Answer.post(ask.say(panelText(ask), panelRows(ask)));
  }

  Answer panel(Ask ask, Subscription s) {
    if (s.owner() instanceof Owner.InConfig config) {
      return ask.reply(SubscriptionWords.locked(config));
    }
    DeliveryPlan holds = s.plan().within(ask.settings().plan());
    List<Button> buttons = new ArrayList<>();
    PRESETS.forEach(times -> buttons.add(button(ask, id(s), times)));
    buttons.add(ask.button(HoursWords.AT_ONCE, Verbs.DIGEST, id(s), AT_ONCE));
    Button last =
        s.plan().timing().isPresent()
            ? ask.button(HoursWords.AS_THE_CHAT, Verbs.DIGEST, id(s), AS_THE_CHAT)
            : ask.button(Replies.CANCEL, Verbs.CANCEL);
    return ask.reply(
        HoursWords.digestPanel(s, holds, ask.when()),
        List.of(buttons.subList(0, 2), buttons.subList(2, 4), List.of(last)));
  }

  /// A press.
  ///
  /// @param whose the subscription, `0` for the chat
  /// @param wanted times, `now` or `chat`
  Answer pressed(Ask ask, String whose, String wanted) {
    Optional<Timing> timing =
        DayTimes.timing(wanted) instanceof DayTimes.Typed.Good<Timing>(Timing good)
            ? Optional.of(good)
            : Optional.empty();
    if (whose.equals(CHAT)) {
      return timing.map(t -> set(ask, t)).orElseGet(() -> ask.note(Replies.CANCELLED));
    }
    return subscribing
        .find(ask, Long.parseLong(whose))
        .map(s -> set(ask, s, timing))
        .orElseGet(() -> ask.reply(Replies.NOT_FOUND));
  }

  private Answer set(Ask ask, String whose, Timing timing) {
    if (!ask.mayChange()) {
      return ask.note(ask.noRights());
    }
    if (whose.isEmpty()) {
      return set(ask, timing);
    }
    return subscribing
        .named(ask, whose)
        .map(s -> set(ask, s, Optional.of(timing)))
        .orElseGet(() -> ask.reply(HoursWords.noSubscription(whose)));
  }

  private Answer set(Ask ask, Timing timing) {
    return switch (timing) {
      case Timing.AtOnce off -> off(ask, off);
      case Timing.Digest digest when !ask.when().own() -> zoneFirst(ask, CHAT, digest);
      case Timing.Digest digest -> on(ask, digest);
    };
  }

  private Answer on(Ask ask, Timing.Digest digest) {
    DeliveryPlan before = ask.settings().plan();
    stores.plan(ask.chat(), plan -> plan.with(digest));
    stores
        .held()
        .letGo(
            ask.chat(), Reason.DIGEST, DayClock.next(digest.times(), ask.when().zone(), ask.now()));
    return ask.changed(
        HoursWords.digestSet(digest.times(), before.quiet(), ask.when()),
        List.of(
            List.of(
                ask.button(Replies.UNDO, Verbs.DIGEST, CHAT, back(before)),
                ask.button(HoursWords.OTHER_TIMES, Verbs.DIGEST_PANEL))));
  }

  private Answer off(Ask ask, Timing.AtOnce off) {
    DeliveryPlan before = ask.settings().plan();
    stores.plan(ask.chat(), plan -> plan.with(off));
    int let = stores.held().letGo(ask.chat(), Reason.DIGEST, ask.now());
    int own =
        (int) stores.subscriptions().of(ask.chat()).stream().filter(s -> s.plan().digest()).count();
    RichText text = HoursWords.digestOff(before.digest() || let > 0, let, own);
    return before.digest()
        ? ask.changed(
            text, List.of(List.of(ask.button(Replies.UNDO, Verbs.DIGEST, CHAT, back(before)))))
        : ask.reply(text);
  }

  private Answer set(Ask ask, Subscription s, Optional<Timing> timing) {
    if (s.owner() instanceof Owner.InConfig config) {
      return ask.reply(SubscriptionWords.locked(config));
    }
    if (timing.orElse(null) instanceof Timing.Digest digest && !ask.when().own()) {
      return zoneFirst(ask, id(s), digest);
    }
    DeliveryPlan old = s.plan();
    subscribing.replan(s, new DeliveryPlan(timing, old.quiet(), old.zone(), old.urgent()));
    return ask.changed(
        changed(ask, s, timing),
        List.of(
            List.of(
                ask.button(Replies.UNDO, Verbs.DIGEST, id(s), wanted(old)),
                ask.button(HoursWords.OTHER_TIMES, Verbs.DIGEST_PANEL, s.id()))));
  }

  private RichText changed(Ask ask, Subscription s, Optional<Timing> timing) {
    return switch (timing.orElse(null)) {
      case null -> HoursWords.asTheChat(s, ask.settings().plan());
      case Timing.Digest digest -> HoursWords.digestSet(s, digest.times(), ask.when());
      case Timing.AtOnce _ -> HoursWords.atOnce(s, stores.held().waiting(ask.chat()));
    };
  }

  private Answer zoneFirst(Ask ask, String whose, Timing.Digest digest) {
    return zoning.first(
        ask,
        HoursWords.digestLead(digest.times()),
        Action.of(Verbs.DIGEST, whose, HoursWords.times(digest.times())));
  }

  private static Answer misread(Ask ask, String rest) {
    String last = rest.substring(rest.lastIndexOf(' ') + 1);
    String times = DayTimes.looksLikeTimes(rest) ? rest : last;
    return DayTimes.looksLikeTimes(times)
            && DayTimes.timing(times) instanceof DayTimes.Typed.Wrong<Timing>(String why)
        ? ask.reply(HoursWords.wrong(why, HoursWords.DIGEST_FORM))
        : ask.reply(HoursWords.noSubscription(rest));
  }

  /// What the last digest had besides those it told.
  ///
  /// @param number of the story to begin with; empty for the first that it did not tell
  private Answer more(Ask ask, String number) {
    Optional<Digest> last = stores.digests().latest(ask.chat());
    if (last.isEmpty()) {
      return ask.reply(HoursWords.NO_DIGEST_KEPT);
    }
    Digest digest = last.get();
    int told = digest.before(digest.parts().size());
    int from = number.isEmpty() ? told : Integer.parseInt(number) - 1;
    if (from < 0 || from >= digest.stories().size()) {
      return ask.reply(HoursWords.NOTHING_MORE);
    }
    return new Answer(
        pages.rest(digest, from, ask.when()).stream()
            .map(text -> ask.say(text, List.of()))
            .toList(),
        Optional.empty(),
        Optional.empty());
  }

  private RichText panelText(Ask ask) {
    List<Subscription> own =
        stores.subscriptions().of(ask.chat()).stream()
            .filter(s -> s.plan().timing().isPresent())
            .limit(SHOWN)
            .toList();
    return HoursWords.digestPanel(ask.settings().plan(), own, ask.when());
  }

  private static List<List<Button>> panelRows(Ask ask) {
    List<Button> presets = PRESETS.stream().map(times -> button(ask, CHAT, times)).toList();
    Button last =
        ask.settings().plan().digest()
            ? ask.button(HoursWords.AT_ONCE, Verbs.DIGEST, CHAT, AT_ONCE)
            : ask.button(Replies.CANCEL, Verbs.CANCEL);
    return List.of(presets.subList(0, 2), List.of(presets.getLast(), last));
  }

  private static Button button(Ask ask, String whose, List<LocalTime> times) {
    String label = HoursWords.times(times);
    return ask.button(label, Verbs.DIGEST, whose, label);
  }

  private static String id(Subscription s) {
    return Long.toString(s.id());
  }

  /// A chat's timing as a press says it.
  private static String back(DeliveryPlan chat) {
    return chat.digest() ? HoursWords.times(chat.digestAt()) : AT_ONCE;
  }

  /// A subscription's timing as a press says it.
  static String wanted(DeliveryPlan plan) {
    if (plan.digest()) {
      return HoursWords.times(plan.digestAt());
    }
    return plan.timing().isPresent() ? AT_ONCE : AS_THE_CHAT;
  }
}

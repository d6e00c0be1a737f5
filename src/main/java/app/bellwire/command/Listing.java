package app.bellwire.command;

import app.bellwire.alert.Alert;
import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.RichText;
import app.bellwire.subscription.Mute.Scope;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Shows what is watched in a chat, edited in place, and exports it.
final class Listing {
  private static final int PAGE = 5;

  private final Stores stores;
  private final Language language;
  private final Install install;
  private final Subscribing subscribing;
  private final Muting muting;

  Listing(
      Stores stores, Language language, Install install, Subscribing subscribing, Muting muting) {
    this.stores = stores;
    this.language = language;
    this.install = install;
    this.subscribing = subscribing;
    this.muting = muting;
  }

  Answer page(Ask ask, int wanted) {
    List<Subscription> all = subscribing.byUse(ask, stores.subscriptions().of(ask.chat()));
    if (all.isEmpty()) {
      return ask.reply(
          RichText.of(Replies.LIST_EMPTY),
          List.of(List.of(ask.button(Replies.ADD, Verbs.ASK_WORDS))));
    }
    int page = Math.clamp(wanted, 0, (all.size() - 1) / PAGE);
    int from = page * PAGE;
    List<Subscription> shown = all.subList(from, Math.min(all.size(), from + PAGE));
    RichText.Builder text = RichText.build();
    text.bold(SubscriptionWords.listTitle(all.size(), from + 1, from + shown.size()));
    boolean first = true;
    for (Subscription s : shown) {
      Optional<String> muted = muting.mutedUntil(ask, s.id());
      text.addAll(
          SubscriptionWords.listLine(asItComes(ask, s), subscribing.alerts(ask, s), first, muted));
      text.text(waits(s).map(words -> " · " + words).orElse(""));
      first = false;
    }
    return ask.reply(text.done(), rows(ask, shown, page, all.size()));
  }

  Answer one(Ask ask, Subscription s, int page) {
    Optional<String> muted = muting.mutedUntil(ask, s.id());
    RichText text =
        RichText.build()
            .addAll(
                SubscriptionWords.listOne(
                    asItComes(ask, s),
                    subscribing.alerts(ask, s),
                    lastAlert(ask, s),
                    muted,
                    ask.when()))
            .text(waits(s).map(words -> "\nNow it " + words + ".").orElse(""))
            .done();
    List<List<Button>> rows = new ArrayList<>();
    Button back = ask.button(Replies.BACK, Verbs.LIST, page);
    Button mute =
        muted.isPresent()
            ? ask.button(Replies.UNMUTE, Verbs.UNMUTE, Scope.SUBSCRIPTION, s.id())
            : ask.button(Replies.MUTE, Verbs.MUTE_PICK, Scope.SUBSCRIPTION, s.id());
    if (s.owner() instanceof Owner.InConfig) {
      rows.add(List.of(mute, back));
    } else {
      Button timing = Subscribing.otherTiming(ask, s, asItComes(ask, s).plan());
      rows.add(List.of(ask.button(Replies.CHANGE_WORDS, Verbs.EDIT, s.id()), timing));
      rows.add(shared(ask, s, mute));
      rows.add(List.of(ask.button(Replies.REMOVE, Verbs.REMOVE, s.id()), back));
    }
    return ask.reply(text, rows);
  }

  private Optional<String> waits(Subscription s) {
    return language.lacks(s.query()).map(StandingWords::waits);
  }

  /// With the way to hand the words on, where the network has links for that.
  private List<Button> shared(Ask ask, Subscription s, Button mute) {
    return DeepLink.of(s.text())
        .flatMap(payload -> install.startLink(ask.message().from().network(), payload))
        .map(link -> List.of(mute, new Button.Open(Replies.SHARE, link)))
        .orElseGet(() -> List.of(mute));
  }

  /// The subscription with what its chat is set to where it has nothing of its own.
  static Subscription asItComes(Ask ask, Subscription s) {
    return new Subscription(
        s.id(),
        s.chat(),
        s.query(),
        s.text(),
        s.plan().within(ask.settings().plan()),
        s.owner(),
        s.since(),
        s.until());
  }

  /// The subscriptions as YAML that works in config, in messages a phone can show.
  Answer export(Ask ask) {
    List<Subscription> all = stores.subscriptions().of(ask.chat());
    if (all.isEmpty()) {
      return Answer.post(ask.say(RichText.of(Replies.EXPORT_EMPTY), List.of()));
    }
    Address address = ask.settings().address();
    Answer answer = Answer.NONE;
    for (String part : Yaml.export(all, address, install.zone())) {
      RichText text = new RichText(List.of(new RichText.Block(part)));
      answer = answer.and(ask.say(text, List.of()));
    }
    return answer;
  }

  private Optional<Instant> lastAlert(Ask ask, Subscription s) {
    return stores.alerts().latest(ask.chat(), 200).stream()
        .filter(alert -> alert.why().stream().anyMatch(why -> why.subscription() == s.id()))
        .map(Alert::decided)
        .findFirst();
  }

  private static List<List<Button>> rows(Ask ask, List<Subscription> shown, int page, int total) {
    List<List<Button>> rows = new ArrayList<>();
    shown.forEach(
        s -> rows.add(List.of(ask.button(SubscriptionWords.label(s), Verbs.SHOW, s.id(), page))));
    List<Button> turn = new ArrayList<>();
    if (page > 0) {
      turn.add(ask.button(Replies.BACK, Verbs.LIST, page - 1));
    }
    if ((page + 1) * PAGE < total) {
      turn.add(ask.button(Replies.NEXT, Verbs.LIST, page + 1));
    }
    if (!turn.isEmpty()) {
      rows.add(turn);
    }
    rows.add(
        List.of(
            ask.button(Replies.ADD, Verbs.ASK_WORDS),
            ask.button(Replies.EXPORT, Verbs.EXPORT),
            ask.button(Replies.CLOSE, Verbs.CLOSE)));
    return rows;
  }
}

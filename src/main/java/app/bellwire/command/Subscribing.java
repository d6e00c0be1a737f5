package app.bellwire.command;

import app.bellwire.chat.Button;
import app.bellwire.chat.RichText;
import app.bellwire.query.ParsedQuery.Invalid;
import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.query.Query;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// From typed words to a subscription: look, subscribe, change, remove. Each method looks first and
/// answers with the step that is taken in the transaction.
final class Subscribing {
  private static final Duration EASY_UNDO = Duration.ofMinutes(10);

  private final Stores stores;
  private final Language language;
  private final SourceProbe sources;
  private final Install install;
  private final Preview preview;

  Subscribing(Stores stores, Language language, SourceProbe sources, Install install) {
    this.stores = stores;
    this.language = language;
    this.sources = sources;
    this.install = install;
    this.preview = new Preview(language);
  }

  /// What `words` would have brought, with the offer to subscribe.
  ///
  /// @param instead the subscription whose words these would become, when one is being changed
  Supplier<Answer> look(Ask ask, String words, Optional<Subscription> instead) {
    return switch (language.parse(words)) {
      case Invalid invalid -> () -> error(ask, invalid);
      case Valid valid ->
          stores
              .subscriptions()
              .same(ask.chat(), valid)
              .<Supplier<Answer>>map(there -> () -> duplicate(ask, there, valid))
              .orElseGet(() -> preview.of(ask, valid, archive(ask), instead));
    };
  }

  /// What words would have brought, or what is wrong with them.
  sealed interface Looked {}

  record Brought(RichText text) implements Looked {}

  record Misread(String why) implements Looked {}

  Looked looked(Ask ask, String words) {
    return switch (language.parse(words)) {
      case Invalid invalid -> new Misread(misread(invalid));
      case Valid valid -> new Brought(preview.text(ask, valid, archive(ask)));
    };
  }

  /// What is wrong with words; none when nothing is.
  Optional<String> wrong(String words) {
    return language.parse(words) instanceof Invalid invalid
        ? Optional.of(misread(invalid))
        : Optional.empty();
  }

  private static String misread(Invalid invalid) {
    return invalid.message()
        + invalid.nearest().map(near -> " " + PreviewWords.nearest(near).plain()).orElse("");
  }

  /// The same look without any offer.
  Supplier<Answer> tryOut(Ask ask, String words) {
    return switch (language.parse(words)) {
      case Invalid invalid -> () -> error(ask, invalid);
      case Valid valid -> {
        RichText text = preview.text(ask, valid, archive(ask));
        yield () -> ask.reply(text);
      }
    };
  }

  /// @param timing none for as the chat is set
  Answer subscribe(Ask ask, String words, Optional<Timing> timing) {
    if (!(language.parse(words) instanceof Valid valid)) {
      return ask.note(Replies.CANCELLED);
    }
    Optional<Subscription> there = stores.subscriptions().same(ask.chat(), valid);
    if (there.isPresent()) {
      return duplicate(ask, there.get(), valid);
    }
    if (stores.subscriptions().of(ask.chat()).size() >= install.subscriptionsPerChat()) {
      return limit(ask, valid);
    }
    Owner owner = new Owner.InChat(ask.message().user(), ask.message().userName());
    DeliveryPlan plan = timing.map(DeliveryPlan.OPEN::with).orElse(DeliveryPlan.OPEN);
    Subscription made =
        stores.subscriptions().add(ask.chat(), valid, plan, owner, Optional.empty());
    return subscribed(ask, made);
  }

  Answer undoSubscribe(Ask ask, long id) {
    return find(ask, id)
        .map(
            s ->
                s.since().isBefore(ask.now().minus(EASY_UNDO)) ? removeAsk(ask, s) : remove(ask, s))
        .orElseGet(() -> ask.note(Replies.NOT_FOUND));
  }

  Answer removeAsk(Ask ask, Subscription s) {
    if (s.owner() instanceof Owner.InConfig config) {
      return ask.reply(SubscriptionWords.locked(config));
    }
    return ask.reply(
        SubscriptionWords.removeAsk(s, alerts(ask, s)),
        List.of(
            List.of(
                ask.destroying(Replies.REMOVE, Verbs.REMOVE_NOW, s.id()),
                ask.button(Replies.KEEP, Verbs.CANCEL))));
  }

  /// Removes the one that is there, to make room for the words.
  Answer subscribeFor(Ask ask, Subscription there, String words) {
    remove(ask, there);
    return subscribe(ask, words, Optional.empty());
  }

  Answer remove(Ask ask, Subscription s) {
    if (s.owner() instanceof Owner.InConfig config) {
      return ask.reply(SubscriptionWords.locked(config));
    }
    stores.subscriptions().end(s, ask.message().user().toString());
    Answer removed =
        ask.reply(
            SubscriptionWords.removed(s.label()),
            List.of(
                List.of(
                    ask.button(
                        Replies.UNDO, Verbs.RESTORE, s.text(), Digesting.wanted(s.plan())))));
    return ask.telling(removed, ToldWords.removed(ask.message().userName(), s));
  }

  /// The picker of `/unsub` and `/edit`; words name the subscription at once.
  Answer pick(Ask ask, String words, String verb, String purpose) {
    List<Subscription> all = byUse(ask, stores.subscriptions().of(ask.chat()));
    if (all.isEmpty()) {
      return ask.reply(Replies.LIST_EMPTY);
    }
    Optional<Subscription> named = named(all, words);
    if (named.isPresent()) {
      return verb.equals(Verbs.EDIT) ? newWords(ask, named.get()) : removeAsk(ask, named.get());
    }
    List<List<Button>> rows = new ArrayList<>();
    all.stream()
        .limit(10)
        .forEach(s -> rows.add(List.of(ask.button(SubscriptionWords.label(s), verb, s.id()))));
    rows.add(List.of(ask.button(Replies.CANCEL, Verbs.CANCEL)));
    return ask.reply(SubscriptionWords.pick(purpose), rows);
  }

  Answer newWords(Ask ask, Subscription s) {
    if (s.owner() instanceof Owner.InConfig config) {
      return ask.reply(SubscriptionWords.locked(config));
    }
    return ask.reply(
        SubscriptionWords.newWords(s),
        List.of(List.of(ask.button(Replies.CANCEL, Verbs.STOP_EDIT))));
  }

  Answer change(Ask ask, long id, String words) {
    Optional<Subscription> found = find(ask, id);
    if (found.isEmpty() || !(language.parse(words) instanceof Valid valid)) {
      return ask.note(Replies.NOT_FOUND);
    }
    Subscription old = found.get();
    if (old.owner() instanceof Owner.InConfig config) {
      return ask.reply(SubscriptionWords.locked(config));
    }
    put(old, valid.query(), valid.text(), old.plan());
    Answer changed =
        ask.reply(
            SubscriptionWords.changed(valid.text(), old.text()),
            List.of(List.of(ask.button(Replies.UNDO, Verbs.CHANGE, id, old.text()))));
    return ask.telling(
        changed, ToldWords.changed(ask.message().userName(), valid.text(), old.text()));
  }

  /// Puts another plan in the place of the subscription's.
  void replan(Subscription s, DeliveryPlan plan) {
    put(s, s.query(), s.text(), plan);
  }

  private void put(Subscription old, Query query, String text, DeliveryPlan plan) {
    stores
        .subscriptions()
        .change(
            new Subscription(
                old.id(), old.chat(), query, text, plan, old.owner(), old.since(), old.until()));
  }

  /// The subscription that `words` name: its label, or a query that means the same.
  Optional<Subscription> named(Ask ask, String words) {
    Optional<Subscription> there = named(stores.subscriptions().of(ask.chat()), words);
    return there.isPresent() || !(language.parse(words) instanceof Valid valid)
        ? there
        : stores.subscriptions().same(ask.chat(), valid);
  }

  Optional<Subscription> find(Ask ask, long id) {
    return stores
        .subscriptions()
        .find(id)
        .filter(s -> s.chat().equals(ask.chat()) && s.live(ask.now()));
  }

  /// Those with the most alerts in 30 days first.
  List<Subscription> byUse(Ask ask, List<Subscription> all) {
    return all.stream()
        .sorted(
            Comparator.comparingInt((Subscription s) -> alerts(ask, s))
                .reversed()
                .thenComparing(Subscription::id))
        .toList();
  }

  int alerts(Ask ask, Subscription s) {
    return stores.alerts().countFor(s.id(), ask.now().minus(Archive.WINDOW));
  }

  Archive archive(Ask ask) {
    return new Archive(
        language,
        stores.articles(),
        stores.stories(),
        sources,
        install.sampleTo(ask.settings().address().network()),
        ask.now());
  }

  private Answer error(Ask ask, Invalid invalid) {
    RichText.Builder text = RichText.build().text(invalid.message()).line();
    text.add(new RichText.Block(PreviewWords.pointer(invalid.text(), invalid.offset())));
    List<Button> row = new ArrayList<>();
    invalid
        .nearest()
        .ifPresent(
            nearest -> {
              text.line().addAll(PreviewWords.nearest(nearest));
              row.add(ask.button(Replies.USE_THAT, Verbs.LOOK, nearest));
            });
    row.add(ask.button(Replies.CANCEL, Verbs.CANCEL));
    return ask.reply(text.done(), List.of(row));
  }

  private Answer duplicate(Ask ask, Subscription there, Valid typed) {
    RichText text =
        SubscriptionWords.duplicate(there, typed.text(), alerts(ask, there), ask.when());
    Button close = ask.button(Replies.CLOSE, Verbs.CANCEL);
    List<Button> row =
        there.owner() instanceof Owner.InConfig
            ? List.of(close)
            : List.of(ask.button(Replies.CHANGE_IT, Verbs.EDIT, there.id()), close);
    return ask.reply(text, List.of(row));
  }

  private Answer limit(Ask ask, Valid words) {
    List<Subscription> quiet =
        stores.subscriptions().of(ask.chat()).stream()
            .filter(s -> s.owner() instanceof Owner.InChat && alerts(ask, s) == 0)
            .limit(2)
            .toList();
    List<List<Button>> rows = new ArrayList<>();
    quiet.stream()
        .limit(1)
        .forEach(
            s ->
                rows.add(
                    List.of(
                        ask.button(
                            SubscriptionWords.removeNamed(s.label()),
                            Verbs.REMOVE_FOR,
                            s.id(),
                            words.text()))));
    rows.add(
        List.of(
            ask.button(Replies.SHOW_ALL, Verbs.LIST, 0),
            ask.button(Replies.SUBSCRIBE, Verbs.SUBSCRIBE, words.text())));
    rows.add(List.of(ask.button(Replies.CANCEL, Verbs.CANCEL)));
    List<String> labels = quiet.stream().map(Subscription::label).toList();
    return ask.reply(
        SubscriptionWords.limit(install.subscriptionsPerChat(), words.text(), labels), rows);
  }

  private Answer subscribed(Ask ask, Subscription made) {
    DeliveryPlan holds = made.plan().within(ask.settings().plan());
    boolean open = !holds.digest() && holds.quiet().isEmpty();
    RichText lead = SubscriptionWords.lead(ask);
    RichText text =
        open
            ? SubscriptionWords.subscribed(lead, made)
            : HoursWords.subscribed(lead, made, holds, ask.when());
    List<Button> row = new ArrayList<>();
    row.add(ask.button(Replies.UNDO, Verbs.UNDO_SUBSCRIBE, made.id()));
    if (holds.quiet().isEmpty() && !holds.digest()) {
      row.add(ask.button(HoursWords.QUIET_AT_NIGHT, Verbs.QUIET, Quieting.NIGHT));
    }
    row.add(otherTiming(ask, made, holds));
    RichText whole = ask.channel().map(channel -> there(ask, channel, text)).orElse(text);
    return ask.telling(
        ask.reply(whole, List.of(row)), ToldWords.subscribed(ask.message().userName(), made));
  }

  private static RichText there(Ask ask, Channel channel, RichText text) {
    String listed =
        Channel.isPublic(channel.name()) ? channel.name() : ask.settings().address().toString();
    return RichText.build()
        .addAll(text)
        .addAll(ChannelWords.done(listed, ask.room().discreet()))
        .done();
  }

  /// `[As a digest]` or `[At once]`, whichever does not hold.
  static Button otherTiming(Ask ask, Subscription s, DeliveryPlan holds) {
    String times = HoursWords.times(Preview.times(ask.settings().plan().digestAt()));
    return holds.digest()
        ? ask.button(HoursWords.AT_ONCE, Verbs.DIGEST, s.id(), "now")
        : ask.button(HoursWords.AS_A_DIGEST, Verbs.DIGEST, s.id(), times);
  }

  private static Optional<Subscription> named(List<Subscription> all, String words) {
    String wanted = words.strip();
    return all.stream()
        .filter(s -> s.label().equalsIgnoreCase(wanted) || s.text().equalsIgnoreCase(wanted))
        .findFirst();
  }
}

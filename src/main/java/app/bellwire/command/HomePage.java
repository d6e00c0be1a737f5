package app.bellwire.command;

import app.bellwire.chat.Button;
import app.bellwire.chat.Field;
import app.bellwire.chat.Panel;
import app.bellwire.chat.Panel.Input;
import app.bellwire.chat.Panel.Part;
import app.bellwire.chat.Panel.Row;
import app.bellwire.chat.Panel.Said;
import app.bellwire.chat.RichText;
import app.bellwire.command.SourceProbe.Probe;
import app.bellwire.subscription.Subscription;
import java.util.ArrayList;
import java.util.List;

/// Bellwire's own page for one person, where the network has such: a field for words, what is
/// watched, how the sources are.
final class HomePage {
  /// Subscriptions with a button of their own.
  private static final int SHOWN = 10;

  /// Failing sources that are named; the first line names a single one.
  private static final int FAILING = 10;

  private final Stores stores;
  private final SourceProbe sources;
  private final Subscribing subscribing;
  private final Muting muting;

  HomePage(Stores stores, SourceProbe sources, Subscribing subscribing, Muting muting) {
    this.stores = stores;
    this.sources = sources;
    this.subscribing = subscribing;
    this.muting = muting;
  }

  Panel of(Ask ask) {
    List<Subscription> all = subscribing.byUse(ask, stores.subscriptions().of(ask.chat()));
    List<Part> parts = new ArrayList<>();
    parts.add(new Said(Replies.startFirst(sources.all().size())));
    parts.add(
        new Input(
            new Field.Line(
                SubscribeForm.WORDS, FormWords.WORDS, "", "", FormWords.WORDS_HINT, false)));
    parts.add(
        new Row(
            List.of(
                ask.button(FormWords.LOOK, Verbs.LOOK_TYPED),
                ask.button(FormWords.SUBSCRIBE_FORM, Verbs.FORM),
                ask.button(FormWords.SETTINGS, Verbs.SETTINGS_FORM))));
    if (all.isEmpty()) {
      parts.add(
          new Said(
              RichText.build().bold(FormWords.BEGIN).text("\n" + FormWords.FIRST_STEPS).done()));
    } else {
      watched(ask, all, parts);
    }
    parts.add(new Said(health(ask)));
    return new Panel(parts);
  }

  private void watched(Ask ask, List<Subscription> all, List<Part> parts) {
    List<Subscription> shown = all.subList(0, Math.min(SHOWN, all.size()));
    RichText.Builder text = RichText.build();
    text.bold(FormWords.WATCHED + ": " + SubscriptionWords.listTitle(all.size(), 1, all.size()));
    boolean first = true;
    for (Subscription s : shown) {
      text.addAll(
          SubscriptionWords.listLine(
              Listing.asItComes(ask, s),
              subscribing.alerts(ask, s),
              first,
              muting.mutedUntil(ask, s.id())));
      first = false;
    }
    int more = all.size() - shown.size();
    text.text(more > 0 ? FormWords.more(more) : "");
    String state = HoursWords.state(ask.settings(), ask.when());
    text.text(state.isEmpty() ? "" : "\n" + state);
    parts.add(new Said(text.done()));
    for (int from = 0; from < shown.size(); from += 5) {
      List<Button> row = new ArrayList<>();
      for (Subscription s : shown.subList(from, Math.min(from + 5, shown.size()))) {
        row.add(ask.button(SubscriptionWords.label(s), Verbs.SHOW, s.id(), 0));
      }
      parts.add(new Row(row));
    }
  }

  private RichText health(Ask ask) {
    RichText.Builder text = RichText.build().bold(FormWords.NEWS_SOURCES);
    text.text("\n" + StandingWords.verdict(sources.all(), ask.when()));
    List<Probe> failing = sources.all().stream().filter(Probe::failing).toList();
    failing.stream()
        .limit(failing.size() > 1 ? FAILING : 0)
        .forEach(probe -> text.text("\n" + StandingWords.sourceTrouble(probe, ask.when())));
    return text.done();
  }
}

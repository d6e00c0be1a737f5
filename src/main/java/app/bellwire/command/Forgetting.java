package app.bellwire.command;

import app.bellwire.chat.Button;
import app.bellwire.chat.RichText;
import app.bellwire.chat.UserId;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import java.util.List;
import java.util.Optional;

/// Says what is stored about a chat and a person, and ends it. In a chat of several, people can
/// delete themselves and nothing else.
final class Forgetting {
  private final Stores stores;
  private final Install install;
  private final Listing listing;
  private final Muting muting;

  Forgetting(Stores stores, Install install, Listing listing, Muting muting) {
    this.stores = stores;
    this.install = install;
    this.listing = listing;
    this.muting = muting;
  }

  /// `/mydata`
  Answer stored(Ask ask) {
    return Answer.post(
        ask.say(
            text(ask),
            List.of(
                List.of(
                    ask.button(Replies.EXPORT, Verbs.EXPORT),
                    ask.button(DataWords.DELETE, Verbs.FORGET)))));
  }

  /// `/forgetme`: says first what goes.
  Answer ask(Ask ask) {
    if (ask.many()) {
      int owned = stores.personal().owned(ask.message().user(), ask.chat());
      return ask.reply(
          DataWords.forgetAskInGroup(ask.message().userName(), owned), List.of(lastRow(ask)));
    }
    int elsewhere = stores.personal().ownedElsewhere(ask.message().user(), ask.chat());
    List<String> parts =
        DataWords.parts(
            stores.personal().of(ask.chat()), own(ask), ask.settings().pause().isPresent());
    if (parts.isEmpty() && elsewhere == 0) {
      List<Owner.InConfig> stays = declared(ask);
      forget(ask);
      return ask.reply(DataWords.nothingStored(stays));
    }
    return ask.reply(
        DataWords.forgetAsk(parts, elsewhere, declared(ask), ask.local()),
        List.of(List.of(ask.button(DataWords.COPY_FIRST, Verbs.FORGET_COPY)), lastRow(ask)));
  }

  /// `[Delete all]`
  Answer now(Ask ask) {
    if (ask.many()) {
      stores.personal().forget(ask.message().user(), ask.message().userName(), ask.chat());
      stores.subscriptions().reload();
      return ask.reply(DataWords.forgottenInGroup());
    }
    List<Owner.InConfig> stays = declared(ask);
    forget(ask);
    return ask.reply(DataWords.forgotten(stays));
  }

  /// `[Send me a copy first]`: the question stays as it is.
  Answer copy(Ask ask) {
    return listing.export(ask).and(ask.say(text(ask), List.of()));
  }

  private RichText text(Ask ask) {
    UserId user = ask.message().user();
    DataWords.Person person =
        new DataWords.Person(
            user.toString(),
            ask.message().userName(),
            ask.admin(),
            stores.personal().owned(user, ask.chat()),
            stores.personal().ownedElsewhere(user, ask.chat()),
            labels(user));
    RichText chat =
        DataWords.chat(
            ask.settings(),
            stores.personal().of(ask.chat()),
            stores.subscriptions().of(ask.chat()),
            muting.lines(ask),
            ask.many(),
            ask.when());
    return RichText.build().addAll(chat).addAll(DataWords.person(person, ask.many())).done();
  }

  private int labels(UserId user) {
    return (int)
        stores.labels().all().stream().filter(label -> label.by().equals(user.toString())).count();
  }

  /// The chat itself stays while the configuration names it.
  private void forget(Ask ask) {
    DeliveryPlan rule = install.declared(ask.settings().address());
    boolean named = !declared(ask).isEmpty() || !rule.equals(DeliveryPlan.OPEN);
    stores.personal().forget(ask.chat(), named);
    stores.personal().forget(ask.message().user(), ask.message().userName());
    if (named) {
      stores.plan(ask.chat(), none -> rule);
    }
    stores.subscriptions().reload();
  }

  /// What people have set here, other than the configuration.
  private DeliveryPlan own(Ask ask) {
    DeliveryPlan plan = ask.settings().plan();
    DeliveryPlan rule = install.declared(ask.settings().address());
    return new DeliveryPlan(
        plan.timing(),
        rule.quiet().isPresent() ? Optional.empty() : plan.quiet(),
        rule.zone().isPresent() ? Optional.empty() : plan.zone(),
        plan.urgent());
  }

  private List<Owner.InConfig> declared(Ask ask) {
    return stores.subscriptions().of(ask.chat()).stream()
        .map(Subscription::owner)
        .filter(Owner.InConfig.class::isInstance)
        .map(Owner.InConfig.class::cast)
        .toList();
  }

  private static List<Button> lastRow(Ask ask) {
    return List.of(
        ask.destroying(ask.many() ? DataWords.DELETE : DataWords.DELETE_ALL, Verbs.FORGET_NOW),
        ask.button(Replies.CANCEL, Verbs.CANCEL));
  }
}

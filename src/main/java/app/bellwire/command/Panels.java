package app.bellwire.command;

import app.bellwire.chat.Panel;
import java.util.Optional;
import java.util.function.Supplier;

/// Forms and the page of a person, on networks that have such.
final class Panels {
  /// The field with the text of a message that somebody wants to follow.
  private static final String FOLLOWED = "text";

  private final Install install;
  private final Subscribing subscribing;
  private final SubscribeForm subscribe;
  private final SettingsForm settings;
  private final HomePage page;

  Panels(
      Stores stores,
      SourceProbe sources,
      Install install,
      Subscribing subscribing,
      Muting muting,
      Hours hours,
      Elsewhere elsewhere) {
    this.install = install;
    this.subscribing = subscribing;
    subscribe = new SubscribeForm(subscribing, hours, elsewhere);
    settings = new SettingsForm(hours);
    page = new HomePage(stores, sources, subscribing, muting);
  }

  /// Whether it is asked where there are forms.
  boolean here(Ask ask) {
    return install.panels(ask.message().from().network());
  }

  /// The form of a subscription, with the telling words of what somebody wants to follow.
  Answer subscribe(Ask ask) {
    return subscribe.blank(ask, Prose.words(ask.message().fields().getOrDefault(FOLLOWED, "")));
  }

  Answer settings(Ask ask) {
    return settings.blank(ask);
  }

  Panel page(Ask ask) {
    return page.of(ask);
  }

  /// A press in a form or on the page; none for another verb.
  Optional<Supplier<Answer>> pressed(Ask ask, String verb) {
    return Optional.ofNullable(
        switch (verb) {
          case Verbs.FORM -> () -> subscribe(ask);
          case Verbs.FORM_LOOK -> subscribe.looked(ask);
          case Verbs.FORM_DONE -> subscribe.handedIn(ask);
          case Verbs.LOOK_TYPED -> lookTyped(ask);
          case Verbs.SETTINGS_FORM -> changing(ask, () -> settings.blank(ask));
          case Verbs.SETTINGS_DONE -> changing(ask, () -> settings.handedIn(ask));
          default -> null;
        });
  }

  private Supplier<Answer> lookTyped(Ask ask) {
    String words = ask.message().fields().getOrDefault(SubscribeForm.WORDS, "").strip();
    return words.isEmpty()
        ? () -> subscribe.blank(ask, "")
        : subscribing.look(ask, words, Optional.empty());
  }

  private static Supplier<Answer> changing(Ask ask, Supplier<Answer> step) {
    return ask.mayChange() ? step : () -> ask.note(ask.noRights());
  }
}

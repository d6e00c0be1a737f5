package app.bellwire.command;

import app.bellwire.alert.Reason;
import app.bellwire.subscription.ChatSettings.Pause;
import java.util.List;
import java.util.Optional;

/// Stops the alerts of a chat, and lets them come again.
final class Pausing {
  private final Stores stores;

  Pausing(Stores stores) {
    this.stores = stores;
  }

  Answer pause(Ask ask) {
    Optional<Pause> there = ask.settings().pause();
    if (there.isEmpty()) {
      Pause pause = new Pause(ask.now(), ask.message().userName());
      stores.change(ask.chat(), settings -> settings.with(Optional.of(pause)));
    }
    Answer paused =
        ask.reply(
            there
                .map(pause -> HoursWords.pausedAlready(pause, ask.many(), ask.when()))
                .orElseGet(() -> HoursWords.paused(ask.many())),
            List.of(List.of(ask.button(HoursWords.RESUME, Verbs.RESUME))));
    return there.isPresent()
        ? paused
        : ask.telling(paused, ToldWords.paused(ask.message().userName()));
  }

  Answer resume(Ask ask) {
    if (ask.settings().pause().isEmpty()) {
      return ask.reply(HoursWords.NOT_PAUSED);
    }
    stores.change(ask.chat(), settings -> settings.with(Optional.<Pause>empty()));
    int held = stores.held().letGo(ask.chat(), Reason.PAUSED, ask.now());
    return ask.telling(
        ask.reply(
            HoursWords.resumed(held),
            List.of(List.of(ask.button(HoursWords.PAUSE_AGAIN, Verbs.PAUSE)))),
        ToldWords.resumed(ask.message().userName()));
  }
}

package app.bellwire.command;

import app.bellwire.chat.Button;
import app.bellwire.chat.RichText;
import app.bellwire.text.Counted;
import java.util.List;

/// `/settings`: how a chat is set, with the way to each of its settings, edited in place.
final class SettingsPanel {
  private final Stores stores;

  SettingsPanel(Stores stores) {
    this.stores = stores;
  }

  Answer show(Ask ask) {
    int watched = stores.subscriptions().of(ask.chat()).size();
    String state = HoursWords.state(ask.settings(), ask.when());
    RichText.Builder text = RichText.build().bold(Replies.SETTINGS).line();
    text.text(Counted.of(watched, "subscription", "subscriptions") + ". ");
    text.text(state.isEmpty() ? Replies.AT_ONCE_ALWAYS : state);
    return ask.reply(text.done(), rows(ask));
  }

  private static List<List<Button>> rows(Ask ask) {
    boolean paused = ask.settings().pause().isPresent();
    Button pause =
        paused
            ? ask.button(HoursWords.RESUME, Verbs.RESUME)
            : ask.button(Replies.PAUSE, Verbs.PAUSE);
    return List.of(
        List.of(
            ask.button(Replies.SUBSCRIPTIONS, Verbs.LIST, 0),
            ask.button(Replies.ADD, Verbs.ASK_WORDS)),
        List.of(
            ask.button(Replies.DIGEST_TIMES, Verbs.DIGEST_PANEL),
            ask.button(Replies.QUIET_HOURS, Verbs.QUIET_PANEL)),
        List.of(ask.button(Replies.TIME_ZONE, Verbs.ZONE_MORE, 0), pause),
        List.of(ask.button(Replies.CLOSE, Verbs.CLOSE)));
  }
}

package app.bellwire.command;

import app.bellwire.chat.Action;
import app.bellwire.chat.Button;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.RichText;
import app.bellwire.deliver.Delivery;
import app.bellwire.notice.Cause;
import app.bellwire.notice.ChangeWords;
import app.bellwire.notice.Key;
import app.bellwire.notice.NoticeVerbs;
import app.bellwire.notice.NoticeWords;
import app.bellwire.source.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Carries out what an admin presses under a notice. What touches more than the store comes before
/// the transaction of the answer, and may come twice.
final class Remedying {
  private static final Duration HUSH = Duration.ofHours(24);

  private final Stores stores;
  private final Remedies remedies;

  Remedying(Stores stores, Remedies remedies) {
    this.stores = stores;
    this.remedies = remedies;
  }

  Supplier<Answer> pressed(Ask ask, Action action) {
    if (!ask.admin()) {
      return () -> Answer.toast(NoticeWords.ADMINS_ONLY);
    }
    String thing = action.arguments().getFirst();
    return switch (action.verb()) {
      case NoticeVerbs.LOOK -> look(thing);
      case NoticeVerbs.HUSH -> () -> hush(ask, thing, action.arguments().get(1));
      case NoticeVerbs.RESUME -> resume(chat(thing));
      case NoticeVerbs.DROP_ASK -> () -> dropAsk(ask, chat(thing));
      case NoticeVerbs.DROP -> () -> drop(ask, chat(thing));
      case NoticeVerbs.TAKE_CHANGE -> decide(change(thing), true);
      case NoticeVerbs.KEEP_OLD -> decide(change(thing), false);
      case NoticeVerbs.SHOW_PROBLEMS ->
          () -> shown(ask, change(thing), remedies::problems, ChangeWords::problems);
      case NoticeVerbs.SHOW_ENDS ->
          () -> shown(ask, change(thing), remedies::ends, ChangeWords::ends);
      default -> () -> Answer.toast(Replies.OLD_BUTTON);
    };
  }

  private static ChatId chat(String key) {
    return new ChatId(Long.parseLong(key));
  }

  private static Instant change(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }

  private Supplier<Answer> look(String source) {
    remedies.look(new SourceId(source));
    return () -> Answer.toast(NoticeWords.LOOKING);
  }

  private Answer hush(Ask ask, String cause, String thing) {
    boolean lasts = remedies.hush(new Key(Cause.valueOf(cause), thing), ask.now().plus(HUSH));
    return Answer.toast(lasts ? NoticeWords.HUSHED : NoticeWords.OVER);
  }

  private Supplier<Answer> resume(ChatId chat) {
    boolean parked = stores.outbox().parked(chat).isPresent();
    remedies.resume(chat);
    return () -> Answer.toast(parked ? NoticeWords.RESUMED : NoticeWords.OVER);
  }

  private Answer dropAsk(Ask ask, ChatId chat) {
    int waiting = stores.outbox().parkedFor(chat).size();
    if (waiting == 0) {
      return Answer.toast(NoticeWords.OVER);
    }
    String name = stores.chats().settings(chat).address().toString();
    List<Button> row =
        List.of(
            ask.destroying(NoticeWords.drop(waiting), NoticeVerbs.DROP, chat.value()),
            ask.button(Replies.KEEP, Verbs.CANCEL));
    return Answer.post(ask.say(RichText.of(NoticeWords.dropAsk(waiting, name)), List.of(row)));
  }

  private Answer drop(Ask ask, ChatId chat) {
    String by = ask.message().userName();
    List<Delivery> dropped =
        stores.outbox().parkedFor(chat).stream()
            .filter(one -> stores.outbox().drop(one.id(), by, ask.now()))
            .toList();
    return ask.reply(NoticeWords.dropped(dropped.size()));
  }

  private static <T> Answer shown(
      Ask ask,
      Instant change,
      Function<Instant, List<T>> of,
      BiFunction<List<T>, String, RichText> words) {
    List<T> all = of.apply(change);
    return all.isEmpty()
        ? Answer.toast(NoticeWords.OVER)
        : Answer.post(ask.say(words.apply(all, ask.when().brief(change)), List.of()));
  }

  private Supplier<Answer> decide(Instant change, boolean take) {
    boolean waits = remedies.decide(change, take);
    String done = take ? NoticeWords.TAKEN : NoticeWords.KEPT;
    return () -> Answer.toast(waits ? done : NoticeWords.OVER);
  }
}

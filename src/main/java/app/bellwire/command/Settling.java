package app.bellwire.command;

import app.bellwire.chat.Button;
import app.bellwire.chat.RichText;
import app.bellwire.deliver.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lets an admin decide what becomes of messages whose answer was lost.
final class Settling {
  private static final int SHOWN = 5;

  private final Stores stores;

  Settling(Stores stores) {
    this.stores = stores;
  }

  /// `/resend`, `/drop`
  Answer typed(Ask ask, Command.Lost command) {
    if (!ask.admin()) {
      return ask.note(LostWords.ADMINS_ONLY);
    }
    int waiting = stores.outbox().uncertain().size();
    return switch (command) {
      case Command.Resend(boolean all) when all && waiting > 0 ->
          sure(ask, LostWords.resendAsk(waiting), LostWords.againAll(waiting), Verbs.RESEND_ALL);
      case Command.Drop(boolean all) when all && waiting > 0 ->
          sure(ask, LostWords.dropAsk(waiting), LostWords.dropAll(waiting), Verbs.DROP_ALL);
      case Command.Resend resend -> list(ask);
      case Command.Drop drop -> list(ask);
    };
  }

  /// A press; none for another verb.
  Optional<Answer> pressed(Ask ask, String verb, List<String> arguments) {
    if (!Verbs.OF_LOST.contains(verb)) {
      return Optional.empty();
    }
    if (!ask.admin()) {
      return Optional.of(ask.note(LostWords.ADMINS_ONLY));
    }
    return switch (verb) {
      case Verbs.RESEND -> Optional.of(one(ask, Long.parseLong(arguments.getFirst()), true));
      case Verbs.DROP -> Optional.of(one(ask, Long.parseLong(arguments.getFirst()), false));
      case Verbs.RESEND_ASK -> Optional.of(typed(ask, new Command.Resend(true)));
      case Verbs.DROP_ASK -> Optional.of(typed(ask, new Command.Drop(true)));
      case Verbs.RESEND_ALL -> Optional.of(ask.reply(LostWords.resentAll(all(ask, true))));
      default -> Optional.of(ask.reply(LostWords.droppedAll(all(ask, false))));
    };
  }

  private Answer one(Ask ask, long id, boolean again) {
    boolean done = waits(id) && settle(ask, id, again);
    String sent = again ? LostWords.SENT_AGAIN : LostWords.DROPPED;
    Answer list = list(ask);
    return new Answer(list.posts(), list.edit(), Optional.of(done ? sent : LostWords.NO_LONGER));
  }

  private int all(Ask ask, boolean again) {
    return (int)
        stores.outbox().uncertain().stream().filter(d -> settle(ask, d.id(), again)).count();
  }

  private boolean waits(long id) {
    return stores.outbox().uncertain().stream().anyMatch(d -> d.id() == id);
  }

  private boolean settle(Ask ask, long id, boolean again) {
    return again
        ? stores.outbox().resend(id, ask.now())
        : stores.outbox().drop(id, ask.message().userName(), ask.now());
  }

  private Answer list(Ask ask) {
    if (ask.overheard()) {
      return ask.note(LostWords.IN_PRIVATE);
    }
    List<Delivery> waiting = stores.outbox().uncertain();
    if (waiting.isEmpty()) {
      return ask.reply(LostWords.NONE);
    }
    RichText.Builder text = RichText.build().bold(LostWords.title(waiting.size()));
    text.text(LostWords.reason(waiting.size()));
    List<List<Button>> rows = new ArrayList<>();
    int number = 1;
    for (Delivery delivery : waiting.stream().limit(SHOWN).toList()) {
      String chat = stores.chats().settings(delivery.chat()).address().toString();
      text.addAll(LostWords.line(number, delivery, chat, ask.when()));
      rows.add(
          List.of(
              ask.button(LostWords.again(number), Verbs.RESEND, delivery.id()),
              ask.button(LostWords.drop(number), Verbs.DROP, delivery.id())));
      number++;
    }
    int more = waiting.size() - SHOWN;
    text.text(more > 0 ? LostWords.more(more) : "");
    rows.add(
        List.of(
            ask.button(LostWords.ALL_AGAIN, Verbs.RESEND_ASK),
            ask.button(LostWords.DROP_ALL, Verbs.DROP_ASK)));
    return ask.reply(text.done(), rows);
  }

  private static Answer sure(Ask ask, RichText question, String yes, String verb) {
    return ask.reply(
        question,
        List.of(
            List.of(
                verb.equals(Verbs.DROP_ALL) ? ask.destroying(yes, verb) : ask.button(yes, verb),
                ask.button(Replies.KEEP, Verbs.CANCEL))));
  }
}

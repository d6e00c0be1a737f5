package app.bellwire.command;

import app.bellwire.chat.Button;
import app.bellwire.chat.RichText;
import java.util.List;

/// What is answered to a question, and to a command that there is not: what could be meant, and the
/// way there. Pure.
final class NotUnderstood {
  private NotUnderstood() {}

  static Answer question(Ask ask, String text) {
    String words = Prose.words(text);
    List<Button> help = List.of(ask.button(Replies.HELP, Verbs.HELP));
    return words.isEmpty()
        ? ask.reply(RichText.of(Replies.TEXT_QUESTION), List.of(help))
        : ask.reply(
            RichText.of(Replies.TEXT_QUESTION),
            List.of(List.of(ask.button(PreviewWords.use(words), Verbs.LOOK, words)), help));
  }

  /// In a group a command that names nobody may be another bot's.
  static Answer command(Ask ask, Command.Unknown unknown) {
    if (ask.many() && !CommandParser.addressed(ask.message().text())) {
      return Answer.NONE;
    }
    Button help = ask.button(Replies.HELP, Verbs.HELP);
    boolean words = unknown.meant().filter("/sub"::equals).isPresent() && !unknown.rest().isEmpty();
    return ask.reply(
        Replies.unknown(unknown.typed(), unknown.meant()),
        List.of(
            words
                ? List.of(
                    ask.button(Replies.subWith(unknown.rest()), Verbs.LOOK, unknown.rest()), help)
                : List.of(help)));
  }
}

package app.bellwire.chat.telegram;

import java.util.List;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/// The commands that Telegram offers when somebody types `/`: everywhere those that look, and those
/// that change something where the person may do that.
final class CommandMenu {
  private static final List<BotCommand> LOOKING =
      List.of(
          new BotCommand("list", "what is watched here"),
          new BotCommand("try", "look for words without subscribing"),
          new BotCommand("why", "why an alert came, as a reply to it"),
          new BotCommand("whynot", "what became of a report, with its link"),
          new BotCommand("sources", "what is read, and how it stands"),
          new BotCommand("status", "how Bellwire and this chat stand"),
          new BotCommand("export", "the subscriptions as YAML"),
          new BotCommand("mydata", "what is stored about you"),
          new BotCommand("help", "all of it in short"));

  private static final List<BotCommand> CHANGING =
      List.of(
          new BotCommand("sub", "subscribe to words"),
          new BotCommand("unsub", "remove a subscription"),
          new BotCommand("edit", "other words for a subscription"),
          new BotCommand("mute", "a story, a subscription or this chat"),
          new BotCommand("unmute", "end a mute"),
          new BotCommand("digest", "alerts together, at set times"),
          new BotCommand("quiet", "hours without alerts"),
          new BotCommand("zone", "the time zone of this chat"),
          new BotCommand("pause", "keep alerts back"),
          new BotCommand("resume", "and tell them"),
          new BotCommand("settings", "all of these in one place"),
          new BotCommand("import", "subscriptions from YAML"),
          new BotCommand("forgetme", "delete what is stored"));

  /// Commands that are not offered and understood all the same.
  private static final List<String> UNOFFERED = List.of("start", "resend", "drop");

  private CommandMenu() {}

  static List<String> names() {
    Stream<String> offered =
        Stream.concat(CHANGING.stream(), LOOKING.stream()).map(BotCommand::getCommand);
    return Stream.concat(offered, UNOFFERED.stream()).toList();
  }

  static List<SetMyCommands> all() {
    List<BotCommand> everything = Stream.concat(CHANGING.stream(), LOOKING.stream()).toList();
    return List.of(
        menu(new BotCommandScopeDefault(), LOOKING),
        menu(new BotCommandScopeAllPrivateChats(), everything),
        menu(new BotCommandScopeAllGroupChats(), LOOKING),
        menu(new BotCommandScopeAllChatAdministrators(), everything));
  }

  private static SetMyCommands menu(BotCommandScope scope, List<BotCommand> commands) {
    SetMyCommands menu = new SetMyCommands(commands);
    menu.setScope(scope);
    return menu;
  }
}

package app.bellwire.command;

import app.bellwire.chat.Action;
import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.Buttons;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.RichText;
import app.bellwire.chat.Role;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.WhoMay;
import app.bellwire.text.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// One message with what is known of who sent it and where. Immutable.
record Ask(
    IncomingMessage message,
    ChatSettings settings,
    When when,
    Rights rights,
    Room room,
    Buttons buttons) {

  /// Where it is asked.
  ///
  /// @param many whether several people share the chat
  /// @param discreet whether the answer is seen by whoever asked alone
  /// @param channel the channel that is asked about from elsewhere; none for the chat itself
  /// @param clock the zone of whoever asked, where the network tells and the chat has none
  record Room(boolean many, boolean discreet, Optional<Channel> channel, Optional<ZoneId> clock) {
    /// The room that is asked about from here.
    ///
    /// @param unseen whether those who are there do not see what is answered here
    Room about(Channel other, boolean unseen) {
      return new Room(false, unseen, Optional.of(other), clock);
    }
  }

  /// What the person may do.
  ///
  /// @param admin whether the configuration names them as an admin of the install
  record Rights(Role role, boolean admin, WhoMay whoMay) {
    boolean change() {
      return admin
          || switch (whoMay) {
            case ADMINS -> role == Role.ADMIN;
            case MEMBERS -> role == Role.ADMIN || role == Role.MEMBER;
            case LISTED -> false;
          };
    }
  }

  ChatId chat() {
    return settings.id();
  }

  Author author() {
    return new Author(message.from(), message.user());
  }

  /// The same message in a chat whose settings have changed.
  Ask with(ChatSettings now) {
    ZoneId zone = now.zone().orElse(when.zone());
    When then = new When(zone, now.zone().isPresent(), when.now());
    return new Ask(message, now, then, rights, room, buttons);
  }

  /// Whether several people share the chat.
  boolean many() {
    return room.many();
  }

  /// Whether others read the answer.
  boolean overheard() {
    return room.many() && !room.discreet();
  }

  /// The channel that is asked about from elsewhere; none for the chat itself.
  Optional<Channel> channel() {
    return room.channel();
  }

  Instant now() {
    return when.now();
  }

  boolean pressed() {
    return message.pressed() != null;
  }

  boolean local() {
    return settings.address().network().equals(Address.LOCAL);
  }

  /// Whether the person may change what the chat gets.
  boolean mayChange() {
    return rights.change();
  }

  /// Whether the person is an admin of the install.
  boolean admin() {
    return rights.admin();
  }

  /// Why the person may not.
  String noRights() {
    return noRights(false);
  }

  /// @param mute whether it is about a mute
  String noRights(boolean mute) {
    String group = mute ? Replies.NO_RIGHTS_MUTE : Replies.NO_RIGHTS_HERE;
    String admins = room.discreet() ? Replies.NO_RIGHTS_CHANNEL : group;
    return rights.role() == Role.UNKNOWN ? Replies.ROLE_UNKNOWN : admins;
  }

  Button button(String label, String verb, Object... arguments) {
    return buttons.press(chat(), label, Action.of(verb, arguments));
  }

  /// A button that is pressed, whatever it stands in.
  Button.Press press(String label, String verb, Object... arguments) {
    return new Button.Press(label, buttons.issue(chat(), Action.of(verb, arguments)));
  }

  /// A button whose press cannot be undone.
  Button destroying(String label, String verb, Object... arguments) {
    return new Button.Press(label, buttons.issue(chat(), Action.of(verb, arguments)), true);
  }

  /// A message to the chat, without sound where others read along.
  OutgoingMessage say(RichText text, List<List<Button>> rows) {
    return new OutgoingMessage(text, rows, null, Placement.POST, many());
  }

  /// A reply in a story's thread, without sound.
  OutgoingMessage inThread(String thread, RichText text, List<List<Button>> rows) {
    return new OutgoingMessage(text, rows, thread, Placement.POST, true);
  }

  /// The answer: in place of the message whose button was pressed, else a new one.
  Answer reply(RichText text, List<List<Button>> rows) {
    return pressed() ? Answer.edit(say(text, rows)) : Answer.post(say(text, rows));
  }

  Answer reply(RichText text) {
    return reply(text, List.of());
  }

  Answer reply(String text) {
    return reply(RichText.of(text));
  }

  /// A short word on a press, a message on what was typed.
  Answer note(String text) {
    return pressed() ? Answer.toast(text) : Answer.post(say(RichText.of(text), List.of()));
  }

  /// The answer, with what everybody in the chat is to know of it where only the asker sees it.
  Answer telling(Answer answer, RichText effect) {
    boolean unseen = room.discreet() && (many() || channel().isPresent());
    return unseen ? answer.telling(settings.address(), OutgoingMessage.of(effect)) : answer;
  }

  /// The answer to a change of what everybody in the chat gets, which all are to know.
  Answer changed(RichText text, List<List<Button>> rows) {
    return telling(reply(text, rows), ToldWords.said(message.userName(), text));
  }

  /// Whether several people share what is at `address`.
  static boolean many(Address address) {
    return switch (address.network()) {
      case Address.TELEGRAM -> address.id().startsWith("-") || address.id().startsWith("@");
      case Address.SLACK -> !address.id().startsWith("D");
      default -> false;
    };
  }
}

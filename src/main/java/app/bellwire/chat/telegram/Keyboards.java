package app.bellwire.chat.telegram;

import app.bellwire.chat.Button;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.adminrights.ChatAdministratorRights;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardRemove;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButtonRequestChat;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;

/// Rows of buttons as Telegram takes them. Pure.
final class Keyboards {
  /// Comes back with the choice; a message of ours asks for one thing only.
  private static final String REQUEST = "1";

  private Keyboards() {}

  /// What comes with a new message: buttons under it or, in their place, the key that asks for a
  /// channel or the end of that.
  ///
  /// @return null where no button is left
  static @Nullable ReplyKeyboard of(List<List<Button>> rows) {
    for (Button button : rows.stream().flatMap(List::stream).toList()) {
      if (button instanceof Button.ChooseChannel choose) {
        return choice(choose);
      }
      if (button instanceof Button.ChoiceOver) {
        return new ReplyKeyboardRemove(true);
      }
    }
    return under(rows);
  }

  /// The buttons under a message.
  ///
  /// @return null where no button is left, which also takes those of an edited message away
  static @Nullable InlineKeyboardMarkup under(List<List<Button>> rows) {
    List<InlineKeyboardRow> shown =
        rows.stream().map(Keyboards::row).filter(row -> !row.isEmpty()).toList();
    return shown.isEmpty() ? null : new InlineKeyboardMarkup(shown);
  }

  private static InlineKeyboardRow row(List<Button> row) {
    return new InlineKeyboardRow(row.stream().flatMap(b -> button(b).stream()).toList());
  }

  private static Optional<InlineKeyboardButton> button(Button button) {
    InlineKeyboardButton shown = new InlineKeyboardButton(label(button.label()));
    switch (button) {
      case Button.Press press -> {
        shown.setCallbackData(press.id());
        shown.setStyle(press.destroys() ? "danger" : null);
      }
      case Button.Open open -> Markup.Links.web(open.target()).ifPresent(shown::setUrl);
      case Button.ChooseChannel choose -> {}
      case Button.ChoiceOver over -> {}
    }
    boolean does = shown.getCallbackData() != null || shown.getUrl() != null;
    return does ? Optional.of(shown) : Optional.empty();
  }

  private static ReplyKeyboardMarkup choice(Button.ChooseChannel choose) {
    KeyboardButton key = new KeyboardButton(label(choose.label()));
    key.setRequestChat(
        KeyboardButtonRequestChat.builder()
            .requestId(REQUEST)
            .chatIsChannel(true)
            .userAdministratorRights(posting())
            .botAdministratorRights(posting())
            .requestTitle(true)
            .requestUsername(true)
            .build());
    KeyboardButton none = new KeyboardButton(label(choose.none()));
    ReplyKeyboardMarkup keys =
        new ReplyKeyboardMarkup(List.of(new KeyboardRow(key), new KeyboardRow(none)));
    keys.setResizeKeyboard(true);
    keys.setOneTimeKeyboard(true);
    return keys;
  }

  /// The one right that is needed.
  private static ChatAdministratorRights posting() {
    ChatAdministratorRights rights =
        new ChatAdministratorRights(false, false, false, false, false, false, false, false);
    rights.setCanPostMessages(true);
    rights.setCanPostStories(false);
    rights.setCanEditStories(false);
    rights.setCanDeleteStories(false);
    return rights;
  }

  private static String label(String words) {
    String label = Inert.clean(words).strip();
    return label.isEmpty() ? "…" : label;
  }
}

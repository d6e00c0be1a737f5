package app.bellwire.chat.telegram;

import app.bellwire.chat.Button;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/// Rows of buttons as Telegram takes them. Pure.
final class Keyboards {
  private Keyboards() {}

  /// @return null where no button is left, which also takes those of an edited message away
  static @Nullable InlineKeyboardMarkup of(List<List<Button>> rows) {
    List<InlineKeyboardRow> shown =
        rows.stream().map(Keyboards::row).filter(row -> !row.isEmpty()).toList();
    return shown.isEmpty() ? null : new InlineKeyboardMarkup(shown);
  }

  private static InlineKeyboardRow row(List<Button> row) {
    return new InlineKeyboardRow(row.stream().flatMap(b -> button(b).stream()).toList());
  }

  private static Optional<InlineKeyboardButton> button(Button button) {
    InlineKeyboardButton shown = new InlineKeyboardButton(label(button));
    switch (button) {
      case Button.Press press -> {
        shown.setCallbackData(press.id());
        shown.setStyle(press.destroys() ? "danger" : null);
      }
      case Button.Open open -> Markup.Links.web(open.target()).ifPresent(shown::setUrl);
    }
    boolean does = shown.getCallbackData() != null || shown.getUrl() != null;
    return does ? Optional.of(shown) : Optional.empty();
  }

  private static String label(Button button) {
    String label = Inert.clean(button.label()).strip();
    return label.isEmpty() ? "…" : label;
  }
}

package app.bellwire.chat.slack;

import app.bellwire.chat.Button;
import app.bellwire.chat.Shortening;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.ButtonElement.ButtonElementBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rows of buttons as Slack takes them, numbered through what they stand in: `bw.1` presses,
/// `open.1` opens. Confined to one thread; an instance writes the rows of one message or view.
final class Keyboards {
  /// UTF-16 units of a button's label, and of what screen readers say.
  static final int LONGEST_LABEL = 75;

  private static final int MOST_IN_A_BLOCK = 25;

  private int presses;
  private int opens;

  /// One row; more blocks where it is longer than Slack's, none where no button of it is left.
  ///
  /// @param about the line the buttons belong to, for those who hear them one by one; may be empty
  List<ActionsBlock> row(List<Button> row, String about, String blockId) {
    List<BlockElement> buttons = new ArrayList<>();
    row.forEach(button -> button(button, Clean.line(about)).ifPresent(buttons::add));
    List<ActionsBlock> blocks = new ArrayList<>();
    for (int from = 0; from < buttons.size(); from += MOST_IN_A_BLOCK) {
      int to = Math.min(buttons.size(), from + MOST_IN_A_BLOCK);
      String id = from == 0 ? blockId : blockId + "." + from;
      blocks.add(ActionsBlock.builder().elements(buttons.subList(from, to)).blockId(id).build());
    }
    return blocks;
  }

  private Optional<BlockElement> button(Button button, String about) {
    return switch (button) {
      case Button.Press press -> Optional.of(press(press, labelled(press, about)));
      case Button.Open open ->
          Links.web(open.target()).map(url -> open(url, labelled(open, about)));
      case Button.ChooseChannel choose -> Optional.empty();
      case Button.ChoiceOver over -> Optional.empty();
    };
  }

  private BlockElement press(Button.Press press, ButtonElementBuilder labelled) {
    return labelled
        .actionId("bw." + ++presses)
        .value(press.id())
        .style(press.destroys() ? "danger" : null)
        .build();
  }

  /// Slack sends a press for it too.
  private BlockElement open(String url, ButtonElementBuilder labelled) {
    return labelled.actionId("open." + ++opens).url(url).build();
  }

  private static ButtonElementBuilder labelled(Button button, String about) {
    String label = Clean.label(button.label(), LONGEST_LABEL);
    ButtonElementBuilder shown = ButtonElement.builder().text(plain(label));
    return Clean.blank(about)
        ? shown
        : shown.accessibilityLabel(Shortening.of(label + ": " + about, LONGEST_LABEL));
  }

  static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(false).build();
  }
}

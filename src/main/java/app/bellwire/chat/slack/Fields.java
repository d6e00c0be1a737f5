package app.bellwire.chat.slack;

import app.bellwire.chat.Field;
import app.bellwire.chat.Field.Option;
import app.bellwire.chat.RichText;
import app.bellwire.chat.Shortening;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Things to fill in as Slack takes them, each with what is wrong with it right under it. Their
/// values come back under `f.` and the field's name. Pure.
///
/// @param inModal whether they stand in a modal, which knows the chat it was opened from
record Fields(boolean inModal) {
  /// What stands before a field's name.
  static final String FIELD = "f.";

  private static final int LONGEST_VALUE = 3_000;
  private static final int LONGEST_HINT = 150;
  private static final int LONGEST_OPTION = 75;
  private static final int LONGEST_PROBLEM = 3_000;
  private static final int MOST_OPTIONS = 100;

  /// More are a menu.
  private static final int MOST_RADIO_BUTTONS = 5;

  List<LayoutBlock> blocks(Field field) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(input(field));
    if (!Clean.blank(field.problem())) {
      RichText problem = RichText.of(field.problem());
      blocks.add(Layout.text(problem, "p." + field.name(), LONGEST_PROBLEM));
    }
    return blocks;
  }

  /// Slack keeps what somebody typed as long as the ids stay, so another value takes another id.
  private InputBlock input(Field field) {
    String revision = Integer.toHexString(field.value().hashCode());
    return InputBlock.builder()
        .blockId(FIELD + field.name() + "." + revision)
        .label(text(field.label(), LONGEST_HINT))
        .element(element(field, FIELD + field.name()))
        .optional(field instanceof Field.Line line && !line.required())
        .build();
  }

  private BlockElement element(Field field, String id) {
    return switch (field) {
      case Field.Line line -> line(line, id);
      case Field.Place place -> place(place, id);
      case Field.Choice choice -> choice(choice, id);
    };
  }

  private static BlockElement line(Field.Line line, String id) {
    String value = Clean.line(line.value());
    return PlainTextInputElement.builder()
        .actionId(id)
        .initialValue(orNull(Shortening.of(value, LONGEST_VALUE)))
        .placeholder(Clean.blank(line.hint()) ? null : text(line.hint(), LONGEST_HINT))
        .build();
  }

  /// Channels, private ones too; the chat with Bellwire only where it is the value, since all
  /// direct chats of the person would be offered with it.
  private BlockElement place(Field.Place place, String id) {
    boolean direct = place.value().startsWith("D");
    List<String> kinds = direct ? List.of("public", "private", "im") : List.of("public", "private");
    return ConversationsSelectElement.builder()
        .actionId(id)
        .initialConversation(orNull(place.value()))
        .defaultToCurrentConversation(inModal && place.value().isEmpty() ? true : null)
        .filter(ConversationsFilter.builder().include(kinds).build())
        .build();
  }

  private static BlockElement choice(Field.Choice choice, String id) {
    List<OptionObject> options =
        choice.options().stream().limit(MOST_OPTIONS).map(Fields::option).toList();
    OptionObject chosen =
        options.stream().filter(o -> o.getValue().equals(choice.value())).findFirst().orElse(null);
    return options.size() > MOST_RADIO_BUTTONS
        ? StaticSelectElement.builder().actionId(id).options(options).initialOption(chosen).build()
        : RadioButtonsElement.builder().actionId(id).options(options).initialOption(chosen).build();
  }

  private static OptionObject option(Option option) {
    if (option.value().isEmpty() || option.value().length() > LONGEST_OPTION) {
      throw new IllegalArgumentException("Not a value Slack takes: '" + option.value() + "'");
    }
    return OptionObject.builder()
        .text(text(option.label(), LONGEST_OPTION))
        .value(option.value())
        .build();
  }

  private static PlainTextObject text(String text, int most) {
    return Keyboards.plain(Clean.label(text, most));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}

package app.bellwire.fake;

import app.bellwire.chat.Button;
import app.bellwire.chat.Field;
import app.bellwire.chat.Form;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.Panel;
import app.bellwire.chat.RichText;
import java.util.List;
import java.util.stream.Collectors;

/// Writes messages in the notation of the texts people agreed on: `*bold*`, `‹link›`, `` `code` ``,
/// `~struck~`, `[button]`, `▸` for a fold.
public final class Shown {
  private Shown() {}

  public static String messages(List<OutgoingMessage> messages) {
    return messages.stream().map(Shown::message).collect(Collectors.joining("\n\n"));
  }

  public static String message(OutgoingMessage message) {
    StringBuilder out = new StringBuilder();
    out.append("(").append(message.placement() == Placement.POST ? "post" : "edit");
    out.append(message.silent() ? ", silent" : ", rings");
    out.append(message.thread() == null ? ")" : ", " + message.thread() + ")");
    out.append('\n').append(text(message.text()));
    message.keyboard().forEach(row -> out.append('\n').append(row(row)));
    return out.toString();
  }

  /// `{label: value}` for a field, with what is wrong after `!`.
  public static String panel(Panel panel) {
    return panel.parts().stream().map(Shown::part).collect(Collectors.joining("\n"));
  }

  public static String form(Form form) {
    return "(form "
        + form.title()
        + ")\n"
        + panel(form.body())
        + "\n["
        + form.submit().label()
        + "]";
  }

  private static String part(Panel.Part part) {
    return switch (part) {
      case Panel.Said said -> text(said.text());
      case Panel.Row row -> row(row.buttons());
      case Panel.Input(Field field) ->
          "{"
              + field.label()
              + ": "
              + field.value()
              + "}"
              + (field.problem().isEmpty() ? "" : " ! " + field.problem());
    };
  }

  public static String text(RichText text) {
    return text.nodes().stream().map(Shown::node).collect(Collectors.joining());
  }

  public static String row(List<Button> row) {
    return row.stream().map(Shown::button).collect(Collectors.joining(" "));
  }

  private static String button(Button button) {
    return switch (button) {
      case Button.Press press -> "[" + press.label() + "]";
      case Button.Open open -> "[" + open.label() + "]";
      case Button.ChooseChannel choose ->
          "(keys: [" + choose.label() + "] [" + choose.none() + "])";
      case Button.ChoiceOver over -> "(no keys)";
    };
  }

  private static String node(RichText.Node node) {
    return switch (node) {
      case RichText.Text text -> text.text();
      case RichText.News news -> news.text();
      case RichText.Bold bold -> "*" + text(bold.content()) + "*";
      case RichText.Struck struck -> "~" + text(struck.content()) + "~";
      case RichText.Code code -> "`" + code.text() + "`";
      case RichText.Block block -> "```\n" + block.text() + "\n```";
      case RichText.Link link -> "‹" + link.label() + "›";
      case RichText.Time time -> time.fallback();
      case RichText.Fold fold -> "▸ *" + fold.title() + "*\n" + text(fold.content());
    };
  }
}

package app.bellwire.chat.slack;

import app.bellwire.chat.Button;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Panel;
import app.bellwire.chat.Panel.Input;
import app.bellwire.chat.Panel.Part;
import app.bellwire.chat.Panel.Row;
import app.bellwire.chat.Panel.Said;
import app.bellwire.chat.RichText;
import app.bellwire.chat.RichText.Block;
import app.bellwire.chat.RichText.Bold;
import app.bellwire.chat.RichText.Code;
import app.bellwire.chat.RichText.Fold;
import app.bellwire.chat.RichText.Link;
import app.bellwire.chat.RichText.News;
import app.bellwire.chat.RichText.Node;
import app.bellwire.chat.RichText.Struck;
import app.bellwire.chat.RichText.Text;
import app.bellwire.chat.RichText.Time;
import java.util.List;
import java.util.regex.Pattern;

/// Names things as people on Slack know them: `/list` is typed `/bellwire list`, since one name
/// stands before all commands, and a reply stands in a thread. News is left alone. Pure.
final class Spoken {
  static final List<String> VERBS =
      List.of(
          "start",
          "help",
          "sub",
          "try",
          "edit",
          "unsub",
          "list",
          "mute",
          "unmute",
          "digest",
          "quiet",
          "zone",
          "pause",
          "resume",
          "why",
          "whynot",
          "sources",
          "status",
          "settings",
          "export",
          "import",
          "mydata",
          "forgetme",
          "resend",
          "drop");

  private static final Pattern COMMAND =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}/.:_-])/(" + String.join("|", VERBS) + ")(?![\\p{L}\\p{N}/_])");

  private static final String REPLY = "see reply";
  private static final String THREAD = "see thread";

  private Spoken() {}

  static OutgoingMessage spoken(OutgoingMessage message) {
    return new OutgoingMessage(
        spoken(message.text()),
        message.keyboard().stream().map(Spoken::row).toList(),
        message.thread(),
        message.placement(),
        message.silent(),
        message.priority());
  }

  static Panel spoken(Panel panel) {
    return new Panel(
        panel.parts().stream()
            .<Part>map(
                part ->
                    switch (part) {
                      case Said said -> new Said(spoken(said.text()));
                      case Row row -> new Row(row(row.buttons()));
                      case Input input -> input;
                    })
            .toList());
  }

  static RichText spoken(RichText text) {
    return new RichText(text.nodes().stream().map(Spoken::node).toList());
  }

  private static Node node(Node node) {
    return switch (node) {
      case Text text -> new Text(spoken(text.text()).replace(REPLY, THREAD));
      case Code code -> new Code(spoken(code.text()));
      case Bold bold -> new Bold(spoken(bold.content()));
      case Struck struck -> new Struck(spoken(struck.content()));
      case Fold fold -> new Fold(spoken(fold.title()), spoken(fold.content()));
      case News news -> news;
      case Block block -> block;
      case Link link -> link;
      case Time time -> time;
    };
  }

  private static List<Button> row(List<Button> row) {
    return row.stream()
        .<Button>map(
            button ->
                switch (button) {
                  case Button.Open open -> open;
                  case Button.ChooseChannel choose -> choose;
                  case Button.ChoiceOver over -> over;
                  case Button.Press(String label, String id, boolean destroys) ->
                      new Button.Press(spoken(label), id, destroys);
                })
        .toList();
  }

  private static String spoken(String text) {
    return COMMAND.matcher(text).replaceAll("/bellwire $1");
  }
}

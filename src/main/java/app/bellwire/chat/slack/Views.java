package app.bellwire.chat.slack;

import app.bellwire.chat.Form;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Panel;
import app.bellwire.chat.RichText;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.View.ViewBuilder;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.List;

/// Modals and the Home page. Pure.
final class Views {
  /// What stands before the id of a form's submit button, in the view's `callback_id`.
  static final String SUBMIT = "bw:";

  private static final String PLAIN = "plain_text";
  private static final int LONGEST_TITLE = 24;
  private static final int LONGEST_META = 3_000;
  private static final int MOST_BLOCKS = 100;

  /// Characters of all texts of a view, as JSON: Slack takes 250 KB, and a character is at most
  /// three bytes.
  private static final int LONGEST = 75_000;

  private Views() {}

  /// @param meta the address of the chat the view belongs to, at most 3,000 characters
  static View modal(Form form, String meta) {
    return modal(form.title(), "Cancel", meta)
        .submit(submit(form.submit().label()))
        .callbackId(SUBMIT + form.submit().id())
        .blocks(blocks(form.body(), true))
        .build();
  }

  /// An ordinary answer, shown in a modal.
  static View modal(String title, OutgoingMessage message, String meta) {
    List<LayoutBlock> blocks = Layout.message(message, "view", 0).blocks();
    return modal(title, "Close", meta).blocks(blocks).build();
  }

  static View home(Panel page, String meta) {
    return view("home", meta).blocks(blocks(page, false)).build();
  }

  /// While what was handed in is worked on.
  static View waiting(String title, String meta) {
    return modal(title, OutgoingMessage.of("One moment."), meta);
  }

  private static ViewBuilder modal(String title, String close, String meta) {
    return view("modal", meta)
        .title(ViewTitle.builder().type(PLAIN).text(Clean.label(title, LONGEST_TITLE)).build())
        .close(ViewClose.builder().type(PLAIN).text(close).build());
  }

  private static ViewSubmit submit(String label) {
    return ViewSubmit.builder().type(PLAIN).text(Clean.label(label, LONGEST_TITLE)).build();
  }

  private static ViewBuilder view(String type, String meta) {
    if (meta.length() > LONGEST_META) {
      throw new IllegalArgumentException("Too long for a view: " + meta.length() + " characters");
    }
    return View.builder().type(type).privateMetadata(meta);
  }

  private static List<LayoutBlock> blocks(Panel panel, boolean inModal) {
    Keyboards keyboards = new Keyboards();
    Fields fields = new Fields(inModal);
    int texts = Math.clamp(panel.parts().size(), 1, MOST_BLOCKS);
    int room = Math.min(Layout.LONGEST, LONGEST / texts);
    List<LayoutBlock> blocks = new ArrayList<>();
    String about = "";
    for (Panel.Part part : panel.parts()) {
      String place = "." + blocks.size();
      switch (part) {
        case Panel.Said(RichText text) -> {
          blocks.add(Layout.text(text, "n" + place, room));
          about = Layout.firstLine(text);
        }
        case Panel.Row row -> blocks.addAll(keyboards.row(row.buttons(), about, "a" + place));
        case Panel.Input input -> blocks.addAll(fields.blocks(input.field()));
      }
    }
    return blocks.subList(0, Math.min(MOST_BLOCKS, blocks.size()));
  }
}

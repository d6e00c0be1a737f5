package app.bellwire.chat.slack;

import app.bellwire.chat.Button;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.RichText;
import com.google.gson.Gson;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.List;

/// Lays messages out in Slack's blocks: the text in one, each row of buttons in one. Pure.
final class Layout {
  /// Characters of all blocks of a message, as JSON. Slack names no limit and refuses more than
  /// about 13,200 (github.com/slackapi/bolt-js/issues/2509); it counts more than the texts
  /// (issues/2867), so what we count is all that we send.
  static final int LONGEST = 12_000;

  private static final int COMMA = 1;

  /// Of those, what buttons may take.
  private static final int LONGEST_KEYBOARD = 8_000;

  /// Slack takes 50 blocks; one is the text.
  private static final int MOST_ROWS = 49;

  /// UTF-16 units of the text of notifications, before it is escaped.
  private static final int LONGEST_SUMMARY = 150;

  /// Characters of a message that is text alone; chat.update refuses more.
  private static final int LONGEST_TEXT = 4_000;

  private static final int LONGEST_ID = 200;

  private static final Gson JSON = GsonFactory.createSnakeCase();

  private Layout() {}

  /// @param revision counts the edits of the message: Slack wants new ids of blocks in each
  static Laid message(OutgoingMessage message, String deliveryId, int revision) {
    String id = deliveryId.substring(0, Math.min(LONGEST_ID, deliveryId.length())) + "-" + revision;
    RichText text = Links.headlined(message.text(), message.keyboard());
    List<ActionsBlock> rows = rows(text, message.keyboard(), "a-" + id);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(text(text, "n-" + id, LONGEST - COMMA - length(rows)));
    blocks.addAll(rows);
    return new Laid(summary(message.text()), blocks);
  }

  /// The text alone, for a message whose blocks Slack has refused.
  static Laid plain(OutgoingMessage message) {
    RichText text =
        Fitting.of(message.text(), LONGEST_TEXT, rich -> whole(rich).length() <= LONGEST_TEXT);
    String whole = whole(text);
    return new Laid(Clean.blank(whole) ? Clean.NOTHING : whole, List.of());
  }

  private static String whole(RichText text) {
    return Clean.escaped(Clean.text(text.plain()).strip());
  }

  /// The text in a block of at most `room` characters, as JSON.
  static LayoutBlock text(RichText text, String blockId, int room) {
    return Writing.block(
        Fitting.of(text, room, rich -> length(Writing.block(rich, blockId)) <= room), blockId);
  }

  /// The last rows are left out where there are too many.
  private static List<ActionsBlock> rows(RichText text, List<List<Button>> keyboard, String id) {
    Keyboards keyboards = new Keyboards();
    String about = firstLine(text);
    List<ActionsBlock> rows = new ArrayList<>();
    for (List<Button> row : Links.besides(text, keyboard)) {
      rows.addAll(keyboards.row(row, about, id + "-" + rows.size()));
    }
    while (rows.size() > MOST_ROWS || length(rows) > LONGEST_KEYBOARD) {
      rows.removeLast();
    }
    return rows;
  }

  private static int length(Object blocks) {
    return JSON.toJsonTree(blocks).toString().length();
  }

  /// The first line that says something; empty where none does.
  static String firstLine(RichText text) {
    return lines(text, 1);
  }

  /// The headline and who reports it, or the first two lines of what is said.
  private static String summary(RichText text) {
    return Clean.escaped(Clean.label(lines(text, 2), LONGEST_SUMMARY));
  }

  private static String lines(RichText text, int number) {
    return Clean.text(text.plain())
        .lines()
        .filter(line -> !Clean.blank(line))
        .limit(number)
        .map(String::strip)
        .reduce("", Layout::joined);
  }

  private static String joined(String before, String line) {
    if (before.isEmpty()) {
      return line;
    }
    boolean ended = before.endsWith(".") || before.endsWith("?") || before.endsWith("!");
    return before + (ended ? " " : " · ") + line;
  }
}

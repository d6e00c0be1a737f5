package app.bellwire.render;

import app.bellwire.alert.AlertVerbs;
import app.bellwire.chat.Action;
import app.bellwire.chat.Button;
import java.util.ArrayList;
import java.util.List;

/// What the first message after a mute says of what came meanwhile. Pure.
final class Missed {
  private Missed() {}

  /// `5 reports came while it was muted.` on a line of its own; empty where none did.
  static String line(View view) {
    return view.missed().isEmpty() ? "" : "\n" + AlertWords.missed(view.missed().size());
  }

  /// `rows` with a button that shows them.
  static List<List<Button>> offer(List<List<Button>> rows, View view) {
    if (view.missed().isEmpty()) {
      return rows;
    }
    List<String> articles = view.missed().stream().map(String::valueOf).toList();
    String id = view.issue().apply(new Action(AlertVerbs.SHOW_REPORTS, articles));
    List<List<Button>> all = new ArrayList<>(rows);
    all.add(List.of(new Button.Press(AlertWords.show(articles.size()), id)));
    return all;
  }
}

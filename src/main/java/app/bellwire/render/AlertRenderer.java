package app.bellwire.render;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Alert.Change;
import app.bellwire.alert.Alert.Kind;
import app.bellwire.alert.Alert.Stamp;
import app.bellwire.alert.Alert.Waited;
import app.bellwire.alert.Alert.Why;
import app.bellwire.alert.Corrections;
import app.bellwire.article.Article;
import app.bellwire.chat.Action;
import app.bellwire.chat.Button;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.OutgoingMessage.Priority;
import app.bellwire.chat.RichText;
import app.bellwire.story.Report;
import app.bellwire.text.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns an alert into the messages it takes: a new one, an edit of the story's first message, or a
/// reply together with that edit. Pure: the same alert and view give the same messages.
public final class AlertRenderer {
  /// The language of words out of several reports.
  private static final String UNKNOWN = "und";

  private AlertRenderer() {}

  /// The messages in the order in which they go out.
  ///
  /// @param silent whether a message that could sound should not
  public static List<OutgoingMessage> render(Alert alert, boolean silent, View view) {
    Priority priority =
        switch (alert.kind()) {
          case FIRST, MORE, FOLLOW_UP -> Priority.ALERT;
          case CORRECTED, WITHDRAWN -> Priority.CORRECTION;
        };
    return messages(alert, silent, view).stream().map(m -> m.with(priority)).toList();
  }

  /// The replies an alert takes in a thread that begins with other stories too; each names its own.
  public static List<OutgoingMessage> replies(
      Alert alert, boolean silent, String thread, View view) {
    return render(alert, silent, view).stream()
        .filter(message -> message.placement() == Placement.POST)
        .map(message -> message.in(thread, named(alert, message.text())))
        .toList();
  }

  private static RichText named(Alert alert, RichText text) {
    if (alert.kind() == Kind.WITHDRAWN) {
      return text;
    }
    RichText.Builder named = RichText.build().text("On “");
    named.add(Lines.headline(alert.root().lead())).text("”:").line();
    return named.addAll(text).done();
  }

  private static List<OutgoingMessage> messages(Alert alert, boolean silent, View view) {
    return switch (alert.kind()) {
      case FIRST -> List.of(first(alert, Placement.POST, silent, view));
      case MORE -> List.of(root(alert, view));
      case FOLLOW_UP -> List.of(followUp(alert, view), root(alert, view));
      case CORRECTED ->
          Corrections.onlySpelling(alert.marks().corrections())
              ? List.of(root(alert, view))
              : List.of(root(alert, view), corrected(alert, silent, view));
      case WITHDRAWN -> List.of(root(alert, view), withdrawn(alert, silent, view));
    };
  }

  /// The story's first message as it stands after `alert`, as an edit without sound.
  public static OutgoingMessage root(Alert alert, View view) {
    return first(alert.root(), Placement.EDIT_ROOT, true, view.plain());
  }

  private static OutgoingMessage first(Alert root, Placement placement, boolean silent, View view) {
    Optional<Stamp> killed = Lines.killed(root);
    RichText text =
        killed
            .map(stamp -> Lines.withdrawn(root, stamp, view.when()))
            .orElseGet(() -> story(root, view));
    List<List<Button>> keyboard =
        killed.isPresent()
            ? List.of(List.of(why(root, view)))
            : Missed.offer(keyboard(root, view), view);
    return new OutgoingMessage(text, keyboard, Alert.thread(root.event()), placement, silent);
  }

  private static RichText story(Alert root, View view) {
    RichText.Builder text = RichText.build();
    text.add(new RichText.Bold(RichText.build().add(Lines.headline(root.lead())).done())).line();
    text.addAll(Lines.who(root, view.when()));
    view.held().ifPresent(at -> text.text(AlertWords.HELD).add(Lines.at(at, view.when())));
    sentences(text, root);
    if (!root.extra().background().isEmpty()) {
      text.text("\n\n").add(background(root));
    }
    boolean folded = !root.extra().background().isEmpty();
    whyLine(root.why(), view.when())
        .ifPresent(line -> text.text(folded ? "\n" : "\n\n").addAll(line));
    text.text(Missed.line(view));
    text.text(root.marks().explain() ? "\n" + AlertWords.EXPLAIN : "");
    return text.done();
  }

  private static void sentences(RichText.Builder text, Alert alert) {
    if (!alert.sentences().isEmpty()) {
      text.text("\n\n").add(Lines.news(String.join(" ", alert.sentences()), alert.lead()));
    }
  }

  private static RichText.Fold background(Alert root) {
    String text = String.join(" ", root.extra().background());
    return new RichText.Fold(
        AlertWords.BACKGROUND, RichText.build().add(Lines.news(text, root.lead())).done());
  }

  /// `For ‹query›, ‹query› · found Lavrov, Blinken · 2 reports of different origin, waited since
  /// 14:02`.
  private static Optional<RichText> whyLine(List<Why> why, When when) {
    if (why.isEmpty()) {
      return Optional.empty();
    }
    RichText.Builder line = RichText.build().text("For ");
    Set<String> found = new LinkedHashSet<>();
    String comma = "";
    for (Why one : why) {
      line.text(comma).code(one.label());
      found.addAll(one.found());
      comma = ", ";
    }
    if (!found.isEmpty()) {
      line.text(" · found ").news(String.join(", ", found), UNKNOWN);
    }
    why.stream()
        .flatMap(one -> one.waited().stream())
        .max(Comparator.comparingInt(Waited::origins))
        .ifPresent(waited -> addTo(line, waited, when));
    return Optional.of(line.done());
  }

  private static void addTo(RichText.Builder line, Waited waited, When when) {
    line.text(" · ").text(AlertWords.origins(waited.origins()));
    waited.since().ifPresent(at -> line.text(AlertWords.WAITED).add(Lines.at(at, when)));
  }

  private static OutgoingMessage followUp(Alert alert, View view) {
    RichText.Builder text = RichText.build().bold(AlertWords.NEW).text(" · ");
    text.addAll(Lines.by(alert.lead(), alert.marks().sample(), view.when())).line();
    text.add(Lines.news(String.join(" ", alert.sentences()), alert.lead()));
    int known = alert.extra().known();
    text.text(known == 0 ? "" : "\n" + AlertWords.leftOut(known)).text(Missed.line(view));
    Button mute = press(view, AlertWords.MUTE, Action.of("mute-story", alert.event()));
    return reply(alert, text.done(), Missed.offer(List.of(List.of(mute)), view), true);
  }

  private static OutgoingMessage corrected(Alert alert, boolean silent, View view) {
    RichText.Builder text = RichText.build().bold(AlertWords.CORRECTED).text(" · ");
    text.addAll(Lines.by(alert.lead(), alert.marks().sample(), view.when())).line();
    Optional<String> note = alert.extra().note();
    note.ifPresentOrElse(
        words -> text.add(Lines.news(words, alert.lead())),
        () -> text.text(AlertWords.correctedSilently(alert.lead().agency())));
    changes(text, alert, note.isPresent());
    return reply(alert, text.done(), rows(read(alert.lead())), silent);
  }

  private static void changes(RichText.Builder text, Alert alert, boolean noted) {
    List<Change> changes = alert.marks().corrections();
    text.text(changes.isEmpty() || noted ? "" : " Changed:");
    for (Change change : changes) {
      if (noted && (change.was().isEmpty() || change.now().isEmpty())) {
        continue;
      }
      quoted(text, change.now().isEmpty() ? "taken out: " : "was: ", change.was(), alert.lead());
      quoted(text, change.was().isEmpty() ? "added: " : "now: ", change.now(), alert.lead());
    }
  }

  private static void quoted(RichText.Builder text, String label, String words, Article from) {
    if (!words.isEmpty()) {
      boolean quotes = words.startsWith("“") || words.startsWith("\"");
      text.text("\n" + label + (quotes ? "" : "“"));
      text.add(Lines.news(words, from)).text(quotes ? "" : "”");
    }
  }

  private static OutgoingMessage withdrawn(Alert alert, boolean silent, View view) {
    Article lead = alert.lead();
    RichText.Builder text = RichText.build().bold(AlertWords.WITHDRAWN);
    text.text(" · ").add(Lines.news(lead.agency(), lead)).text(" · ");
    text.add(Lines.at(alert.decided(), view.when()));
    text.text(alert.marks().sample() ? AlertWords.SAMPLE : "").line();
    text.text(lead.agency() + " has withdrawn its report");
    alert
        .marks()
        .replaced()
        .ifPresent(headline -> text.text(" “").add(Lines.news(headline, lead)).text("”"));
    text.text(" and asks not to use it. ");
    reason(text, alert);
    Instant sent = alert.root().decided();
    text.text(view.when().isToday(sent) ? "\nIt was sent here at " : "\nIt was sent here on ");
    text.add(Lines.at(sent, view.when())).text(". ");
    text.text(AlertWords.otherReports(others(alert)));
    return reply(alert, text.done(), List.of(), silent);
  }

  private static void reason(RichText.Builder text, Alert alert) {
    alert
        .extra()
        .note()
        .ifPresentOrElse(
            note -> text.text("It says: “").add(Lines.news(note, alert.lead())).text("”"),
            () -> text.text("No reason was given."));
  }

  private static List<String> others(Alert alert) {
    return Lines.standing(alert).stream()
        .map(Report::agency)
        .filter(agency -> !agency.equals(alert.lead().agency()))
        .distinct()
        .toList();
  }

  private static OutgoingMessage reply(
      Alert alert, RichText text, List<List<Button>> keyboard, boolean silent) {
    return new OutgoingMessage(text, keyboard, Alert.thread(alert.event()), Placement.POST, silent);
  }

  private static List<List<Button>> keyboard(Alert root, View view) {
    List<Button> top = new ArrayList<>();
    read(root.lead()).ifPresent(top::add);
    top.add(why(root, view));
    List<List<Button>> rows = new ArrayList<>();
    rows.add(top);
    view.muted()
        .ifPresentOrElse(
            muted -> rows.addAll(mutedRows(root, muted, view)),
            () -> rows.add(List.of(mute(root, view), less(root, view))));
    return rows;
  }

  private static List<List<Button>> mutedRows(Alert root, View.Muted muted, View view) {
    String label = AlertWords.muted(muted, view.when());
    Button undo = press(view, label, Action.of("unmute-story", root.event()));
    Button longer = press(view, AlertWords.RUNNING, Action.of("mute-running", root.event()));
    return muted.running() ? List.of(List.of(undo)) : List.of(List.of(undo), List.of(longer));
  }

  private static Button why(Alert root, View view) {
    return press(view, AlertWords.WHY, Action.of("why", root.id()));
  }

  private static Button mute(Alert root, View view) {
    return press(view, AlertWords.MUTE, Action.of("mute-story", root.event()));
  }

  private static Button less(Alert root, View view) {
    return press(view, AlertWords.LESS, Action.of("less", root.id()));
  }

  private static Optional<Button> read(Article article) {
    return article.identity().link().map(target -> new Button.Open(AlertWords.READ, target));
  }

  private static List<List<Button>> rows(Optional<Button> button) {
    return button.map(b -> List.of(List.of(b))).orElse(List.of());
  }

  private static Button press(View view, String label, Action action) {
    return new Button.Press(label, view.issue().apply(action));
  }
}

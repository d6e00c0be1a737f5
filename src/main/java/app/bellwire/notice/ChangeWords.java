package app.bellwire.notice;

import app.bellwire.chat.Action;
import app.bellwire.chat.RichText;
import app.bellwire.chat.Shortening;
import app.bellwire.notice.Condition.ChangeRefused;
import app.bellwire.notice.Condition.ChangeRefused.Problem;
import app.bellwire.notice.Condition.ChangeWaits;
import app.bellwire.notice.NoticeWords.Choice;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.util.ArrayList;
import java.util.List;

/// The words about changes of the configuration that were refused or wait, and about what is shown
/// of them. Pure.
public final class ChangeWords {
  /// UTF-16 units of a list: a message holds 4,000, and marks that keep addresses from being live
  /// come to it.
  private static final int ROOM = 3_400;

  private static final int LONGEST_LINE = 300;

  private ChangeWords() {}

  static RichText refused(ChangeRefused refused, When when) {
    Problem first = refused.problems().getFirst();
    int problems = refused.problems().size();
    String line = first.line() > 0 ? ", line " + first.line() : "";
    return RichText.build()
        .bold("The change of " + when.brief(refused.since()) + " was not taken.")
        .text(" " + first.file() + line + ": ")
        .addAll(said(first))
        .text("\nBellwire runs on with the version of " + when.brief(refused.runs()) + ".")
        .text(problems == 1 ? "" : " " + Counted.figure(problems) + " problems in all.")
        .done();
  }

  private static RichText said(Problem problem) {
    RichText.Builder text = RichText.build().text(NoticeWords.sentence(problem.what()));
    if (!problem.hint().isEmpty()) {
      text.text(" Did you mean ").code(problem.hint()).text("?");
    }
    return text.done();
  }

  static RichText waits(ChangeWaits waits, When when) {
    return RichText.build()
        .bold("The change of " + when.brief(waits.since()) + " is waiting.")
        .text(" It would end " + Counted.figure(waits.ends()) + " of ")
        .text(Counted.of(waits.of(), "config subscription", "config subscriptions"))
        .text(". Without an answer it is taken at " + when.brief(waits.taken()))
        .text(". Ended ones come back with their mutes if their id stands in the file again")
        .text(" within 30 days.")
        .done();
  }

  static List<List<Choice>> choices(ChangeRefused refused) {
    int problems = refused.problems().size();
    String label = problems == 2 ? "Show both" : "Show all " + Counted.figure(problems);
    long change = refused.since().toEpochMilli();
    return problems == 1
        ? List.of()
        : List.of(List.of(new Choice(label, Action.of(NoticeVerbs.SHOW_PROBLEMS, change))));
  }

  static List<List<Choice>> choices(ChangeWaits waits) {
    long change = waits.since().toEpochMilli();
    return List.of(
        List.of(new Choice("Show them", Action.of(NoticeVerbs.SHOW_ENDS, change))),
        List.of(
            new Choice(
                "End " + Counted.figure(waits.ends()) + " now",
                Action.of(NoticeVerbs.TAKE_CHANGE, change)),
            new Choice("Keep the old file", Action.of(NoticeVerbs.KEEP_OLD, change))));
  }

  /// Every problem with its file and line, as far as a message holds them.
  ///
  /// @param change when it was made
  public static RichText problems(List<Problem> problems, String change) {
    String count = Counted.of(problems.size(), "problem", "problems");
    return list(
        count + " in the change of " + change + ":",
        problems.stream().map(ChangeWords::line).toList(),
        " more. ./bellwire check names them all.");
  }

  private static RichText line(Problem problem) {
    String place = problem.file() + (problem.line() > 0 ? ":" + problem.line() : "") + ": ";
    RichText said = said(problem);
    return RichText.build().text(place).addAll(said).done().shortened(LONGEST_LINE);
  }

  /// The subscriptions that a change would end, as far as a message holds them.
  ///
  /// @param change when it was made
  public static RichText ends(List<ChangeWaits.Ended> ended, String change) {
    String count = Counted.of(ended.size(), "subscription ends", "subscriptions end");
    return list(
        count + " with the change of " + change + ":",
        ended.stream().map(ChangeWords::line).toList(),
        " more.");
  }

  private static RichText line(ChangeWaits.Ended ended) {
    String line = ended.subscription() + " in " + ended.chat();
    return RichText.of(Shortening.of(line, LONGEST_LINE));
  }

  /// @param more what follows the number of those that are left out
  private static RichText list(String title, List<RichText> lines, String more) {
    List<RichText> shown = new ArrayList<>();
    int left = ROOM;
    for (RichText line : lines) {
      left -= line.plain().length() + 1;
      if (left < 0) {
        break;
      }
      shown.add(line);
    }
    RichText.Builder text = RichText.build().bold(title);
    shown.forEach(line -> text.line().addAll(line));
    int rest = lines.size() - shown.size();
    return text.text(rest == 0 ? "" : "\nand " + Counted.figure(rest) + more).done();
  }
}

package app.bellwire.command;

import app.bellwire.alert.Headline;
import app.bellwire.chat.RichText;
import app.bellwire.command.SubscriptionFile.Entry;
import app.bellwire.command.SubscriptionFile.Problem;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.text.Counted;
import java.util.List;

/// The words about subscriptions that come as a file; as [Replies]. Pure.
final class ImportWords {
  private static final int SHOWN = 15;
  private static final int LONGEST = 80;

  private ImportWords() {}

  static RichText how() {
    RichText.Builder text = RichText.build();
    text.text("Send /import and behind it what /export gave, or a part of subscriptions.yml:\n");
    text.add(
        new RichText.Block(
            "/import\nsubscriptions:\n  - query: '\"water treaty\"'\n    deliver: digest 08:00"));
    return text.text("\nWhat would be added is shown first.").done();
  }

  static String importButton(int entries) {
    return "Import " + Counted.figure(entries);
  }

  /// What would become of each entry.
  ///
  /// @param over those that are too many for the chat
  record Plan(List<Entry> added, List<Repeat> repeats, List<Entry> over, List<Problem> problems) {}

  /// @param there what the chat has already; the entry's own words when the file has it twice
  record Repeat(Entry entry, String there) {}

  static RichText preview(Plan plan, int limit) {
    RichText.Builder text = RichText.build();
    int all = plan.added().size() + plan.repeats().size() + plan.over().size();
    text.text(
        plan.added().isEmpty()
            ? "Nothing of this can be added here."
            : Counted.figure(plan.added().size())
                + " of "
                + Counted.of(all, "subscription", "subscriptions")
                + " can be added here.");
    section(text, "To add", plan.added());
    repeats(text, plan.repeats());
    section(text, "Too many: this chat takes " + limit, plan.over());
    problems(text, plan.problems());
    text.text(plan.over().isEmpty() ? "" : "\nRemove some with /unsub, then send it again.");
    return text.text(plan.problems().isEmpty() ? "" : "\nThe text above stays as it is.").done();
  }

  private static void section(RichText.Builder text, String title, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    text.line().bold(title);
    for (Entry entry : entries.stream().limit(SHOWN).toList()) {
      text.text("\nline " + entry.line() + ": ").code(shown(entry.query().text()));
      text.text(
          entry.plan().digest() ? " · digest " + HoursWords.times(entry.plan().digestAt()) : "");
    }
    more(text, entries.size());
  }

  private static void repeats(RichText.Builder text, List<Repeat> repeats) {
    if (repeats.isEmpty()) {
      return;
    }
    text.line().bold("Here already");
    for (Repeat repeat : repeats.stream().limit(SHOWN).toList()) {
      text.text("\nline " + repeat.entry().line() + ": ").code(shown(repeat.there()));
    }
    more(text, repeats.size());
  }

  private static void problems(RichText.Builder text, List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    text.line().bold("Cannot be read");
    for (Problem problem : problems.stream().limit(SHOWN).toList()) {
      text.text("\n" + (problem.line() > 0 ? "line " + problem.line() + ": " : ""));
      text.text(Headline.shortened(problem.what(), 2 * LONGEST));
      problem.hint().ifPresent(h -> text.text(". Did you mean ").code(shown(h)).text("?"));
    }
    more(text, problems.size());
  }

  private static void more(RichText.Builder text, int all) {
    text.text(all > SHOWN ? "\nand " + Counted.figure(all - SHOWN) + " more" : "");
  }

  /// @param lead as [SubscriptionWords#lead]
  static RichText imported(RichText lead, List<Subscription> made) {
    if (made.isEmpty()) {
      return RichText.of("Nothing was added: what can be is here already.");
    }
    RichText.Builder text = RichText.build().addAll(lead);
    String comma = "";
    for (Subscription s : made.stream().limit(SHOWN).toList()) {
      text.text(comma).code(s.text());
      comma = ", ";
    }
    int more = made.size() - SHOWN;
    text.text(more > 0 ? " and " + Counted.figure(more) + " more" : "");
    return text.text(". What was reported before now is not sent.").done();
  }

  static RichText undone(int ended) {
    return RichText.of(
        "Removed again: " + Counted.of(ended, "subscription", "subscriptions") + ".");
  }

  static String there(Subscription there) {
    return there.owner() instanceof Owner.InConfig config
        ? Replies.LOCK + config.id()
        : there.text();
  }

  private static String shown(String text) {
    return Headline.shortened(text, LONGEST);
  }
}

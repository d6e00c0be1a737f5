package app.bellwire.command;

import app.bellwire.chat.Button;
import app.bellwire.command.ImportWords.Plan;
import app.bellwire.command.ImportWords.Repeat;
import app.bellwire.command.SubscriptionFile.Entry;
import app.bellwire.command.SubscriptionFile.Read;
import app.bellwire.query.Query;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes subscriptions from a file into a chat, after showing what would be added.
final class Importing {
  private static final Pattern FENCED =
      Pattern.compile(
          "\\A\\s*```[ \\t]*(?:ya?ml)?[ \\t]*\\R?(.*?)(?:\\R?```\\s*)?\\z", Pattern.DOTALL);

  private final Stores stores;
  private final SubscriptionFile file;
  private final Install install;

  Importing(Stores stores, SubscriptionFile file, Install install) {
    this.stores = stores;
    this.file = file;
    this.install = install;
  }

  /// `/import …`
  Answer look(Ask ask, String pasted) {
    String yaml = unfenced(pasted);
    if (yaml.isBlank()) {
      return ask.reply(ImportWords.how());
    }
    Plan plan = plan(ask, file.read(yaml));
    List<Button> row = new ArrayList<>();
    int adds = plan.added().size();
    if (adds > 0) {
      row.add(ask.button(ImportWords.importButton(adds), Verbs.IMPORT, yaml));
    }
    row.add(ask.button(Replies.CANCEL, Verbs.CANCEL));
    return ask.reply(ImportWords.preview(plan, install.subscriptionsPerChat()), List.of(row));
  }

  /// `[Import 3]`: what is there by now is not added again.
  Answer add(Ask ask, String yaml) {
    Owner owner = new Owner.InChat(ask.message().user(), ask.message().userName());
    List<Subscription> made =
        plan(ask, file.read(yaml)).added().stream()
            .map(e -> stores.subscriptions().add(ask.chat(), e.query(), e.plan(), owner, e.until()))
            .toList();
    Button undo =
        ask.button(Replies.UNDO, Verbs.UNDO_IMPORT, made.stream().map(Subscription::id).toArray());
    Answer imported =
        ask.reply(
            ImportWords.imported(SubscriptionWords.lead(ask), made),
            made.isEmpty() ? List.of() : List.of(List.of(undo)));
    return made.isEmpty()
        ? imported
        : ask.telling(imported, ImportWords.imported(SubscriptionWords.by(ask), made));
  }

  Answer undo(Ask ask, List<String> ids) {
    List<Subscription> there =
        ids.stream()
            .flatMap(id -> stores.subscriptions().find(Long.parseLong(id)).stream())
            .filter(s -> s.chat().equals(ask.chat()))
            .toList();
    there.forEach(s -> stores.subscriptions().end(s, ask.message().user().toString()));
    return ask.reply(ImportWords.undone(there.size()));
  }

  private Plan plan(Ask ask, Read read) {
    List<Subscription> here = stores.subscriptions().of(ask.chat());
    List<Entry> added = new ArrayList<>();
    List<Repeat> repeats = new ArrayList<>();
    List<Entry> over = new ArrayList<>();
    Set<Query> seen = new HashSet<>();
    for (Entry entry : read.entries()) {
      Optional<String> there =
          stores.subscriptions().same(ask.chat(), entry.query()).map(ImportWords::there);
      if (there.isPresent() || !seen.add(entry.query().query())) {
        repeats.add(new Repeat(entry, there.orElse(entry.query().text())));
      } else if (here.size() + added.size() < install.subscriptionsPerChat()) {
        added.add(entry);
      } else {
        over.add(entry);
      }
    }
    return new Plan(added, repeats, over, read.problems());
  }

  static String unfenced(String pasted) {
    Matcher fenced = FENCED.matcher(pasted);
    return fenced.matches() ? fenced.group(1) : pasted;
  }
}

package app.bellwire.command;

import app.bellwire.alert.Alert;
import app.bellwire.article.Article;
import app.bellwire.chat.Button;
import app.bellwire.chat.RichText;
import app.bellwire.story.Event;
import app.bellwire.story.NearestEvents;
import app.bellwire.story.Report;
import app.bellwire.story.StoryLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps what people say of reports: that two tell one story, or two. Where later reports go, it
/// changes for every chat of the install: so it steers them only when an admin of the install says
/// it, and else measures the rules alone.
final class Labelling {
  /// Reports or stories that a picker offers.
  private static final int OFFERED = 5;

  private final Stores stores;
  private final RunningStory running;
  private final NearestEvents nearest;

  Labelling(Stores stores, RunningStory running) {
    this.stores = stores;
    this.running = running;
    nearest = new NearestEvents(stores.stories(), stores.articles());
  }

  /// The buttons under the answer why an alert came.
  List<List<Button>> under(Ask ask, Alert alert) {
    Optional<Event> event = stores.stories().event(alert.event());
    if (event.isEmpty()) {
      return List.of();
    }
    List<Button> first = new ArrayList<>();
    first.add(ask.button(Replies.STORY_SO_FAR, Verbs.STORY_SO_FAR, alert.event()));
    if (event.get().reports().size() > 1) {
      first.add(ask.button(Replies.NOT_THE_SAME, Verbs.PART, alert.event()));
    }
    return List.of(first, List.of(ask.button(Replies.SAME_AS, Verbs.SAME, alert.event())));
  }

  /// `[Not the same story]`: of two reports the later is meant, of more it is asked which.
  Answer part(Ask ask, long event) {
    List<Article> later =
        stores.stories().event(event).map(Event::reports).orElse(List.of()).stream()
            .skip(1)
            .flatMap(report -> stores.articles().find(report.articleId()).stream())
            .toList();
    if (later.isEmpty()) {
      return ask.note(Replies.STORY_GONE);
    }
    if (later.size() == 1) {
      return part(ask, event, later.getFirst().id());
    }
    List<List<Button>> rows = new ArrayList<>();
    for (Article article : later.reversed().stream().limit(OFFERED).toList()) {
      String label = StoryWords.label(article.agency(), article.copy().headline());
      rows.add(List.of(ask.button(label, Verbs.PART_REPORT, event, article.id())));
    }
    rows.add(List.of(ask.button(Replies.CANCEL, Verbs.CANCEL)));
    return ask.reply(RichText.of(Replies.PART_WHICH), rows);
  }

  /// The report is said to tell another story than the first report of its own.
  Answer part(Ask ask, long event, long report) {
    Optional<Event> parted = stores.stories().event(event);
    Optional<Long> first = parted.flatMap(Labelling::first);
    return first.isEmpty() ? ask.note(Replies.STORY_GONE) : keep(ask, report, first.get(), false);
  }

  /// `[Same as …]`: asks which story. The search comes before the answer, as it may take a while.
  Supplier<Answer> same(Ask ask, long event) {
    Optional<Event> asked = stores.stories().event(event);
    if (asked.isEmpty()) {
      return () -> ask.note(Replies.STORY_GONE);
    }
    List<Event> near =
        nearest.to(asked.get(), ask.now()).stream()
            .filter(other -> running.shown(ask, other))
            .limit(OFFERED)
            .toList();
    return () -> pick(ask, event, near);
  }

  private static Answer pick(Ask ask, long event, List<Event> near) {
    if (near.isEmpty()) {
      return ask.note(Replies.SAME_NONE);
    }
    List<List<Button>> rows = new ArrayList<>();
    for (Event other : near) {
      String agency = other.reports().stream().findFirst().map(Report::agency).orElse("");
      String label = StoryWords.label(agency, other.headline());
      rows.add(List.of(ask.button(label, Verbs.SAME_AS, event, other.id())));
    }
    rows.add(List.of(ask.button(Replies.CANCEL, Verbs.CANCEL)));
    return ask.reply(RichText.of(Replies.SAME_WHICH), rows);
  }

  /// The two events are said to be one story, which goes on under the other.
  Answer same(Ask ask, long event, long other) {
    Optional<Long> article = stores.stories().event(event).flatMap(Labelling::first);
    Optional<Long> chosen = stores.stories().event(other).flatMap(Labelling::first);
    return article.isEmpty() || chosen.isEmpty()
        ? ask.note(Replies.STORY_GONE)
        : keep(ask, article.get(), chosen.get(), true);
  }

  /// `[Undo]`
  Answer takeBack(Ask ask, long article, long other) {
    stores.labels().remove(article, other);
    return ask.changed(RichText.of(Replies.LABEL_TAKEN_BACK), List.of());
  }

  private Answer keep(Ask ask, long article, long other, boolean same) {
    Optional<Article> one = stores.articles().find(article);
    Optional<Article> two = stores.articles().find(other);
    if (one.isEmpty() || two.isEmpty()) {
      return ask.note(Replies.STORY_GONE);
    }
    boolean steers = ask.admin();
    String by = ask.message().user().toString();
    stores.labels().save(new StoryLabel(article, other, same, steers, by, ask.now()));
    Button undo = ask.button(Replies.UNDO, Verbs.UNLABEL, article, other);
    RichText words = StoryWords.kept(one.get(), two.get(), same, steers);
    return ask.changed(words, List.of(List.of(undo)));
  }

  private static Optional<Long> first(Event event) {
    return event.reports().stream().findFirst().map(Report::articleId);
  }
}

package app.bellwire.command;

import app.bellwire.article.Article;
import app.bellwire.source.SourceId;
import app.bellwire.source.SourceKind;
import app.bellwire.story.Event;
import app.bellwire.story.Report;
import java.util.List;
import java.util.Optional;

/// Tells what a running story has told so far.
final class RunningStory {
  /// Stories that one answer lists.
  static final int LISTED = 10;

  private final Stores stores;
  private final SourceProbe sources;
  private final Install install;

  RunningStory(Stores stores, SourceProbe sources, Install install) {
    this.stores = stores;
    this.sources = sources;
    this.install = install;
  }

  /// One of its stories.
  ///
  /// @param language of its headline
  /// @param told the report that stands for it: the first that was not withdrawn, else the first
  record Chapter(Event event, String language, Report told) {
    boolean withdrawn() {
      return told.withdrawn();
    }
  }

  /// `[Story so far]`: in the story's thread where it was asked there.
  Answer soFar(Ask ask, long event) {
    Optional<Event> asked = stores.stories().event(event);
    if (asked.isEmpty()) {
      return ask.note(Replies.STORY_GONE);
    }
    long storyline = asked.get().storyline();
    List<Chapter> all =
        stores.stories().ofStoryline(storyline).stream()
            .filter(e -> shown(ask, e))
            .map(this::chapter)
            .flatMap(Optional::stream)
            .toList();
    return Answer.post(
        ask.say(StoryWords.soFar(all, storyline, ask.local(), ask.when()), List.of()));
  }

  /// Whether the chat may be told of the event: invented news is told on some networks only.
  boolean shown(Ask ask, Event event) {
    return install.sampleTo(ask.settings().address().network())
        || first(event).map(Article::source).filter(this::invented).isEmpty();
  }

  private boolean invented(SourceId id) {
    return sources.all().stream()
        .map(SourceProbe.Probe::source)
        .anyMatch(source -> source.id().equals(id) && source.kind() == SourceKind.SAMPLE);
  }

  /// The event as it is listed; none for one whose reports are no longer kept.
  Optional<Chapter> chapter(Event event) {
    List<Report> reports = event.reports();
    String language = first(event).map(a -> a.copy().language()).orElse(Replies.UNKNOWN);
    return reports.stream()
        .filter(report -> !report.withdrawn())
        .findFirst()
        .or(() -> reports.stream().findFirst())
        .map(told -> new Chapter(event, language, told));
  }

  private Optional<Article> first(Event event) {
    return event.reports().stream()
        .findFirst()
        .flatMap(report -> stores.articles().find(report.articleId()));
  }
}

package app.bellwire.command;

import app.bellwire.alert.Headline;
import app.bellwire.article.Article;
import app.bellwire.chat.RichText;
import app.bellwire.command.RunningStory.Chapter;
import app.bellwire.story.Event;
import app.bellwire.story.Report;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.net.URI;
import java.util.List;

/// The words of running stories and of what people say of them, in English. Pure.
final class StoryWords {
  private static final String PAGE = "/stories/";

  private StoryWords() {}

  /// @param chapters oldest first
  /// @param page whether the reader can follow a link to the timeline of `storyline`
  static RichText soFar(List<Chapter> chapters, long storyline, boolean page, When when) {
    int earlier = Math.max(0, chapters.size() - RunningStory.LISTED);
    RichText.Builder text = RichText.build().bold(Replies.STORY_SO_FAR);
    text.text("\n" + counted(chapters, when));
    if (earlier > 0) {
      text.text("\nAnd " + Counted.figure(earlier) + " earlier.");
    }
    chapters.stream().skip(earlier).forEach(chapter -> text.line().addAll(line(chapter, when)));
    if (page) {
      text.line().link(Replies.ON_A_PAGE, URI.create(PAGE + storyline));
    }
    return text.done();
  }

  private static String counted(List<Chapter> chapters, When when) {
    return chapters.size() == 1
        ? "No other story of it was read in the last weeks."
        : Counted.of(chapters.size(), "story", "stories")
            + ", "
            + day(chapters.getFirst().told(), when)
            + " to "
            + day(chapters.getLast().told(), when)
            + ", oldest first:";
  }

  private static RichText line(Chapter chapter, When when) {
    Event event = chapter.event();
    RichText.Builder line = RichText.build().text(day(chapter.told(), when) + " · ");
    RichText.Node news = new RichText.News(event.headline(), chapter.language());
    if (chapter.withdrawn()) {
      RichText struck = new RichText(List.of(news));
      String by = chapter.told().agency();
      return line.add(new RichText.Struck(struck)).text(" (withdrawn by " + by + ")").done();
    }
    RichText.Node headline =
        chapter
            .told()
            .link()
            .<RichText.Node>map(link -> new RichText.Link(event.headline(), link))
            .orElse(news);
    int reports = event.reports().size();
    String more = reports == 1 ? "" : ", " + Counted.of(reports, "report", "reports");
    return line.add(headline).text(" (" + String.join(", ", event.agencies()) + more + ")").done();
  }

  private static String day(Report report, When when) {
    return report.day().map(when::day).orElseGet(() -> when.day(report.at()));
  }

  /// A button of its own row: who reports it and the beginning of the headline.
  static String label(String agency, String headline) {
    return Headline.shortened(agency + ": " + headline, Replies.LABEL);
  }

  /// @param one the report that is parted from the other's story, or belongs to it
  /// @param steers whether later reports are placed by it
  static RichText kept(Article one, Article two, boolean same, boolean steers) {
    RichText.Builder text = RichText.build().text(same ? "One story: " : "Two stories: ");
    text.addAll(ReportWords.headline(one)).text(" (" + one.agency() + ") and ");
    text.addAll(ReportWords.headline(two)).text(" (" + two.agency() + "). ");
    return text.text(steers ? effect(same) : Replies.LABEL_MEASURES).done();
  }

  private static String effect(boolean same) {
    return same
        ? "Later reports of the first come under the second. What was sent stays where it is."
        : "Later reports like the first come as a story of their own. What was sent stays where it"
            + " is.";
  }
}

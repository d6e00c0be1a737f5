package app.bellwire.web;

import app.bellwire.web.Timelines.Line;
import app.bellwire.web.Timelines.Mark;
import app.bellwire.web.Timelines.Story;
import app.bellwire.web.Timelines.Timeline;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `/stories` and `/stories/{storyline}`: the running stories and one of them as a timeline, with
/// the JSON behind both under `/api`. Thread-safe.
final class StoryPages {
  private static final Pattern ID = Pattern.compile("\\d{1,18}");
  private static final Pattern PATH = Pattern.compile("/stories(/\\d{1,18})?");

  private final Timelines timelines;
  private final Assets assets;

  StoryPages(Timelines timelines, Assets assets) {
    this.timelines = timelines;
    this.assets = assets;
  }

  /// Whether `path` is one of the pages, which hold nothing by themselves.
  static boolean isPage(String path) {
    return PATH.matcher(path).matches();
  }

  void route(RoutesConfig routes) {
    routes.get("/stories", assets::stories);
    routes.get("/stories/{storyline}", this::page);
    routes.get("/api/stories", ctx -> Answers.json(ctx, 200, list(timelines.recent())));
    routes.get("/api/stories/{storyline}", this::timeline);
  }

  private void page(Context ctx) {
    if (isPage(ctx.path())) {
      assets.stories(ctx);
    } else {
      Answers.error(ctx, 404, "There is nothing here.");
    }
  }

  private void timeline(Context ctx) {
    String id = ctx.pathParam("storyline");
    Optional<Timeline> found =
        ID.matcher(id).matches() ? timelines.of(Long.parseLong(id)) : Optional.empty();
    found.ifPresentOrElse(
        timeline -> Answers.json(ctx, 200, json(timeline)),
        () -> Answers.error(ctx, 404, "That story is no longer kept."));
  }

  /// A line for each running story: what it says last, and how much there is.
  static ArrayNode list(List<Timeline> recent) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Timeline timeline : recent) {
      Story last = timeline.stories().getFirst();
      all.addObject()
          .put("id", Long.toString(timeline.id()))
          .put("headline", last.headline())
          .put("language", last.language())
          .put("updated", last.updated().toString())
          .put("withdrawn", last.agencies().isEmpty())
          .put("stories", timeline.stories().size())
          .put("reports", timeline.stories().stream().mapToInt(s -> s.reports().size()).sum());
    }
    return all;
  }

  static ObjectNode json(Timeline timeline) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", Long.toString(timeline.id()));
    ArrayNode stories = json.putArray("stories");
    timeline.stories().forEach(story -> stories.add(json(story)));
    return json;
  }

  private static ObjectNode json(Story story) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", Long.toString(story.id()));
    json.put("opened", story.opened().toString()).put("updated", story.updated().toString());
    json.put("headline", story.headline()).put("language", story.language());
    json.put("withdrawn", story.agencies().isEmpty());
    json.put("corrected", story.reports().stream().anyMatch(r -> r.mark() == Mark.CORRECTION));
    story.agencies().forEach(json.putArray("agencies")::add);
    ArrayNode reports = json.putArray("reports");
    for (Line report : story.reports()) {
      reports
          .addObject()
          .put("agency", report.agency())
          .put("link", text(report.link()))
          .put("at", report.at().toString())
          .put("day", text(report.day()))
          .put("mark", report.mark().name());
    }
    return json;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}

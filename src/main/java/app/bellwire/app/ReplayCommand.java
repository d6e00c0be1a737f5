package app.bellwire.app;

import app.bellwire.alert.Decision;
import app.bellwire.alert.Follower;
import app.bellwire.alert.Situation;
import app.bellwire.article.Article;
import app.bellwire.article.ArticleNormalizer;
import app.bellwire.chat.Address;
import app.bellwire.match.Match;
import app.bellwire.match.Matcher;
import app.bellwire.match.Meanings;
import app.bellwire.pipeline.AlertBooks;
import app.bellwire.pipeline.AlertDesk;
import app.bellwire.pipeline.Coverage;
import app.bellwire.pipeline.Dispatch;
import app.bellwire.pipeline.Muted;
import app.bellwire.pipeline.Rehearsal;
import app.bellwire.pipeline.Verdict;
import app.bellwire.query.ParsedQuery;
import app.bellwire.query.QueryParser;
import app.bellwire.store.Database;
import app.bellwire.store.Stores;
import app.bellwire.story.LexicalStoryTracker;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.text.Language;
import app.bellwire.work.Ids;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs articles of a file through story, match and alert on a clock moved by their times. Each
/// query listens in a chat of its own; nothing is sent and nothing is kept.
@Command(
    name = "replay",
    description = "Runs articles through story, match and alert; sends nothing.")
final class ReplayCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration UNDATED = Duration.ofMinutes(1);

  @Mixin QueriesOption queries = new QueriesOption();
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "one JSON object a line")
  boolean json;

  @Parameters(paramLabel = "ARTICLES.jsonl")
  Path articles = Path.of("");

  @Override
  public Integer call() throws IOException {
    List<JsonArticles.Line> lines = JsonArticles.read(articles);
    Map<String, ParsedQuery.Valid> listening = queries.read();
    try (MeaningModel model = MeaningModel.neededBy(listening.values());
        TemporaryStore store = TemporaryStore.open()) {
      store
          .database()
          .inTransaction(() -> replay(store.database(), lines, listening, model.unkept()));
    }
    return Main.FINE;
  }

  private void replay(
      Database database,
      List<JsonArticles.Line> lines,
      Map<String, ParsedQuery.Valid> listening,
      Meanings meanings) {
    ReplayClock clock = new ReplayClock(lines);
    Ids ids = new Ids(clock);
    Stores stores = new Stores(database, ids::next, clock, QueryParser::parse);
    SubscriptionBook book =
        new SubscriptionBook(stores.subscriptions(), stores.audit(), database, ids::next, clock);
    listening.forEach((id, query) -> subscribe(stores, book, id, query));
    Matcher matcher = new Matcher(book, clock, meanings);
    Rehearsal rehearsal = rehearsal(stores, book, matcher, ids, clock);
    ArticleNormalizer normalizer = new ArticleNormalizer(ids::next, Language::detect);
    Follower follower = new Follower();
    PrintWriter out = spec.commandLine().getOut();
    for (JsonArticles.Line line : lines) {
      clock.moveTo(line.published().orElseGet(() -> clock.instant().plus(UNDATED)));
      Article article = line.article(normalizer, clock.instant());
      Rehearsal.Step step = rehearsal.step(line.source(), article);
      out.println(
          json ? json(line.id(), step, follower.reads(step.update())) : words(line.id(), step));
    }
    out.flush();
  }

  private static void subscribe(
      Stores stores, SubscriptionBook book, String id, ParsedQuery.Valid query) {
    Address chat = Address.local("replay-" + book.all().size());
    book.add(
        stores.chats().at(chat),
        query,
        DeliveryPlan.OPEN,
        new Owner.InConfig(id, "replay"),
        Optional.empty());
  }

  private static Rehearsal rehearsal(
      Stores stores, SubscriptionBook book, Matcher matcher, Ids ids, ReplayClock clock) {
    AlertBooks books =
        new AlertBooks(stores.alerts(), stores.held(), stores.digests(), stores.leftOut());
    Muted muted = new Muted(stores.mutes(), stores.stories(), stores.leftOut(), clock);
    Dispatch dispatch =
        new Dispatch(
            stores.outbox(),
            stores.buttons(),
            stores.chats(),
            stores.digests(),
            muted,
            () -> ZoneOffset.UTC,
            clock);
    AlertDesk desk =
        new AlertDesk(
            books,
            stores.chats(),
            stores.mutes(),
            new Coverage(stores.articles(), matcher),
            book,
            dispatch,
            muted,
            () -> new AlertDesk.Rules(ZoneOffset.UTC, Situation.Limits.NONE, true),
            ids::next,
            clock);
    return new Rehearsal(
        stores.articles(),
        new LexicalStoryTracker(stores.stories(), stores.articles(), ids::next),
        matcher,
        desk);
  }

  private static String json(String id, Rehearsal.Step step, Follower.Reading read) {
    ObjectNode node = JSON.createObjectNode().put("id", id);
    node.put("event", Long.toString(step.update().event().id()));
    node.put("storyline", Long.toString(step.update().event().storyline()));
    node.put("summary", String.join(" ", read.summary()));
    read.fresh().forEach(node.putArray("new")::add);
    ArrayNode decisions = node.putArray("decisions");
    for (Verdict verdict : step.verdicts()) {
      for (Match match : verdict.matches()) {
        decisions
            .addObject()
            .put("subscription", match.subscription().label())
            .put("decision", word(verdict.decision()))
            .put("reason", reason(verdict.decision()));
      }
    }
    return node.toString();
  }

  private static String words(String id, Rehearsal.Step step) {
    StringBuilder out = new StringBuilder(id);
    out.append(": event ").append(step.update().event().id());
    out.append(", ").append(step.update().novelty().name().toLowerCase(Locale.ROOT));
    out.append(" (").append(step.update().reason()).append(")");
    for (Verdict verdict : step.verdicts()) {
      for (Match match : verdict.matches()) {
        out.append("\n  ").append(match.subscription().label()).append(": ");
        out.append(word(verdict.decision())).append(", ").append(reason(verdict.decision()));
      }
    }
    return out.toString();
  }

  private static String word(Decision decision) {
    return switch (decision) {
      case Decision.SendNow now -> "send";
      case Decision.Hold hold -> "hold";
      case Decision.Suppress no -> "suppress";
    };
  }

  private static String reason(Decision decision) {
    return decision.reason().name().toLowerCase(Locale.ROOT);
  }
}

package app.bellwire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Article;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.UserId;
import app.bellwire.fake.Draft;
import app.bellwire.match.Match;
import app.bellwire.query.ParsedQuery;
import app.bellwire.query.QueryParser;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.source.SourceState;
import app.bellwire.source.Validators;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacklogPlanTest {
  private static final Instant NOW = Draft.NOON;
  private static final ChatId DESK = new ChatId(1);
  private static final ChatId OTHER = new ChatId(2);

  private static Source source(Backlog backlog) {
    return new Source(
        new SourceId("norda"),
        URI.create("https://norda.example/rss"),
        Optional.empty(),
        backlog,
        false,
        Optional.empty(),
        ZoneOffset.UTC);
  }

  private static SourceState readAt(@Nullable Instant last) {
    return new SourceState(new SourceId("norda"), NOW, last, last, Validators.NONE, 0, null);
  }

  private static Match match(ChatId chat) {
    ParsedQuery.Valid query = (ParsedQuery.Valid) QueryParser.parse("treaty");
    Owner owner = new Owner.InChat(new UserId("local", "ann"), "Ann");
    return new Match(
        new Subscription(
            chat.value(),
            chat,
            query.query(),
            query.text(),
            DeliveryPlan.OPEN,
            owner,
            NOW,
            Optional.empty()),
        List.of());
  }

  private static Candidate candidate(long id, @Nullable Duration ago, ChatId... chats) {
    Draft draft = Draft.by("Norda", id).says("Item " + id + " says so.");
    Draft dated = ago == null ? draft : draft.published(NOW.minus(ago).toString());
    List<Match> matches = Arrays.stream(chats).map(BacklogPlanTest::match).toList();
    return new Candidate(source(Backlog.DEFAULT), dated.article(), Optional.empty(), matches);
  }

  private static List<Candidate> candidates(int count, @Nullable Duration ago, ChatId... chats) {
    List<Candidate> all = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      all.add(candidate(id, ago, chats));
    }
    return all;
  }

  private static List<Long> beyond(BacklogPlan plan, ChatId chat) {
    return plan.beyond().getOrDefault(chat, List.of()).stream().map(Article::id).toList();
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "1, 4", "3, 2", "5, 0", "2147483647, 0"})
  void aFirstLookLeavesTheNewestToBeToldSingly(int limit, int listed) {
    List<Candidate> fresh = candidates(5, Duration.ofMinutes(5), DESK);
    BacklogPlan plan = BacklogPlan.of(source(new Backlog(limit)), readAt(null), fresh, NOW);
    assertThat(beyond(plan, DESK)).isEqualTo(List.of(1L, 2L, 3L, 4L, 5L).subList(0, listed));
    for (Candidate candidate : fresh) {
      assertThat(plan.holds(DESK, candidate.article()))
          .isEqualTo(candidate.article().id() <= listed);
      assertThat(plan.holds(OTHER, candidate.article())).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PT1M, PT1M, false",
    "PT12H, PT1M, false",
    "PT12H0.001S, PT1M, true",
    "PT48H, PT1M, true",
    "PT10M, PT70M, false",
    "PT10M, PT70M0.001S, true",
    "PT10M, PT300H, true",
  })
  void theLastReadAndTheDatesTellOldStock(Duration lastRead, Duration published, boolean old) {
    List<Candidate> fresh = candidates(4, published, DESK);
    BacklogPlan plan =
        BacklogPlan.of(source(Backlog.NONE), readAt(NOW.minus(lastRead)), fresh, NOW);
    assertThat(beyond(plan, DESK)).hasSize(old ? 4 : 0);
  }

  @ParameterizedTest
  @CsvSource({"1, 2, false", "2, 2, false", "3, 2, true", "0, 2, false", "2, 0, true"})
  void oldDatesCountOnlyWhenTheyAreTheMost(int oldOnes, int newOnes, boolean old) {
    List<Candidate> fresh = new ArrayList<>(candidates(oldOnes, Duration.ofDays(9), DESK));
    fresh.addAll(candidates(newOnes, Duration.ofMinutes(1), DESK));
    BacklogPlan plan =
        BacklogPlan.of(source(Backlog.NONE), readAt(NOW.minus(Duration.ofMinutes(10))), fresh, NOW);
    assertThat(beyond(plan, DESK)).hasSize(old ? oldOnes + newOnes : 0);
  }

  @Test
  void itemsWithoutADateAreNotOld() {
    BacklogPlan plan =
        BacklogPlan.of(
            source(Backlog.NONE),
            readAt(NOW.minus(Duration.ofMinutes(10))),
            candidates(9, null, DESK),
            NOW);
    assertThat(plan.beyond()).isEmpty();
  }

  @Test
  void everyChatCountsItsOwnMatches() {
    List<Candidate> fresh =
        List.of(
            candidate(1, null, DESK),
            candidate(2, null, DESK, OTHER),
            candidate(3, null),
            candidate(4, null, OTHER, OTHER),
            candidate(5, null, DESK));
    BacklogPlan plan = BacklogPlan.of(source(new Backlog(1)), readAt(null), fresh, NOW);
    assertThat(beyond(plan, DESK)).containsExactly(1L, 2L);
    assertThat(beyond(plan, OTHER)).containsExactly(2L);
  }

  @Test
  void nothingFreshIsNoBacklog() {
    assertThat(BacklogPlan.of(source(Backlog.NONE), readAt(null), List.of(), NOW).beyond())
        .isEmpty();
  }
}

package app.bellwire.alert;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Decision.Hold;
import app.bellwire.alert.Decision.SendNow;
import app.bellwire.alert.Decision.Suppress;
import app.bellwire.alert.Situation.Circumstances;
import app.bellwire.alert.Situation.FollowUps;
import app.bellwire.alert.Situation.Limits;
import app.bellwire.alert.Situation.Receiver;
import app.bellwire.article.Article;
import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.UserId;
import app.bellwire.fake.Draft;
import app.bellwire.match.Match;
import app.bellwire.query.Query;
import app.bellwire.story.Event;
import app.bellwire.story.Novelty;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AlertPolicyTest {
  private static final Instant NOW = Draft.NOON.plusSeconds(30);
  private static final ChatId CHAT = new ChatId(1);
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
  private static final Instant FIVE_DAYS = NOW.minus(Duration.ofDays(5));
  private static final DeliveryPlan URGENT =
      new DeliveryPlan(Optional.empty(), Optional.empty(), Optional.empty(), true);
  private static final QuietHours LUNCH = new QuietHours(LocalTime.of(11, 0), LocalTime.of(14, 30));

  static Stream<Arguments> decisions() {
    SendNow first = new SendNow(Reason.FIRST_REPORT, false);
    return Stream.of(
        Arguments.of("a first report rings", new Case(), first),
        Arguments.of(
            "a report that adds nothing edits line 2 without sound",
            new Case().novelty(Novelty.CORROBORATION).told(1),
            new SendNow(Reason.MORE_REPORTS, true)),
        Arguments.of(
            "a report with something new is a silent reply",
            new Case().novelty(Novelty.UPDATE).told(1),
            new SendNow(Reason.SOMETHING_NEW, true)),
        Arguments.of(
            "the same article once more is nothing",
            new Case().novelty(Novelty.REPEAT).told(1),
            new Suppress(Reason.NOTHING_NEW)),
        Arguments.of(
            "an update of a story never told here is a first alert",
            new Case().novelty(Novelty.UPDATE),
            first),
        Arguments.of(
            "more reports of a story never told here are a first alert",
            new Case().novelty(Novelty.CORROBORATION),
            first),
        Arguments.of(
            "a revision is told once", new Case().told(2), new Suppress(Reason.ALREADY_TOLD)),
        Arguments.of(
            "a muted story is silent",
            new Case().mute(Mute.Scope.EVENT, 7),
            new Suppress(Reason.STORY_MUTED)),
        Arguments.of(
            "a muted running story is silent",
            new Case().mute(Mute.Scope.STORYLINE, 1007),
            new Suppress(Reason.STORY_MUTED)),
        Arguments.of(
            "a muted chat is silent",
            new Case().mute(Mute.Scope.CHAT, 0),
            new Suppress(Reason.CHAT_MUTED)),
        Arguments.of(
            "a muted subscription is silent",
            new Case().mute(Mute.Scope.SUBSCRIPTION, 11),
            new Suppress(Reason.SUBSCRIPTION_MUTED)),
        Arguments.of(
            "a muted subscription does not silence another",
            new Case().mute(Mute.Scope.SUBSCRIPTION, 11).by(subscription(11), subscription(12)),
            first),
        Arguments.of(
            "a mute of another story counts nothing", new Case().mute(Mute.Scope.EVENT, 8), first),
        Arguments.of(
            "what was read before the subscription is not sent",
            new Case().by(since(NOW)),
            new Suppress(Reason.BEFORE_SUBSCRIPTION)),
        Arguments.of(
            "a subscription that was made while the clock was ahead is told",
            new Case().by(since(NOW.plus(Duration.ofHours(1)))),
            first),
        Arguments.of(
            "an older subscription tells it although a younger one does not",
            new Case().by(since(NOW), subscription(12)),
            first),
        Arguments.of(
            "two reports of one agency are not two sources",
            new Case().by(asks(2)),
            new Suppress(Reason.WAITING_FOR_SOURCES)),
        Arguments.of(
            "an update waits for sources as long as the story was not told",
            new Case().novelty(Novelty.UPDATE).by(asks(2)),
            new Suppress(Reason.WAITING_FOR_SOURCES)),
        Arguments.of(
            "a story that was told waits for no more sources",
            new Case().novelty(Novelty.UPDATE).told(1).by(asks(2)),
            new SendNow(Reason.SOMETHING_NEW, true)),
        Arguments.of(
            "a subscription that asks for no sources tells it although another waits",
            new Case().by(asks(2), subscription(12)),
            first),
        Arguments.of(
            "a mute goes before the wait for sources",
            new Case().by(asks(2)).mute(Mute.Scope.EVENT, 7),
            new Suppress(Reason.STORY_MUTED)),
        Arguments.of(
            "older stock beyond its number is not told singly",
            new Case().backlog(),
            new Suppress(Reason.BACKLOG)),
        Arguments.of(
            "what is over the day's limit waits for the next day",
            new Case().in("telegram:5").today(200),
            new Hold(Reason.DAILY_LIMIT, Instant.parse("2026-03-05T00:00:00Z"))),
        Arguments.of("the local chat has no limit of a day", new Case().today(200), first),
        Arguments.of(
            "the day's limit does not hold back counts",
            new Case().today(200).told(1).novelty(Novelty.CORROBORATION),
            new SendNow(Reason.MORE_REPORTS, true)),
        Arguments.of(
            "invented news stays in local chats",
            new Case().sampleIn("telegram:5"),
            new Suppress(Reason.SAMPLE_OUTSIDE_LOCAL)),
        Arguments.of(
            "invented news is told in a local chat", new Case().sampleIn("local:desk"), first),
        Arguments.of(
            "quiet hours hold until their end",
            new Case().quiet(LUNCH),
            new Hold(Reason.QUIET_HOURS, Instant.parse("2026-03-04T14:30:00Z"))),
        Arguments.of("quiet hours at another time hold nothing", new Case().quiet(NIGHT), first),
        Arguments.of(
            "urgent rings through quiet hours", new Case().quiet(LUNCH).by(with(URGENT)), first),
        Arguments.of(
            "quiet hours over midnight end the next morning",
            new Case().quiet(new QuietHours(LocalTime.of(11, 0), LocalTime.of(7, 0))),
            new Hold(Reason.QUIET_HOURS, Instant.parse("2026-03-05T07:00:00Z"))),
        Arguments.of(
            "quiet hours are those of the chat's zone",
            new Case().quiet(LUNCH).zone("America/New_York"),
            first),
        Arguments.of(
            "a digest waits for its time",
            new Case().by(with(digest("08:00", "18:00"))),
            new Hold(Reason.DIGEST, Instant.parse("2026-03-04T18:00:00Z"))),
        Arguments.of(
            "a digest waits for tomorrow when today's times are over",
            new Case().by(with(digest("08:00"))),
            new Hold(Reason.DIGEST, Instant.parse("2026-03-05T08:00:00Z"))),
        Arguments.of(
            "at once beats a digest",
            new Case().by(with(digest("18:00")), subscription(12)),
            first),
        Arguments.of(
            "a digest inside quiet hours waits for their end",
            new Case()
                .quiet(new QuietHours(LocalTime.of(17, 0), LocalTime.of(19, 0)))
                .by(with(digest("18:00"))),
            new Hold(Reason.DIGEST, Instant.parse("2026-03-04T19:00:00Z"))),
        Arguments.of(
            "a correction reaches who was told whatever is muted",
            new Case().novelty(Novelty.CORRECTION).told(1).mute(Mute.Scope.CHAT, 0),
            new SendNow(Reason.CORRECTED, false)),
        Arguments.of(
            "a withdrawal reaches who was told without any subscription left",
            new Case().novelty(Novelty.WITHDRAWAL).told(1).by(),
            new SendNow(Reason.WITHDRAWN, false)),
        Arguments.of(
            "a withdrawal in quiet hours comes at once and without sound",
            new Case().novelty(Novelty.WITHDRAWAL).told(1).quiet(LUNCH),
            new SendNow(Reason.WITHDRAWN, true)),
        Arguments.of(
            "a withdrawal of what was never told is nothing",
            new Case().novelty(Novelty.WITHDRAWAL),
            new Suppress(Reason.NOTHING_NEW)),
        Arguments.of(
            "a corrected report that was never told is a first alert",
            new Case().novelty(Novelty.CORRECTION),
            first));
  }

  static Stream<Arguments> plans() {
    SendNow first = new SendNow(Reason.FIRST_REPORT, false);
    Hold evening = new Hold(Reason.DIGEST, Instant.parse("2026-03-04T18:00:00Z"));
    return Stream.of(
        Arguments.of(
            "a chat's digest is that of its subscriptions", new Case().digests("18:00"), evening),
        Arguments.of(
            "at once of a subscription beats its chat's digest",
            new Case().digests("18:00").by(with(DeliveryPlan.OPEN.with(new Timing.AtOnce()))),
            first),
        Arguments.of(
            "a subscription's times beat its chat's",
            new Case().digests("14:00").by(with(digest("18:00"))),
            evening),
        Arguments.of(
            "the earliest of two digests decides",
            new Case()
                .by(made(11, digest("20:00"), FIVE_DAYS), made(12, digest("18:00"), FIVE_DAYS)),
            evening),
        Arguments.of(
            "urgent comes at once also where the chat has digests",
            new Case().digests("18:00").quiet(LUNCH).by(with(URGENT)),
            first),
        Arguments.of(
            "digest times are those of the subscription's zone",
            new Case().zone("UTC").digests("18:00").by(with(in("Europe/Berlin"))),
            new Hold(Reason.DIGEST, Instant.parse("2026-03-04T17:00:00Z"))),
        Arguments.of(
            "quiet hours are those of the subscription's zone",
            new Case().quiet(LUNCH).by(with(in("America/New_York"))),
            first),
        Arguments.of(
            "digest times without a zone are those of the install",
            new Case().digests("18:00"),
            evening),
        Arguments.of(
            "a report that adds nothing changes line 2 also where digests come",
            new Case().digests("18:00").novelty(Novelty.CORROBORATION).told(1),
            new SendNow(Reason.MORE_REPORTS, true)),
        Arguments.of(
            "a paused chat holds everything",
            new Case().paused(),
            new Hold(Reason.PAUSED, Hold.OPEN_END)),
        Arguments.of(
            "a paused chat holds what is urgent",
            new Case().paused().by(with(URGENT)),
            new Hold(Reason.PAUSED, Hold.OPEN_END)),
        Arguments.of(
            "a pause does not make old stock new",
            new Case().paused().backlog(),
            new Suppress(Reason.BACKLOG)),
        Arguments.of(
            "a pause holds no mute",
            new Case().paused().mute(Mute.Scope.EVENT, 7),
            new Suppress(Reason.STORY_MUTED)),
        Arguments.of(
            "a correction reaches a paused chat without sound",
            new Case().paused().novelty(Novelty.CORRECTION).told(1),
            new SendNow(Reason.CORRECTED, true)),
        Arguments.of(
            "a withdrawal reaches a paused chat without sound and without a subscription",
            new Case().paused().novelty(Novelty.WITHDRAWAL).told(1).by(),
            new SendNow(Reason.WITHDRAWN, true)),
        Arguments.of(
            "a correction rings through with an urgent subscription",
            new Case().quiet(LUNCH).novelty(Novelty.CORRECTION).told(1).by(with(URGENT)),
            new SendNow(Reason.CORRECTED, false)));
  }

  static Stream<Arguments> followUps() {
    SendNow told = new SendNow(Reason.SOMETHING_NEW, true);
    SendNow folded = new SendNow(Reason.FOLDED, true);
    Instant soon = NOW.plus(Duration.ofMinutes(6));
    return Stream.of(
        Arguments.of(
            "a follow-up too soon after the last one waits",
            new Case().followUps(1, 4),
            new Hold(Reason.COOL_DOWN, soon)),
        Arguments.of(
            "a follow-up ten minutes after the last one comes", new Case().followUps(1, 10), told),
        Arguments.of(
            "an urgent follow-up waits for nothing",
            new Case().followUps(1, 4).by(with(URGENT)),
            told),
        Arguments.of("the fifth follow-up of a day comes", new Case().followUps(4, 60), told),
        Arguments.of("the sixth is folded", new Case().followUps(5, 60), folded),
        Arguments.of(
            "the sixth is folded however soon it comes", new Case().followUps(5, 1), folded),
        Arguments.of(
            "an urgent sixth is folded too", new Case().followUps(5, 60).by(with(URGENT)), folded),
        Arguments.of(
            "what waits for the morning is not folded",
            new Case().followUps(5, 60).quiet(LUNCH),
            new Hold(Reason.QUIET_HOURS, Instant.parse("2026-03-04T14:30:00Z"))),
        Arguments.of(
            "a paused chat folds nothing",
            new Case().followUps(5, 60).paused(),
            new Hold(Reason.PAUSED, Hold.OPEN_END)),
        Arguments.of(
            "a correction does not wait for the last follow-up",
            new Case().followUps(5, 1).novelty(Novelty.CORRECTION),
            new SendNow(Reason.CORRECTED, false)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"plans", "followUps"})
  void decidesByPlanAndPace(String name, Case given, Decision expected) {
    assertThat(AlertPolicy.decide(given.situation())).isEqualTo(expected);
  }

  @Test
  void whatIsFoldedChangesTheFirstMessageOnly() {
    assertThat(AlertPolicy.kind(new Case().followUps(4, 60).situation()))
        .isEqualTo(Alert.Kind.FOLLOW_UP);
    assertThat(AlertPolicy.kind(new Case().followUps(5, 60).situation()))
        .isEqualTo(Alert.Kind.MORE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decisions")
  void decides(String name, Case given, Decision expected) {
    assertThat(AlertPolicy.decide(given.situation())).isEqualTo(expected);
  }

  @Test
  void countsOnlyMatchesThatWereNotMutedAndAreNotYounger() {
    Situation s =
        new Case()
            .mute(Mute.Scope.SUBSCRIPTION, 11)
            .by(subscription(11), subscription(12), since(NOW))
            .situation();
    assertThat(AlertPolicy.counted(s)).extracting(m -> m.subscription().id()).containsExactly(12L);
  }

  private static Subscription subscription(long id) {
    return made(id, DeliveryPlan.OPEN, FIVE_DAYS);
  }

  private static Subscription with(DeliveryPlan plan) {
    return made(11, plan, FIVE_DAYS);
  }

  private static Subscription since(Instant since) {
    return made(13, DeliveryPlan.OPEN, since);
  }

  private static Subscription asks(int sources) {
    Query word = new Query.Word("treaty", false, false);
    return made(
        14, new Query.And(List.of(word, new Query.Sources(sources))), DeliveryPlan.OPEN, FIVE_DAYS);
  }

  private static Subscription made(long id, DeliveryPlan plan, Instant since) {
    return made(id, new Query.Word("treaty", false, false), plan, since);
  }

  private static Subscription made(long id, Query query, DeliveryPlan plan, Instant since) {
    return new Subscription(
        id,
        CHAT,
        query,
        "treaty",
        plan,
        new Owner.InChat(new UserId("local", "you"), "you"),
        since,
        Optional.empty());
  }

  private static DeliveryPlan in(String zone) {
    return new DeliveryPlan(
        Optional.empty(), Optional.empty(), Optional.of(ZoneId.of(zone)), false);
  }

  private static DeliveryPlan digest(String... times) {
    return DeliveryPlan.OPEN.with(
        new Timing.Digest(Stream.of(times).map(LocalTime::parse).toList()));
  }

  /// A chat, an update and what is said about them; everything else is as plain as it can be.
  private record Case(
      Novelty novelty,
      List<Subscription> matches,
      List<Mute> mutes,
      int told,
      int today,
      FollowUps followUps,
      ChatSettings chat,
      boolean sample,
      boolean beyondBacklog) {
    Case() {
      this(
          Novelty.FIRST,
          List.of(subscription(11)),
          List.of(),
          0,
          0,
          FollowUps.NONE,
          ChatSettings.fresh(CHAT, Address.local("desk")),
          false,
          false);
    }

    Case novelty(Novelty n) {
      return new Case(n, matches, mutes, told, today, followUps, chat, sample, beyondBacklog);
    }

    Case by(Subscription... all) {
      return new Case(
          novelty, List.of(all), mutes, told, today, followUps, chat, sample, beyondBacklog);
    }

    Case mute(Mute.Scope scope, long target) {
      List<Mute> one = List.of(new Mute(CHAT, scope, target, NOW.plusSeconds(60), "Ann"));
      return new Case(novelty, matches, one, told, today, followUps, chat, sample, beyondBacklog);
    }

    Case told(int revision) {
      return new Case(
          novelty, matches, mutes, revision, today, followUps, chat, sample, beyondBacklog);
    }

    Case today(int alerts) {
      return new Case(
          novelty, matches, mutes, told, alerts, followUps, chat, sample, beyondBacklog);
    }

    /// An update of a story that had `number` follow-ups today, the last some minutes ago.
    Case followUps(int number, int minutes) {
      Optional<Instant> last = Optional.of(NOW.minus(Duration.ofMinutes(minutes)));
      return new Case(
          Novelty.UPDATE,
          matches,
          mutes,
          1,
          today,
          new FollowUps(last, number),
          chat,
          sample,
          beyondBacklog);
    }

    Case in(String address) {
      Address there = Address.parse(address).orElseThrow();
      return chat(ChatSettings.fresh(CHAT, there).with(chat.plan()).with(chat.pause()));
    }

    Case quiet(QuietHours hours) {
      DeliveryPlan old = chat.plan();
      return plan(new DeliveryPlan(old.timing(), Optional.of(hours), old.zone(), false));
    }

    Case zone(String id) {
      DeliveryPlan old = chat.plan();
      return plan(new DeliveryPlan(old.timing(), old.quiet(), Optional.of(ZoneId.of(id)), false));
    }

    Case digests(String... times) {
      DeliveryPlan old = chat.plan();
      return plan(new DeliveryPlan(digest(times).timing(), old.quiet(), old.zone(), false));
    }

    Case paused() {
      return chat(chat.with(Optional.of(new ChatSettings.Pause(NOW.minusSeconds(60), "Ann"))));
    }

    Case plan(DeliveryPlan plan) {
      return chat(chat.with(plan));
    }

    Case chat(ChatSettings other) {
      return new Case(
          novelty, matches, mutes, told, today, followUps, other, sample, beyondBacklog);
    }

    Case sampleIn(String where) {
      return new Case(novelty, matches, mutes, told, today, followUps, in(where).chat, true, false);
    }

    Case backlog() {
      return new Case(novelty, matches, mutes, told, today, followUps, chat, sample, true);
    }

    Situation situation() {
      Article article = Draft.by("Norda", 3).says("The treaty was signed.").article();
      Event event = Draft.event(7, Draft.report(article), Draft.report(article));
      return new Situation(
          Draft.update(event, novelty, article),
          matches.stream().map(s -> new Match(s, List.of())).toList(),
          new Receiver(chat, mutes, told, today, followUps),
          new Circumstances(ZoneOffset.UTC, new Limits(200), beyondBacklog, sample, false, NOW));
    }
  }
}

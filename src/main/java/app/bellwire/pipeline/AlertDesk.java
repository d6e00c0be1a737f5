package app.bellwire.pipeline;

import app.bellwire.alert.Alert;
import app.bellwire.alert.AlertLog;
import app.bellwire.alert.AlertPolicy;
import app.bellwire.alert.AlertWriter;
import app.bellwire.alert.Decision;
import app.bellwire.alert.Reason;
import app.bellwire.alert.Situation;
import app.bellwire.article.Article;
import app.bellwire.chat.ChatId;
import app.bellwire.match.Match;
import app.bellwire.pipeline.Coverage.Waited;
import app.bellwire.source.Source;
import app.bellwire.source.SourceKind;
import app.bellwire.story.Event;
import app.bellwire.story.StoryUpdate;
import app.bellwire.subscription.ChatBook;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.MuteBook;
import app.bellwire.subscription.SubscriptionBook;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Tells every chat that an update concerns what it is to be told, now or later, and says what came
/// of it. Confined to the decider and its transaction.
public final class AlertDesk {
  /// What the install has set and a reload may change.
  public record Rules(ZoneId zone, Situation.Limits limits, boolean sampleToNetworks) {}

  private final AlertLog log;
  private final ChatBook chats;
  private final MuteBook mutes;
  private final Coverage coverage;
  private final SubscriptionBook subscriptions;
  private final Dispatch dispatch;
  private final Teller teller;
  private final Muted muted;
  private final Supplier<Rules> rules;
  private final LongSupplier ids;
  private final InstantSource clock;

  public AlertDesk(
      AlertBooks books,
      ChatBook chats,
      MuteBook mutes,
      Coverage coverage,
      SubscriptionBook subscriptions,
      Dispatch dispatch,
      Muted muted,
      Supplier<Rules> rules,
      LongSupplier ids,
      InstantSource clock) {
    this.log = books.log();
    this.chats = chats;
    this.mutes = mutes;
    this.coverage = coverage;
    this.subscriptions = subscriptions;
    this.dispatch = dispatch;
    this.teller = new Teller(books, dispatch, clock);
    this.muted = muted;
    this.rules = rules;
    this.ids = ids;
    this.clock = clock;
  }

  /// Tells all chats: those whose subscriptions hit, those that were told of the event before, and
  /// those where it waited for a report of another origin.
  List<Verdict> tell(Candidate candidate, StoryUpdate update, BacklogPlan backlog) {
    Map<ChatId, List<Match>> concerned = new LinkedHashMap<>();
    long event = update.event().id();
    log.chatsTold(event).forEach(chat -> concerned.put(chat, new ArrayList<>()));
    for (Match match : candidate.matches()) {
      concerned.computeIfAbsent(match.subscription().chat(), chat -> new ArrayList<>()).add(match);
    }
    concerned.replaceAll((chat, hits) -> hits.isEmpty() ? stillListening(chat, event) : hits);
    Map<ChatId, Waited> waited = coverage.waited(update);
    waited.keySet().removeIf(chat -> log.last(chat, event).isPresent());
    waited.forEach((chat, those) -> concerned.merge(chat, those.matches(), AlertDesk::before));
    List<Verdict> verdicts = new ArrayList<>();
    concerned.forEach(
        (chat, matches) -> {
          Optional<Article> lead = Optional.ofNullable(waited.get(chat)).map(Waited::lead);
          verdicts.add(tell(chat, matches, lead, candidate, update, backlog));
        });
    verdicts.removeIf(verdict -> !verdict.concerns());
    return verdicts;
  }

  /// What hit in the report that is told stands for what the same subscription finds in this one.
  private static List<Match> before(List<Match> here, List<Match> waited) {
    List<Match> all = new ArrayList<>(waited);
    here.stream()
        .filter(m -> waited.stream().noneMatch(w -> w.subscription().equals(m.subscription())))
        .forEach(all::add);
    return all;
  }

  /// Lists in one line a chat what a first look brought beyond the number that is told singly.
  void tellBacklog(Source source, BacklogPlan backlog) {
    backlog.beyond().forEach((chat, beyond) -> dispatch.backlog(source, settings(chat), beyond));
  }

  /// The subscriptions the chat was told of the event for, as far as they live: a further report of
  /// it concerns them also when it has none of their words.
  private List<Match> stillListening(ChatId chat, long event) {
    return log.first(chat, event).stream()
        .flatMap(alert -> alert.why().stream())
        .map(why -> subscriptions.find(why.subscription()))
        .flatMap(Optional::stream)
        .filter(subscription -> subscription.live(clock.instant()))
        .map(subscription -> new Match(subscription, List.of()))
        .toList();
  }

  private Verdict tell(
      ChatId chat,
      List<Match> matches,
      Optional<Article> waited,
      Candidate candidate,
      StoryUpdate update,
      BacklogPlan backlog) {
    ChatSettings settings = settings(chat);
    boolean beyond = backlog.holds(chat, candidate.article());
    Situation situation =
        new Situation(
            update, matches, receiver(settings, update), around(candidate.source(), beyond));
    Decision decision = AlertPolicy.decide(situation);
    Decision done =
        switch (decision) {
          case Decision.SendNow now -> teller.now(settings, write(situation, waited), now);
          case Decision.Hold hold -> teller.later(settings, write(situation, waited), hold);
          case Decision.Suppress no -> {
            keepInMind(situation, no.reason());
            yield no;
          }
        };
    return new Verdict(chat, matches, done, Silencer.of(situation, done));
  }

  /// What a mute keeps from the chat is offered when it has ended.
  private void keepInMind(Situation s, Reason reason) {
    if (reason.mute() && !s.matches().isEmpty()) {
      ChatId chat = s.receiver().settings().id();
      muted.keepFrom(chat, reason, s.update().event().id(), s.update().article().id());
    }
  }

  private Situation.Receiver receiver(ChatSettings settings, StoryUpdate update) {
    Instant now = clock.instant();
    int told = log.last(settings.id(), update.event().id()).map(Alert::revision).orElse(0);
    ZoneId zone = settings.zone().orElse(rules.get().zone());
    Instant midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    return new Situation.Receiver(
        settings,
        mutes.of(settings.id(), now),
        told,
        log.countSince(settings.id(), midnight),
        log.followUps(settings.id(), update.event().id(), midnight));
  }

  private Situation.Circumstances around(Source source, boolean beyondBacklog) {
    Rules now = rules.get();
    return new Situation.Circumstances(
        now.zone(),
        now.limits(),
        beyondBacklog,
        source.kind() == SourceKind.SAMPLE,
        now.sampleToNetworks(),
        clock.instant());
  }

  private Alert write(Situation situation, Optional<Article> waited) {
    ChatId chat = situation.receiver().settings().id();
    Event event = situation.update().event();
    return AlertWriter.write(
        ids.getAsLong(),
        situation,
        new AlertWriter.Told(
            log.last(chat, event.id()), log.heard(chat, event), coverage.standing(event), waited));
  }

  private ChatSettings settings(ChatId chat) {
    return chats.settings(chat);
  }
}

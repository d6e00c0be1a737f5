package app.bellwire.command;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Digest;
import app.bellwire.article.Article;
import app.bellwire.chat.Button;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.RichText;
import app.bellwire.command.Command.Length;
import app.bellwire.story.Event;
import app.bellwire.story.Report;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.Mute.Scope;
import app.bellwire.subscription.Subscription;
import app.bellwire.text.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes stories, subscriptions and chats quiet, and heard again.
final class Muting {
  static final Duration STORY = Duration.ofDays(2);
  static final Duration RUNNING = Duration.ofDays(7);

  private static final Duration LONGEST = Duration.ofDays(365);
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final int MOST_STORIES = 10;

  private final Stores stores;
  private final Subscribing subscribing;
  private final AlertPages pages;
  private final TakingBack takingBack;

  Muting(Stores stores, Subscribing subscribing, AlertPages pages) {
    this.stores = stores;
    this.subscribing = subscribing;
    this.pages = pages;
    this.takingBack = new TakingBack(stores);
  }

  /// `[Mute story]` and `[Running story: 7 days]` under an alert.
  Answer story(Ask ask, long event, boolean running) {
    Optional<Event> story = stores.stories().event(event);
    if (story.isEmpty()) {
      return ask.note(Replies.STORY_GONE);
    }
    Duration span = running ? RUNNING : STORY;
    Scope scope = running ? Scope.STORYLINE : Scope.EVENT;
    long target = running ? story.get().storyline() : event;
    put(ask, scope, target, ask.now().plus(span));
    String toast = MutingWords.mutedStory(When.length(span), ask.many(), running);
    return shown(ask, event, Answer.toast(toast));
  }

  /// `[Muted until … · Undo]`.
  Answer unmuteStory(Ask ask, long event) {
    stores.mutes().lift(ask.chat(), Scope.EVENT, event);
    Optional<Event> story = stores.stories().event(event);
    story.ifPresent(e -> stores.mutes().lift(ask.chat(), Scope.STORYLINE, e.storyline()));
    int missed = missed(ask, event).size();
    Answer answer = shown(ask, event, Answer.toast(MutingWords.unmuted(missed)));
    return missed == 0 ? answer : answer.and(offerMissed(ask, event, missed));
  }

  /// What is shown here, no later alert offers again.
  Answer showMissed(Ask ask, long event) {
    List<Report> reports = missed(ask, event);
    reports.forEach(report -> stores.leftOut().settle(ask.chat(), report.articleId()));
    List<Article> missed =
        reports.stream()
            .flatMap(report -> stores.articles().find(report.articleId()).stream())
            .toList();
    return missed.isEmpty()
        ? ask.reply(Replies.NO_MORE_REPORTS)
        : ask.reply(MutingWords.missed(missed, ask.when()));
  }

  /// The reports that a mute kept from the chat.
  Answer showReports(Ask ask, List<String> ids) {
    List<Article> kept =
        ids.stream()
            .map(Long::parseLong)
            .flatMap(id -> stores.articles().find(id).stream())
            .toList();
    return kept.isEmpty()
        ? ask.note(Replies.NO_MORE_REPORTS)
        : Answer.post(ask.say(MutingWords.missed(kept, ask.when()), List.of()));
  }

  /// `/mute …`
  Answer typed(Ask ask, Command.Silence silence) {
    Optional<Length> length = silence.length();
    Scope scope = silence.what().orElse(null);
    Optional<Subscription> named =
        silence.words().isEmpty() ? Optional.empty() : subscribing.named(ask, silence.words());
    if (named.isPresent()) {
      return length
          .map(l -> carriedOut(ask, Scope.SUBSCRIPTION, named.get().id(), l))
          .orElseGet(() -> howLong(ask, Scope.SUBSCRIPTION, named.get().id()));
    }
    if (scope == null && !silence.words().isEmpty()) {
      return ask.reply(MutingWords.muteUnknown(silence.words()), what(ask, latest(ask), length));
    }
    if (scope == null && ask.message().replyTo() == null) {
      return ask.reply(RichText.of(Replies.MUTE_WHAT), what(ask, latest(ask), length));
    }
    if (scope == Scope.SUBSCRIPTION) {
      return subscriptions(ask, length.map(l -> minutes(ask, l)));
    }
    if (scope == Scope.CHAT) {
      return length.isPresent()
          ? carriedOut(ask, Scope.CHAT, 0, length.get())
          : howLong(ask, scope, 0);
    }
    Optional<Alert> alert = meant(ask);
    if (alert.isEmpty()) {
      return ask.reply(Replies.NO_ALERT);
    }
    long event = alert.get().event();
    return carriedOut(ask, Scope.EVENT, event, length.orElse(new Length.For(STORY)));
  }

  /// `[Mute a story]` under a digest: its stories, in a message of their own.
  Answer ofDigest(Ask ask, long digest) {
    List<Alert> told =
        stores
            .digests()
            .find(digest)
            .filter(d -> d.chat().equals(ask.chat()))
            .map(Digest::stories)
            .orElse(List.of());
    List<Alert> stories = told.isEmpty() ? latest(ask) : told;
    return Answer.post(
        ask.say(RichText.of(Replies.MUTE_WHAT), what(ask, stories, Optional.empty())));
  }

  /// The second question of the picker.
  Answer howLong(Ask ask, Scope scope, long target) {
    List<List<Button>> rows = new ArrayList<>();
    List<Button> first = new ArrayList<>();
    first.add(forMinutes(ask, Replies.TWO_HOURS, scope, target, Duration.ofHours(2)));
    if (ask.when().own()) {
      Duration night = Duration.between(ask.now(), next(ask, MORNING));
      first.add(forMinutes(ask, Replies.UNTIL_MORNING, scope, target, night));
    }
    rows.add(first);
    rows.add(
        List.of(
            forMinutes(ask, Replies.TWO_DAYS, scope, target, STORY),
            forMinutes(ask, Replies.SEVEN_DAYS, scope, target, RUNNING)));
    rows.add(List.of(ask.button(Replies.CANCEL, Verbs.CANCEL)));
    return ask.reply(RichText.of(Replies.MUTE_HOW_LONG), rows);
  }

  Answer carriedOut(Ask ask, Scope scope, long target, Length length) {
    Instant until = until(ask, length);
    Optional<Alert> last =
        scope == Scope.EVENT ? stores.alerts().last(ask.chat(), target) : Optional.empty();
    put(ask, scope, target, until);
    String end = MutingWords.end(until, length instanceof Length.Until, ask.when());
    Button undo = ask.button(Replies.UNDO, Verbs.UNMUTE, scope, target);
    RichText words =
        last.map(alert -> MutingWords.mutedStoryTyped(alert.root().lead(), end))
            .orElseGet(() -> MutingWords.muted(label(scope, target), end));
    List<List<Button>> rows = List.of(List.of(undo));
    return last.isPresent() ? shown(ask, target, ask.reply(words, rows)) : ask.changed(words, rows);
  }

  /// @param minutes how long, when that was said already
  Answer subscriptions(Ask ask, Optional<Long> minutes) {
    List<Subscription> all =
        subscribing.byUse(ask, stores.subscriptions().of(ask.chat())).stream().limit(10).toList();
    if (all.isEmpty()) {
      return ask.reply(Replies.LIST_EMPTY);
    }
    List<List<Button>> rows = new ArrayList<>();
    all.forEach(
        s ->
            rows.add(
                List.of(
                    pick(ask, SubscriptionWords.label(s), Scope.SUBSCRIPTION, s.id(), minutes))));
    rows.add(List.of(ask.button(Replies.CANCEL, Verbs.CANCEL)));
    return ask.reply(SubscriptionWords.pick("be quiet"), rows);
  }

  /// `/unmute`: the only mute at once, else a picker.
  Answer unmute(Ask ask) {
    List<Mute> mutes = stores.mutes().of(ask.chat(), ask.now());
    if (mutes.isEmpty()) {
      return ask.reply(Replies.NOTHING_MUTED);
    }
    if (mutes.size() == 1) {
      return lift(ask, mutes.getFirst().scope(), mutes.getFirst().target());
    }
    List<List<Button>> rows = new ArrayList<>();
    for (Mute mute : mutes.stream().limit(10).toList()) {
      String label = MutingWords.muteLine(mute, name(ask, mute), ask.when());
      rows.add(List.of(ask.button(label, Verbs.UNMUTE, mute.scope(), mute.target())));
    }
    rows.add(List.of(ask.button(Replies.CANCEL, Verbs.CANCEL)));
    return ask.reply(MutingWords.unmuteWhich(), rows);
  }

  Answer lift(Ask ask, Scope scope, long target) {
    stores.mutes().lift(ask.chat(), scope, target);
    if (scope != Scope.EVENT) {
      return ask.changed(RichText.of(MutingWords.unmutedOnly()), List.of());
    }
    int missed = missed(ask, target).size();
    Answer answer =
        missed == 0
            ? ask.reply(MutingWords.unmuted(0))
            : ask.reply(
                RichText.of(MutingWords.unmuted(missed)),
                List.of(List.of(show(ask, target, missed))));
    return shown(ask, target, answer);
  }

  /// Everything that is muted, a line each.
  List<String> lines(Ask ask) {
    return stores.mutes().of(ask.chat(), ask.now()).stream()
        .map(mute -> MutingWords.muteLine(mute, name(ask, mute), ask.when()))
        .toList();
  }

  /// What is muted of a subscription, in words.
  Optional<String> mutedUntil(Ask ask, long subscription) {
    return stores.mutes().of(ask.chat(), ask.now()).stream()
        .filter(m -> m.scope() == Scope.SUBSCRIPTION && m.target() == subscription)
        .findFirst()
        .map(m -> "muted " + MutingWords.end(m.until(), ask.when()));
  }

  /// The alert a typed command is about: the one it answers, else the last one here.
  Optional<Alert> meant(Ask ask) {
    String replyTo = ask.message().replyTo();
    Optional<Alert> answered =
        replyTo == null
            ? Optional.empty()
            : stores.outbox().threadOf(ask.chat(), replyTo).flatMap(thread -> lastOf(ask, thread));
    return answered.or(() -> stores.alerts().latest(ask.chat(), 1).stream().findFirst());
  }

  private Optional<Alert> lastOf(Ask ask, String thread) {
    OptionalLong event = Alert.eventOf(thread);
    return event.isEmpty() ? Optional.empty() : stores.alerts().last(ask.chat(), event.getAsLong());
  }

  private List<Alert> latest(Ask ask) {
    return stores.alerts().latest(ask.chat(), 1);
  }

  private static List<List<Button>> what(Ask ask, List<Alert> stories, Optional<Length> length) {
    Optional<Long> minutes = length.map(l -> minutes(ask, l));
    List<List<Button>> rows = new ArrayList<>();
    for (Alert alert : stories.stream().limit(MOST_STORIES).toList()) {
      String label = ReportWords.story(alert.root().lead());
      rows.add(List.of(pick(ask, label, Scope.EVENT, alert.event(), minutes)));
    }
    rows.add(
        List.of(
            ask.button(
                Replies.A_SUBSCRIPTION,
                Verbs.MUTE_SUBSCRIPTIONS,
                minutes.<Object[]>map(m -> new Object[] {m}).orElse(new Object[0])),
            pick(ask, Replies.ALL_OF_THIS_CHAT, Scope.CHAT, 0, minutes)));
    rows.add(List.of(ask.button(Replies.CANCEL, Verbs.CANCEL)));
    return rows;
  }

  /// Mutes for `minutes`, or asks how long.
  private static Button pick(
      Ask ask, String label, Scope scope, long target, Optional<Long> minutes) {
    return minutes
        .map(m -> ask.button(label, Verbs.MUTE_FOR, scope, target, m))
        .orElseGet(() -> ask.button(label, Verbs.MUTE_PICK, scope, target));
  }

  private static long minutes(Ask ask, Length length) {
    return Math.max(1, Duration.between(ask.now(), until(ask, length)).toMinutes());
  }

  private static Button forMinutes(Ask ask, String label, Scope scope, long target, Duration span) {
    return ask.button(label, Verbs.MUTE_FOR, scope, target, span.toMinutes());
  }

  private void put(Ask ask, Scope scope, long target, Instant until) {
    stores.mutes().put(new Mute(ask.chat(), scope, target, until, ask.message().userName()));
    takingBack.of(ask, scope, target, until);
  }

  private static Instant until(Ask ask, Length length) {
    return switch (length) {
      case Length.For span ->
          ask.now().plus(span.span().compareTo(LONGEST) > 0 ? LONGEST : span.span());
      case Length.Until until -> next(ask, until.time());
    };
  }

  private static Instant next(Ask ask, LocalTime time) {
    return DayClock.next(List.of(time), ask.when().zone(), ask.now());
  }

  /// `answer` with the story's first message as its buttons now stand.
  private Answer shown(Ask ask, long event, Answer answer) {
    Optional<Alert> last = stores.alerts().last(ask.chat(), event);
    return last.map(
            alert -> answer.and(pages.root(alert, ask.when(), mute(ask, event), ask.many())))
        .orElse(answer);
  }

  private Optional<Mute> mute(Ask ask, long event) {
    long storyline = stores.stories().event(event).map(Event::storyline).orElse(-1L);
    List<Mute> mutes = stores.mutes().of(ask.chat(), ask.now());
    return mutes.stream()
        .filter(m -> m.scope() == Scope.STORYLINE && m.target() == storyline)
        .findFirst()
        .or(
            () ->
                mutes.stream()
                    .filter(m -> m.scope() == Scope.EVENT && m.target() == event)
                    .findFirst());
  }

  /// Reports of the event that came after the last alert here.
  private List<Report> missed(Ask ask, long event) {
    List<Report> now = stores.stories().event(event).map(Event::reports).orElse(List.of());
    List<Long> told =
        stores
            .alerts()
            .last(ask.chat(), event)
            .map(alert -> alert.reports().stream().map(Report::articleId).toList())
            .orElse(List.of());
    return now.stream().filter(r -> !told.contains(r.articleId()) && !r.withdrawn()).toList();
  }

  private OutgoingMessage offerMissed(Ask ask, long event, int missed) {
    return ask.say(
        RichText.of(MutingWords.unmuted(missed)), List.of(List.of(show(ask, event, missed))));
  }

  private static Button show(Ask ask, long event, int missed) {
    return ask.button(MutingWords.show(missed), Verbs.SHOW_MISSED, event);
  }

  private Optional<String> label(Scope scope, long target) {
    return scope == Scope.SUBSCRIPTION
        ? stores.subscriptions().find(target).map(Subscription::label)
        : Optional.empty();
  }

  private String name(Ask ask, Mute mute) {
    return switch (mute.scope()) {
      case CHAT -> Replies.ALL_OF_THIS_CHAT;
      case SUBSCRIPTION -> label(mute.scope(), mute.target()).orElse(Replies.A_SUBSCRIPTION);
      case EVENT ->
          stores
              .alerts()
              .last(ask.chat(), mute.target())
              .map(alert -> ReportWords.story(alert.root().lead()))
              .or(
                  () ->
                      stores
                          .stories()
                          .event(mute.target())
                          .map(e -> ReportWords.story(e.headline())))
              .orElse(Replies.A_STORY);
      case STORYLINE -> Replies.A_RUNNING_STORY;
    };
  }
}

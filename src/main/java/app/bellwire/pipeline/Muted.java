package app.bellwire.pipeline;

import app.bellwire.alert.Alert;
import app.bellwire.alert.LeftOut;
import app.bellwire.alert.Reason;
import app.bellwire.chat.ChatId;
import app.bellwire.story.Event;
import app.bellwire.story.StoryStore;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.Mute.Scope;
import app.bellwire.subscription.MuteBook;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What mutes keep from a chat, and what of it the next alert there offers once they have ended.
/// Confined to the decider and its transaction.
public final class Muted {
  private final MuteBook mutes;
  private final StoryStore stories;
  private final LeftOut leftOut;
  private final InstantSource clock;

  public Muted(MuteBook mutes, StoryStore stories, LeftOut leftOut, InstantSource clock) {
    this.mutes = mutes;
    this.stories = stories;
    this.leftOut = leftOut;
    this.clock = clock;
  }

  /// The mute that has come over an alert while it was held.
  Optional<Reason> reason(Alert alert) {
    List<Mute> now = mutes.of(alert.chat(), clock.instant());
    long storyline = stories.event(alert.event()).map(Event::storyline).orElse(-1L);
    return reason(alert, storyline, now);
  }

  /// Pure: `mutes` are those of the chat that have not ended.
  static Optional<Reason> reason(Alert alert, long storyline, List<Mute> mutes) {
    if (has(mutes, Scope.CHAT, 0)) {
      return Optional.of(Reason.CHAT_MUTED);
    }
    if (has(mutes, Scope.EVENT, alert.event()) || has(mutes, Scope.STORYLINE, storyline)) {
      return Optional.of(Reason.STORY_MUTED);
    }
    boolean silent =
        !alert.why().isEmpty()
            && alert.why().stream()
                .allMatch(why -> has(mutes, Scope.SUBSCRIPTION, why.subscription()));
    return silent ? Optional.of(Reason.SUBSCRIPTION_MUTED) : Optional.empty();
  }

  /// Notes a report that the chat is not told.
  void keepFrom(ChatId chat, Reason mute, long event, long article) {
    leftOut.note(new LeftOut.Report(chat, mute, event, article, clock.instant()));
  }

  /// Takes the reports that an alert of the event can offer: those of a muted story in that story,
  /// the others anywhere in the chat.
  List<Long> offer(ChatId chat, long event) {
    boolean subscriptionMuted =
        mutes.of(chat, clock.instant()).stream().anyMatch(m -> m.scope() == Scope.SUBSCRIPTION);
    List<Long> offered =
        leftOut.of(chat, clock.instant()).stream()
            .filter(report -> offers(report, event, subscriptionMuted))
            .map(LeftOut.Report::article)
            .toList();
    offered.forEach(article -> leftOut.settle(chat, article));
    return offered;
  }

  private static boolean offers(LeftOut.Report report, long event, boolean subscriptionMuted) {
    return report.reason() == Reason.CHAT_MUTED
        || (report.reason() == Reason.STORY_MUTED && report.event() == event)
        || (report.reason() == Reason.SUBSCRIPTION_MUTED && !subscriptionMuted);
  }

  private static boolean has(List<Mute> mutes, Scope scope, long target) {
    return mutes.stream().anyMatch(m -> m.scope() == scope && m.target() == target);
  }
}

package app.bellwire.pipeline;

import app.bellwire.alert.Decision;
import app.bellwire.alert.Reason;
import app.bellwire.alert.Situation;
import app.bellwire.subscription.Mute;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Whose mute it was that kept an update from a chat. Of several of one story the one that ends
/// last is named, because until then nothing comes; of several subscriptions the first. Pure.
final class Silencer {
  private Silencer() {}

  static Optional<Mute> of(Situation situation, Decision decision) {
    Comparator<Mute> byEnd = Comparator.comparing(Mute::until);
    Comparator<Mute> first =
        decision.reason() == Reason.SUBSCRIPTION_MUTED ? byEnd : byEnd.reversed();
    return candidates(situation, decision.reason()).min(first);
  }

  private static Stream<Mute> candidates(Situation s, Reason reason) {
    Stream<Mute> mutes = s.receiver().mutes().stream();
    if (reason == Reason.CHAT_MUTED) {
      return mutes.filter(m -> m.scope() == Mute.Scope.CHAT);
    }
    if (reason == Reason.STORY_MUTED) {
      return mutes.filter(m -> ofStory(s, m));
    }
    return reason == Reason.SUBSCRIPTION_MUTED
        ? mutes.filter(m -> m.scope() == Mute.Scope.SUBSCRIPTION && matched(s, m))
        : Stream.empty();
  }

  private static boolean ofStory(Situation s, Mute mute) {
    return mute.scope() == Mute.Scope.EVENT && mute.target() == s.update().event().id()
        || mute.scope() == Mute.Scope.STORYLINE && mute.target() == s.update().event().storyline();
  }

  private static boolean matched(Situation s, Mute mute) {
    return s.matches().stream().anyMatch(m -> m.subscription().id() == mute.target());
  }
}

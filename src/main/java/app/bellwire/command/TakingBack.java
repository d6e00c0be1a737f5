package app.bellwire.command;

import app.bellwire.alert.Alert;
import app.bellwire.alert.HeldAlerts;
import app.bellwire.alert.LeftOut;
import app.bellwire.alert.Reason;
import app.bellwire.ledger.Outcome;
import app.bellwire.ledger.Ruling;
import app.bellwire.subscription.Mute.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes back what waits to be told when it is muted.
final class TakingBack {
  /// Alerts of a chat that are looked at.
  private static final int AT_MOST = 300;

  private final Stores stores;

  TakingBack(Stores stores) {
    this.stores = stores;
  }

  /// All that the mute silences.
  void of(Ask ask, Scope scope, long target, Instant until) {
    Stream.concat(
            stores.alerts().latest(ask.chat(), AT_MOST).stream(),
            stores.held().of(ask.chat()).stream())
        .filter(alert -> silenced(alert, scope, target))
        .map(Alert::event)
        .distinct()
        .forEach(event -> withdraw(ask, event, reason(scope), until));
  }

  private static Reason reason(Scope scope) {
    return switch (scope) {
      case EVENT, STORYLINE -> Reason.STORY_MUTED;
      case SUBSCRIPTION -> Reason.SUBSCRIPTION_MUTED;
      case CHAT -> Reason.CHAT_MUTED;
    };
  }

  private static Ruling ruling(Ask ask, Reason reason, Instant until) {
    return new Ruling(
        Outcome.MUTED,
        reason.name().toLowerCase(Locale.ROOT),
        Optional.of(until),
        ask.message().userName());
  }

  /// Takes back what waits to be told of the event. A correction of what was told stays. A story
  /// whose first alert was still held or queued was never told here: its next report is its first.
  private void withdraw(Ask ask, long event, Reason mute, Instant until) {
    List<Alert> held =
        stores.held().of(ask.chat(), event).stream().map(HeldAlerts.Held::alert).toList();
    held.forEach(alert -> keepFrom(ask, alert, mute));
    if (held.stream().anyMatch(alert -> alert.kind() == Alert.Kind.FIRST)) {
      stores.alerts().forget(ask.chat(), event);
    }
    stores.held().drop(ask.chat(), event);
    stores.ledger().becomes(ask.chat(), event, ruling(ask, mute, until), ask.now());
    String thread = Alert.thread(event);
    boolean told = stores.outbox().root(ask.chat(), thread).isPresent();
    boolean stays = told && corrects(stores.alerts().last(ask.chat(), event));
    int taken = stays ? 0 : stores.outbox().withdraw(ask.chat(), thread);
    if (!told && taken > 0) {
      stores.alerts().forget(ask.chat(), event);
    }
  }

  /// The next alert once the mute has ended offers it.
  private void keepFrom(Ask ask, Alert alert, Reason mute) {
    stores
        .leftOut()
        .note(new LeftOut.Report(ask.chat(), mute, alert.event(), alert.lead().id(), ask.now()));
  }

  private static boolean corrects(Optional<Alert> last) {
    return last.map(Alert::kind)
        .filter(kind -> kind == Alert.Kind.CORRECTED || kind == Alert.Kind.WITHDRAWN)
        .isPresent();
  }

  /// Whether the mute leaves nothing that asks for the alert.
  private boolean silenced(Alert alert, Scope scope, long target) {
    return switch (scope) {
      case CHAT -> true;
      case EVENT -> alert.event() == target;
      case STORYLINE ->
          stores.stories().event(alert.event()).filter(e -> e.storyline() == target).isPresent();
      case SUBSCRIPTION -> alert.why().stream().allMatch(why -> why.subscription() == target);
    };
  }
}

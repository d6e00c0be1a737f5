package app.bellwire.pipeline;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Decision;
import app.bellwire.alert.HeldAlerts.Held;
import app.bellwire.alert.LeftOut;
import app.bellwire.alert.Reason;
import app.bellwire.subscription.ChatSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Tells an alert that was decided, or holds it, with what is held of the same story: that is told
/// along, put right or taken out. Confined to the decider and its transaction.
final class Teller {
  private static final Comparator<Held> EARLIEST = Comparator.comparing(Held::until);

  private final AlertBooks books;
  private final Dispatch dispatch;
  private final InstantSource clock;

  Teller(AlertBooks books, Dispatch dispatch, InstantSource clock) {
    this.books = books;
    this.dispatch = dispatch;
    this.clock = clock;
  }

  /// @return what was done
  Decision now(ChatSettings chat, Alert alert, Decision.SendNow now) {
    return books.log().record(alert)
        ? tell(chat, alert, now)
        : new Decision.Suppress(Reason.ALREADY_TOLD);
  }

  /// A story is told at the earliest of the times of its alerts. What only changes its first
  /// message never waits.
  ///
  /// @return what was done
  Decision later(ChatSettings chat, Alert alert, Decision.Hold hold) {
    if (!books.log().record(alert)) {
      return new Decision.Suppress(Reason.ALREADY_TOLD);
    }
    if (alert.kind() == Alert.Kind.MORE) {
      return tell(chat, alert, new Decision.SendNow(Reason.MORE_REPORTS, true));
    }
    List<Held> story = new ArrayList<>(waiting(alert));
    story.add(new Held(alert, hold.reason(), hold.until()));
    Held earliest = story.stream().min(EARLIEST).orElseThrow();
    story.forEach(held -> books.held().hold(held.alert(), earliest.reason(), earliest.until()));
    return new Decision.Hold(earliest.reason(), earliest.until());
  }

  private Decision tell(ChatSettings chat, Alert alert, Decision.SendNow now) {
    List<Held> waiting = waiting(alert);
    return switch (alert.kind()) {
      case FIRST, FOLLOW_UP -> {
        tellAlong(chat, waiting, alert, now.silent());
        yield now;
      }
      case MORE, CORRECTED, WITHDRAWN -> change(chat, waiting, alert, now);
    };
  }

  private void tellAlong(ChatSettings chat, List<Held> waiting, Alert alert, boolean silent) {
    List<Alert> story = new ArrayList<>(waiting.stream().map(Held::alert).toList());
    story.add(alert);
    books.held().drop(chat.id(), alert.event());
    for (Alert one : HeldStories.singly(story)) {
      dispatch.alert(chat, one, one.kind() != Alert.Kind.FIRST || (one == alert && silent));
    }
    books.log().reached(story, clock.instant());
  }

  /// What waits is changed where it is; only what the chat has is changed before its eyes.
  private Decision change(
      ChatSettings chat, List<Held> waiting, Alert alert, Decision.SendNow now) {
    List<Held> left = after(waiting, alert);
    boolean untold = waiting.stream().anyMatch(h -> h.alert().kind() == Alert.Kind.FIRST);
    boolean gone = left.size() < waiting.size();
    boolean unseen = gone && unseen(alert, waiting);
    books.held().drop(chat.id(), alert.event());
    left.forEach(held -> books.held().hold(held.alert(), held.reason(), held.until()));
    if (alert.kind() == Alert.Kind.WITHDRAWN && (untold || gone)) {
      leaveOut(alert, waiting);
    }
    if (!untold) {
      Alert seen = sentWhen(asSeen(alert, left));
      dispatch.alert(chat, unseen ? seen.quietly() : seen, unseen || now.silent());
      books.log().reached(List.of(alert), clock.instant());
      return now;
    }
    if (left.isEmpty()) {
      books.log().forget(chat.id(), alert.event());
      return new Decision.Suppress(Reason.WITHDRAWN);
    }
    Held earliest = left.stream().min(EARLIEST).orElseThrow();
    return new Decision.Hold(earliest.reason(), earliest.until());
  }

  /// The alert under a first message that does not speak of follow-ups which still wait.
  private static Alert asSeen(Alert alert, List<Held> waiting) {
    Set<Instant> decided =
        waiting.stream().map(held -> held.alert().decided()).collect(Collectors.toSet());
    return decided.isEmpty()
        ? alert
        : alert.under(
            alert
                .root()
                .without(s -> s.kind() == Alert.Kind.FOLLOW_UP && decided.contains(s.at())));
  }

  /// The alert under a first message that knows when the chat got it, however long it was held.
  private Alert sentWhen(Alert alert) {
    Alert root = alert.root();
    return books.log().reachedAt(root.id()).map(at -> alert.under(root.toldAt(at))).orElse(alert);
  }

  private static List<Held> after(List<Held> waiting, Alert alert) {
    Optional<Held> first =
        waiting.stream().filter(h -> h.alert().kind() == Alert.Kind.FIRST).findFirst();
    if (first.isPresent() && HeldStories.allWithdrawn(alert)) {
      return List.of();
    }
    return waiting.stream()
        .map(h -> new Held(HeldStories.after(h.alert(), alert), h.reason(), h.until()))
        .filter(h -> h.alert().kind() == Alert.Kind.FIRST || !h.alert().leadWithdrawn())
        .toList();
  }

  /// Whether all that the chat was to be told by this agency is among what waits.
  private boolean unseen(Alert alert, List<Held> waiting) {
    String agency = alert.lead().agency();
    Predicate<Alert> theirs = a -> a.lead().agency().equals(agency);
    long toldAndHeld =
        alert.root().extra().stamps().stream()
            .filter(s -> s.kind() == Alert.Kind.FOLLOW_UP && s.agency().equals(agency))
            .count();
    long held = waiting.stream().map(Held::alert).filter(theirs).count();
    return toldAndHeld <= held
        && books.log().first(alert.chat(), alert.event()).filter(theirs).isEmpty();
  }

  private void leaveOut(Alert alert, List<Held> waiting) {
    Instant due = waiting.stream().min(EARLIEST).map(Held::until).orElse(clock.instant());
    books
        .leftOut()
        .note(
            new LeftOut.Report(
                alert.chat(), Reason.WITHDRAWN, alert.event(), alert.lead().id(), due));
  }

  private List<Held> waiting(Alert alert) {
    return books.held().of(alert.chat(), alert.event());
  }
}

package app.bellwire.pipeline;

import app.bellwire.alert.Alert;
import app.bellwire.alert.HeldAlerts;
import app.bellwire.chat.ChatId;
import app.bellwire.ledger.Ledger;
import app.bellwire.subscription.ChatBook;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.work.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lets go of held alerts when their time has come: up to three stories of a chat singly, the last
/// new story with a sound; more in one message. Thread-safe.
public final class DigestRelease {
  private static final int SINGLY = 3;

  private final UnitOfWork unitOfWork;
  private final HeldAlerts held;
  private final ChatBook chats;
  private final Dispatch dispatch;
  private final Ledger ledger;
  private final InstantSource clock;
  private final Runnable queued;

  public DigestRelease(
      UnitOfWork unitOfWork,
      HeldAlerts held,
      ChatBook chats,
      Dispatch dispatch,
      Ledger ledger,
      InstantSource clock,
      Runnable queued) {
    this.unitOfWork = unitOfWork;
    this.held = held;
    this.chats = chats;
    this.dispatch = dispatch;
    this.ledger = ledger;
    this.clock = clock;
    this.queued = queued;
  }

  /// Queues what is due now.
  public void release() {
    if (unitOfWork.inTransaction(this::queueDue)) {
      queued.run();
    }
  }

  private boolean queueDue() {
    Map<ChatId, List<Alert>> due =
        held.takeDue(clock.instant()).stream()
            .collect(Collectors.groupingBy(Alert::chat, LinkedHashMap::new, Collectors.toList()));
    due.forEach((chat, alerts) -> tell(chats.settings(chat), alerts));
    due.forEach((chat, alerts) -> alerts.forEach(this::noteReleased));
    return !due.isEmpty();
  }

  private void noteReleased(Alert alert) {
    ledger.released(alert.chat(), alert.event(), clock.instant());
  }

  private void tell(ChatSettings chat, List<Alert> alerts) {
    List<Alert> stories = HeldStories.of(alerts);
    if (stories.size() > SINGLY) {
      Instant first = alerts.getFirst().decided();
      dispatch.together(chat, stories, first);
      return;
    }
    Optional<Alert> sounding =
        alerts.stream().filter(a -> a.kind() == Alert.Kind.FIRST).reduce((one, later) -> later);
    for (Alert alert : alerts) {
      boolean sounds = sounding.filter(a -> a == alert).isPresent();
      dispatch.alert(chat, alert, !sounds);
    }
  }
}

package app.bellwire.pipeline;

import app.bellwire.alert.Alert;
import app.bellwire.article.Article;
import app.bellwire.chat.Buttons;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.deliver.Outbox;
import app.bellwire.render.AlertRenderer;
import app.bellwire.render.DigestRenderer;
import app.bellwire.render.View;
import app.bellwire.source.Source;
import app.bellwire.subscription.ChatBook;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.text.When;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/// Renders what was decided and puts it into the outbox. Confined to the decider and its
/// transaction.
public final class Dispatch {
  private final Outbox outbox;
  private final Buttons buttons;
  private final ChatBook chats;
  private final Supplier<ZoneId> zone;
  private final InstantSource clock;

  /// @param zone of the install, for chats that have none
  public Dispatch(
      Outbox outbox, Buttons buttons, ChatBook chats, Supplier<ZoneId> zone, InstantSource clock) {
    this.outbox = outbox;
    this.buttons = buttons;
    this.chats = chats;
    this.zone = zone;
    this.clock = clock;
  }

  void alert(ChatSettings chat, Alert alert, boolean silent) {
    View view = new View(when(chat), action -> buttons.issue(chat.id(), action));
    AlertRenderer.render(alert, silent, view).forEach(message -> queue(chat, message));
    if (alert.marks().explain()) {
      chats.save(chat.withExplained(true));
    }
  }

  /// Several alerts in one message, at the end of quiet hours or at a digest's time.
  void together(ChatSettings chat, List<Alert> alerts, Instant since) {
    queue(chat, DigestRenderer.quietOver(alerts, 0, since, when(chat)));
  }

  /// @param beyond oldest first
  void backlog(Source source, ChatSettings chat, List<Article> beyond) {
    int singly = source.backlog().limit();
    queue(chat, DigestRenderer.backlog(source.id().value(), singly, beyond.reversed()));
  }

  private void queue(ChatSettings chat, OutgoingMessage message) {
    outbox.add(chat.id(), message, clock.instant());
  }

  private When when(ChatSettings chat) {
    return new When(chat.zone().orElseGet(zone), chat.zone().isPresent(), clock.instant());
  }
}

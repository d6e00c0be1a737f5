package app.bellwire.pipeline;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Digest;
import app.bellwire.alert.DigestLog;
import app.bellwire.article.Article;
import app.bellwire.chat.Buttons;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Priority;
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
import java.util.Optional;
import java.util.function.Supplier;

/// Renders what was decided and puts it into the outbox. Confined to the decider and its
/// transaction.
public final class Dispatch {
  private final Outbox outbox;
  private final Buttons buttons;
  private final ChatBook chats;
  private final DigestLog digests;
  private final Muted muted;
  private final Supplier<ZoneId> zone;
  private final InstantSource clock;

  /// @param zone of the install, for chats that have none
  public Dispatch(
      Outbox outbox,
      Buttons buttons,
      ChatBook chats,
      DigestLog digests,
      Muted muted,
      Supplier<ZoneId> zone,
      InstantSource clock) {
    this.outbox = outbox;
    this.buttons = buttons;
    this.chats = chats;
    this.digests = digests;
    this.muted = muted;
    this.zone = zone;
    this.clock = clock;
  }

  void alert(ChatSettings chat, Alert alert, boolean silent) {
    alert(chat, alert, silent, Optional.empty());
  }

  /// @param held since when the alert was held; none when it was not
  void alert(ChatSettings chat, Alert alert, boolean silent, Optional<Instant> held) {
    List<Digest> telling = digests.telling(chat.id(), alert.event());
    if (telling.stream().anyMatch(digest -> digest.introduces(alert.event()))) {
      underDigest(chat, telling, alert, silent);
    } else {
      View view = view(chat).held(held).missed(missed(chat, alert));
      AlertRenderer.render(alert, silent, view).forEach(message -> queue(chat, message));
      if (priority(alert) == Priority.CORRECTION) {
        telling.forEach(digest -> rewrite(chat, digest, alert));
      }
    }
    if (alert.marks().explain()) {
      chats.save(chat.withExplained(true));
    }
  }

  /// A story that a digest introduced has no message of its own: its line is changed there, and
  /// what else there is to say stands under the newest of the digests that tell it.
  private void underDigest(ChatSettings chat, List<Digest> telling, Alert alert, boolean silent) {
    Digest home = telling.getFirst();
    telling.forEach(digest -> rewrite(chat, digest, alert));
    View view = view(chat).missed(missed(chat, alert));
    Alert there = alert.under(alert.root().toldAt(home.made()));
    AlertRenderer.replies(there, silent, home.thread(home.partOf(alert.event())), view)
        .forEach(message -> queue(chat, message));
  }

  private void rewrite(ChatSettings chat, Digest digest, Alert alert) {
    List<Alert> stories =
        digest.stories().stream()
            .map(story -> story.event() == alert.event() ? HeldStories.after(story, alert) : story)
            .toList();
    Digest now = digest.with(stories);
    digests.save(now);
    DigestRenderer.edits(digest, now, view(chat))
        .forEach(edit -> queue(chat, edit.with(priority(alert))));
  }

  private static Priority priority(Alert alert) {
    return switch (alert.kind()) {
      case FIRST, MORE, FOLLOW_UP -> Priority.ALERT;
      case CORRECTED, WITHDRAWN -> Priority.CORRECTION;
    };
  }

  private List<Long> missed(ChatSettings chat, Alert alert) {
    return switch (alert.kind()) {
      case FIRST, FOLLOW_UP -> muted.offer(chat.id(), alert.event());
      case MORE, CORRECTED, WITHDRAWN -> List.of();
    };
  }

  /// Several stories told together; the first messages of those that have one are brought up to
  /// date.
  void together(ChatSettings chat, Digest digest) {
    List<Alert> changed =
        digest.stories().stream()
            .filter(story -> story.kind() != Alert.Kind.FIRST)
            .filter(story -> introduced(chat, story).isEmpty())
            .toList();
    List<Long> missed =
        digest.stories().stream()
            .flatMap(story -> muted.offer(chat.id(), story.event()).stream())
            .toList();
    View view = view(chat).missed(missed);
    Digest told = DigestRenderer.inParts(digest, view);
    digests.save(told);
    DigestRenderer.render(told, view).forEach(message -> queue(chat, message));
    changed.forEach(story -> queue(chat, AlertRenderer.root(story, view(chat))));
  }

  private Optional<Digest> introduced(ChatSettings chat, Alert story) {
    return digests.telling(chat.id(), story.event()).stream()
        .filter(digest -> digest.introduces(story.event()))
        .findFirst();
  }

  /// The zone of the chat, or of the install where it has none.
  ZoneId zone(ChatSettings chat) {
    return chat.zone().orElseGet(zone);
  }

  /// @param beyond oldest first
  void backlog(Source source, ChatSettings chat, List<Article> beyond) {
    int singly = source.backlog().limit();
    queue(chat, DigestRenderer.backlog(source.id().value(), singly, beyond.reversed()));
  }

  private void queue(ChatSettings chat, OutgoingMessage message) {
    outbox.add(chat.id(), message, clock.instant());
  }

  private View view(ChatSettings chat) {
    When when = new When(zone(chat), chat.zone().isPresent(), clock.instant());
    return new View(when, action -> buttons.issue(chat.id(), action));
  }
}

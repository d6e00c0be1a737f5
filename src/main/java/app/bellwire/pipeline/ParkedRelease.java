package app.bellwire.pipeline;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Digest;
import app.bellwire.chat.ChatId;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Outbox;
import app.bellwire.subscription.ChatBook;
import app.bellwire.work.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// Tells a chat that takes messages again what waited for it, as at the end of quiet hours: up to
/// three new stories singly, more in one message; corrections and what belongs to stories it has go
/// as they are. Thread-safe.
public final class ParkedRelease {
  private static final int SINGLY = 3;

  private final UnitOfWork unitOfWork;
  private final Outbox outbox;
  private final AlertBooks books;
  private final ChatBook chats;
  private final Dispatch dispatch;
  private final LongSupplier ids;
  private final InstantSource clock;
  private final Runnable queued;

  /// @param queued called after a commit that put messages into the outbox
  public ParkedRelease(
      UnitOfWork unitOfWork,
      Outbox outbox,
      AlertBooks books,
      ChatBook chats,
      Dispatch dispatch,
      LongSupplier ids,
      InstantSource clock,
      Runnable queued) {
    this.unitOfWork = unitOfWork;
    this.outbox = outbox;
    this.books = books;
    this.chats = chats;
    this.dispatch = dispatch;
    this.ids = ids;
    this.clock = clock;
    this.queued = queued;
  }

  /// The chat was heard of: it takes messages again. Nothing happens where it always did.
  public void back(ChatId chat) {
    if (outbox.parked(chat).isPresent() && unitOfWork.inTransaction(() -> released(chat))) {
      queued.run();
    }
  }

  private boolean released(ChatId chat) {
    Optional<Outbox.Parked> parked = outbox.parked(chat);
    parked.ifPresent(since -> release(chat, since));
    return parked.isPresent();
  }

  private void release(ChatId chat, Outbox.Parked parked) {
    List<Alert> stories = untold(chat);
    boolean together = stories.size() > SINGLY;
    if (together) {
      stories.forEach(story -> outbox.withdraw(chat, Alert.thread(story.event())));
    }
    Instant now = clock.instant();
    outbox.unpark(chat, now);
    if (together) {
      Digest digest =
          new Digest(
              ids.getAsLong(),
              chat,
              new Digest.Occasion.Back(parked.detail()),
              parked.since(),
              now,
              standing(stories),
              stories.size() - standing(stories).size());
      dispatch.together(chats.settings(chat), digest);
    }
  }

  /// Stories that wait as a whole, their first message among it, as they now stand.
  private List<Alert> untold(ChatId chat) {
    return outbox.parkedFor(chat).stream()
        .map(Delivery::message)
        .flatMap(message -> Optional.ofNullable(message.thread()).stream())
        .distinct()
        .filter(thread -> outbox.root(chat, thread).isEmpty())
        .map(Alert::eventOf)
        .filter(OptionalLong::isPresent)
        .flatMap(event -> books.log().last(chat, event.getAsLong()).stream())
        .map(Alert::root)
        .toList();
  }

  private static List<Alert> standing(List<Alert> stories) {
    return stories.stream().filter(story -> !HeldStories.allWithdrawn(story)).toList();
  }
}

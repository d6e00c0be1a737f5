package app.bellwire.command;

import app.bellwire.chat.Action;
import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.ChatEvent;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.RichText;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.work.Outage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Bellwire does when it is added to a chat, removed, let in again, or when the chat moves:
/// each event once. Confined to the command loop.
public final class ChatEvents {
  private static final Logger LOG = LoggerFactory.getLogger(ChatEvents.class);
  private static final int TRIES = 3;
  private static final Duration WRITTEN_DOWN = Duration.ofSeconds(30);

  private final Stores stores;
  private final Consumer<ChatId> back;
  private final InstantSource clock;
  private final Map<Address, Instant> letIn = new HashMap<>();

  /// @param back told of each chat that takes messages again
  public ChatEvents(Stores stores, Consumer<ChatId> back, InstantSource clock) {
    this.stores = stores;
    this.back = back;
    this.clock = clock;
  }

  /// A send that was refused before a chat was back may be written down after that, and would park
  /// it anew: for a while it is told again that it is back.
  void again() {
    Instant before = clock.instant().minus(WRITTEN_DOWN);
    letIn.values().removeIf(at -> at.isBefore(before));
    letIn.keySet().forEach(whole -> known(whole).forEach(back));
  }

  /// @return what is said there
  public List<OutgoingMessage> happened(ChatEvent event) {
    return happened(event, TRIES);
  }

  private List<OutgoingMessage> happened(ChatEvent event, int tries) {
    try {
      note(event);
      boolean first =
          stores.unitOfWork().inTransaction(() -> stores.queue().done(event) && written(event));
      return first ? after(event) : List.of();
    } catch (RuntimeException e) {
      boolean outage = e instanceof Outage;
      if (outage && ((Outage) e).passing() && tries > 1) {
        return happened(event, tries - 1);
      }
      LOG.error("Event {} of {} failed", event.updateId(), event.from(), e);
      if (!outage) {
        stores.unitOfWork().inTransaction(() -> stores.queue().done(event));
      }
      return List.of();
    }
  }

  /// What may be done twice comes before the event is taken off the queue, so that none is lost
  /// with a program that ends in between.
  private void note(ChatEvent event) {
    switch (event.what()) {
      case ChatEvent.Added added -> letIn(event);
      case ChatEvent.Back again -> letIn(event);
      case ChatEvent.Gone gone -> letIn.remove(event.from());
      case ChatEvent.Moved moved -> {}
      case ChatEvent.PageOpened opened -> {}
    }
  }

  private void letIn(ChatEvent event) {
    known(event.from()).forEach(back);
    letIn.put(event.from(), clock.instant());
  }

  /// In the transaction that takes the event off the queue.
  private boolean written(ChatEvent event) {
    switch (event.what()) {
      case ChatEvent.Gone(String reason) ->
          known(event.from()).forEach(chat -> stores.outbox().park(chat, reason, clock.instant()));
      case ChatEvent.Moved(Address to) -> stores.chats().move(event.from(), to);
      case ChatEvent.Added added -> {}
      case ChatEvent.Back again -> {}
      case ChatEvent.PageOpened opened -> {}
    }
    return true;
  }

  private List<OutgoingMessage> after(ChatEvent event) {
    LOG.info("{}: {}", event.from(), event.what());
    return switch (event.what()) {
      case ChatEvent.Added added ->
          Ask.many(event.from()) ? List.of(welcome(event, added)) : List.of();
      case ChatEvent.Moved(Address to) -> {
        stores.subscriptions().reload();
        known(to).forEach(back);
        yield List.of();
      }
      case ChatEvent.Back again -> List.of();
      case ChatEvent.PageOpened opened -> List.of();
      case ChatEvent.Gone gone -> List.of();
    };
  }

  private List<ChatId> known(Address whole) {
    return stores.chats().within(whole).stream().map(ChatSettings::id).toList();
  }

  /// For everybody there, or for whoever invited Bellwire where the network tells who that was.
  private OutgoingMessage welcome(ChatEvent event, ChatEvent.Added added) {
    ChatId chat = stores.chats().at(event.from());
    Button setUp = stores.buttons().press(chat, Replies.SET_UP, Action.of(Verbs.ASK_WORDS));
    RichText words = added.inviter() == null ? Replies.added(added.by()) : Replies.mayPost();
    return new OutgoingMessage(words, List.of(List.of(setUp)), null, Placement.POST, true);
  }
}

package app.bellwire.chat.local;

import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.Chat;
import app.bellwire.chat.Inbox;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.Lookup;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Role;
import app.bellwire.chat.SendResult;
import app.bellwire.chat.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The chat network that Bellwire brings along. What it is sent is kept in [LocalMessages] and told
/// to listeners after the commit; what its one person says goes to the [Inbox]. Thread-safe.
public final class LocalChat implements Chat {
  /// The one person of every local chat.
  public static final UserId PERSON = new UserId(Address.LOCAL, "desk-user");

  /// What that person is called.
  public static final String PERSON_NAME = "You";

  private final LocalMessages messages;
  private final Inbox inbox;
  private final LongSupplier ids;
  private final InstantSource clock;
  private final List<Consumer<LocalEvent>> listeners = new CopyOnWriteArrayList<>();

  /// @param ids never gives a number twice; rises with time
  public LocalChat(LocalMessages messages, Inbox inbox, LongSupplier ids, InstantSource clock) {
    this.messages = messages;
    this.inbox = inbox;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public String network() {
    return Address.LOCAL;
  }

  @Override
  public SendResult post(
      Address to, OutgoingMessage message, String deliveryId, @Nullable String replyTo) {
    if (!isName(to.id())) {
      return new SendResult.Refused("not the name of a local chat: " + to.id());
    }
    LocalMessage wanted = message(to.id(), LocalMessage.From.BOT, message, replyTo);
    return new SendResult.Sent(keep(wanted, deliveryId).id());
  }

  @Override
  public SendResult edit(Address at, String messageId, OutgoingMessage message, String deliveryId) {
    Optional<LocalMessage> now =
        messages.find(messageId).filter(found -> found.chat().equals(at.id()));
    if (now.isEmpty()) {
      return new SendResult.MessageGone("no message " + messageId + " in " + at);
    }
    LocalMessage then = edited(now.get(), message);
    if (!messages.replace(then)) {
      return new SendResult.MessageGone("no message " + messageId + " in " + at);
    }
    tell(new LocalEvent.Edited(then));
    return new SendResult.Sent(messageId);
  }

  /// Who opens the page owns the machine it runs on.
  @Override
  public Role roleOf(UserId user, Address address) {
    return Role.ADMIN;
  }

  @Override
  public Lookup find(Address at, String deliveryId, @Nullable String replyTo, Instant since) {
    return messages
        .byDelivery(deliveryId)
        .filter(found -> found.chat().equals(at.id()))
        .<Lookup>map(found -> new Lookup.Found(found.id()))
        .orElseGet(Lookup.Absent::new);
  }

  /// Keeps what the person typed and hands it to the inbox; returns when both are committed. The
  /// same `key` again is the same utterance, sent once more because its answer was lost.
  ///
  /// @param replyTo the id of the message it answers, or null
  /// @param key chosen by the sender, or null when it never sends twice
  /// @throws IllegalArgumentException when `chat` is not a name
  public LocalMessage say(
      String chat, String text, @Nullable String replyTo, @Nullable String key) {
    Address from = address(chat);
    LocalMessage said =
        keep(
            message(chat, LocalMessage.From.USER, OutgoingMessage.of(text), replyTo),
            key == null ? null : "said:" + chat + ":" + key);
    inbox.accept(
        new IncomingMessage(said.id(), from, PERSON, PERSON_NAME, text, replyTo, null, said.at()));
    return said;
  }

  /// The same for a sender that never sends twice.
  public LocalMessage say(String chat, String text, @Nullable String replyTo) {
    return say(chat, text, replyTo, null);
  }

  /// Hands a press of `button` to the inbox, as an answer to the message that shows it.
  ///
  /// @return the id of that message; none when no message shows the button any more
  /// @throws IllegalArgumentException when `chat` is not a name
  public Optional<String> press(String chat, String button) {
    Address from = address(chat);
    Optional<String> shownBy = showing(chat, button);
    String update = Long.toString(ids.getAsLong());
    inbox.accept(
        new IncomingMessage(
            update, from, PERSON, PERSON_NAME, "", shownBy.orElse(null), button, clock.instant()));
    return shownBy;
  }

  /// Shows `text` once under a message.
  ///
  /// @param messageId null when it belongs to no message
  public void toast(String chat, @Nullable String messageId, String text) {
    tell(new LocalEvent.Toast(chat, messageId, text));
  }

  @Override
  public void toast(IncomingMessage press, String text) {
    if (!text.isEmpty()) {
      toast(press.from().id(), press.replyTo(), text);
    }
  }

  /// Calls `listener` for every change until the returned handle is closed, on the thread that made
  /// the change. It must not block and must not throw.
  public Listening listen(Consumer<LocalEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// A listener that can be taken off.
  @FunctionalInterface
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /// Whether a local chat may be called `name`.
  public static boolean isName(String name) {
    return Address.parse(Address.LOCAL + ":" + name).isPresent();
  }

  private static Address address(String chat) {
    if (!isName(chat)) {
      throw new IllegalArgumentException("not the name of a local chat: " + chat);
    }
    return Address.local(chat);
  }

  private LocalMessage keep(LocalMessage wanted, @Nullable String deliveryId) {
    LocalMessage kept = messages.add(wanted, deliveryId);
    if (kept.id().equals(wanted.id())) {
      tell(new LocalEvent.Posted(kept));
    }
    return kept;
  }

  private LocalMessage message(
      String chat, LocalMessage.From from, OutgoingMessage content, @Nullable String thread) {
    String id = Long.toString(ids.getAsLong());
    return new LocalMessage(id, chat, clock.instant(), from, content, thread, false);
  }

  private static LocalMessage edited(LocalMessage now, OutgoingMessage content) {
    return new LocalMessage(
        now.id(), now.chat(), now.at(), now.from(), content, now.thread(), true);
  }

  private Optional<String> showing(String chat, String button) {
    return messages.of(chat).reversed().stream()
        .filter(message -> shows(message, button))
        .map(LocalMessage::id)
        .findFirst();
  }

  private static boolean shows(LocalMessage message, String button) {
    return message.content().keyboard().stream()
        .flatMap(List::stream)
        .anyMatch(shown -> shown instanceof Button.Press press && press.id().equals(button));
  }

  private void tell(LocalEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }
}

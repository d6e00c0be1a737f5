package app.bellwire.command;

import app.bellwire.chat.Chat;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.deliver.Outbox;
import app.bellwire.subscription.ChatBook;
import app.bellwire.work.Bell;
import app.bellwire.work.Loop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Carries out what people typed, in order of arrival, and gives the answers straight back: they do
/// not wait behind alerts. One thread; [#start] and [#close] once each; a ring of the bell means
/// that something was handed in.
public final class CommandLoop implements AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(2);
  private static final Duration SHUTDOWN = Duration.ofSeconds(2);

  private final InboxQueue inbox;
  private final CommandHandler handler;
  private final Map<String, Chat> chats;
  private final Outbox outbox;
  private final ChatBook book;
  private final Loop loop;

  public CommandLoop(
      InboxQueue inbox,
      CommandHandler handler,
      List<Chat> chats,
      Outbox outbox,
      ChatBook book,
      Bell bell) {
    this.inbox = inbox;
    this.outbox = outbox;
    this.book = book;
    this.handler = handler;
    this.chats = chats.stream().collect(Collectors.toMap(Chat::network, Function.identity()));
    this.loop = new Loop("What was typed", this::answerOpen, bell, IDLE, SHUTDOWN);
  }

  public void start(ThreadFactory threads) {
    loop.start(threads);
  }

  @Override
  public void close() throws InterruptedException {
    loop.close();
  }

  private void answerOpen() {
    inbox.open().forEach(this::answer);
  }

  private void answer(IncomingMessage message) {
    Chat chat = chats.get(message.from().network());
    if (chat != null) {
      deliver(chat, message, handler.handle(message));
    }
  }

  private void deliver(Chat chat, IncomingMessage message, Answer answer) {
    answer.toast().ifPresent(text -> chat.toast(message, text));
    answer.edit().ifPresent(edit -> replace(chat, message, edit));
    int number = 0;
    for (OutgoingMessage post : answer.posts()) {
      post(chat, message, post, "a-" + message.updateId() + "-" + number++);
    }
  }

  /// Takes the place of the message whose button was pressed; comes as a new one where that is not
  /// known.
  private static void replace(Chat chat, IncomingMessage message, OutgoingMessage edit) {
    String id = "a-" + message.updateId() + "-e";
    String shown = message.replyTo();
    if (shown == null) {
      chat.post(message.from(), edit, id, null);
    } else {
      chat.edit(message.from(), shown, edit, id);
    }
  }

  private void post(Chat chat, IncomingMessage message, OutgoingMessage post, String id) {
    Optional<String> root =
        Optional.ofNullable(post.thread())
            .flatMap(thread -> outbox.root(book.at(message.from()), thread));
    if (post.placement() == Placement.EDIT_ROOT && root.isPresent()) {
      chat.edit(message.from(), root.get(), post, id);
    } else {
      chat.post(message.from(), post, id, root.orElse(null));
    }
  }
}

package app.bellwire.command;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.ChatEvent;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.Form;
import app.bellwire.chat.Incoming;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.OutgoingMessage.Priority;
import app.bellwire.chat.Panel;
import app.bellwire.chat.SendResult;
import app.bellwire.chat.UserId;
import app.bellwire.deliver.Express;
import app.bellwire.deliver.Networks;
import app.bellwire.deliver.Outbox;
import app.bellwire.subscription.ChatBook;
import app.bellwire.work.Bell;
import app.bellwire.work.Loop;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out what people typed and what became of chats, in order of arrival, and gives the
/// answers straight back: they do not wait behind alerts. One thread; [#start] and [#close] once
/// each; a ring of the bell means that something was handed in.
public final class CommandLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommandLoop.class);
  private static final Duration IDLE = Duration.ofSeconds(2);
  private static final Duration SHUTDOWN = Duration.ofSeconds(2);

  private final InboxQueue inbox;
  private final CommandHandler handler;
  private final ChatEvents events;
  private final Networks networks;
  private final Express express;
  private final Outbox outbox;
  private final ChatBook book;
  private final Consumer<ChatId> heardOf;
  private final Runnable answered;
  private final InstantSource clock;
  private final Loop loop;

  /// @param heardOf told of each chat that says something: it can be reached
  /// @param answered called when something was answered: it may have let go of what was held
  public CommandLoop(
      InboxQueue inbox,
      CommandHandler handler,
      ChatEvents events,
      Networks networks,
      Express express,
      Outbox outbox,
      ChatBook book,
      Consumer<ChatId> heardOf,
      Runnable answered,
      InstantSource clock,
      Bell bell) {
    this.inbox = inbox;
    this.heardOf = heardOf;
    this.answered = answered;
    this.clock = clock;
    this.outbox = outbox;
    this.book = book;
    this.handler = handler;
    this.events = events;
    this.networks = networks;
    this.express = express;
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
    List<Incoming> open = inbox.open();
    open.forEach(this::answer);
    events.again();
    if (!open.isEmpty()) {
      answered.run();
    }
  }

  private void answer(Incoming incoming) {
    networks.at(incoming.from()).ifPresent(chat -> answer(chat, incoming));
  }

  private void answer(Chat chat, Incoming incoming) {
    switch (incoming) {
      case IncomingMessage message -> {
        book.known(message.from()).ifPresent(heardOf);
        deliver(chat, message, handler.handle(message));
      }
      case ChatEvent event
          when event.what() instanceof ChatEvent.PageOpened(UserId user, String name) -> {
        events.happened(event);
        page(chat, event.from(), user, name);
      }
      case ChatEvent event ->
          post(
              chat,
              event,
              events.happened(event),
              (post, id, root) -> greet(chat, event, post, id, root));
    }
  }

  /// What is said because somebody did something is for them alone, where the network can.
  private static SendResult greet(
      Chat chat, ChatEvent event, OutgoingMessage post, String id, @Nullable String root) {
    return event.what() instanceof ChatEvent.Added(String by, UserId inviter)
            && inviter != null
            && chat.discreet(event.from())
        ? chat.whisper(event.from(), inviter, post, id)
        : chat.post(event.from(), post, id, root);
  }

  private void deliver(Chat chat, IncomingMessage message, Answer answer) {
    if (message.pressed() != null) {
      chat.toast(message, answer.toast().orElse(""));
    }
    answer.edit().ifPresent(edit -> replace(chat, message, edit));
    answer.form().ifPresent(form -> express.aside(() -> show(chat, message, form)));
    post(chat, message, answer.posts(), (post, id, root) -> chat.answer(message, post, id, root));
    answer.told().ifPresent(told -> tell(chat, message, told));
    renewPage(chat, message);
  }

  private void show(Chat chat, IncomingMessage message, Form form) {
    if (!(chat.show(message, form) instanceof SendResult.Sent)) {
      OutgoingMessage late = OutgoingMessage.of(FormWords.LATE);
      post(chat, message, List.of(late), (post, id, root) -> chat.answer(message, post, id, null));
    }
  }

  /// What others are to know goes to the chat it is about; whoever asked learns there and then that
  /// nothing can be said in it.
  private void tell(Chat chat, IncomingMessage message, Answer.Told told) {
    String id = "a-" + message.updateId() + "-t";
    post(
        chat,
        told.to(),
        told.message(),
        id,
        (post, delivery, root) -> {
          SendResult result = chat.post(told.to(), post, delivery, null);
          if (result instanceof SendResult.ChatGone) {
            warn(chat, message);
          }
          return result;
        });
  }

  private void warn(Chat chat, IncomingMessage message) {
    OutgoingMessage words = OutgoingMessage.of(Replies.MAY_NOT_POST);
    post(
        chat,
        message,
        List.of(words),
        (post, id, root) -> chat.answer(message, post, id + "-w", null));
  }

  /// The page shows what holds after whatever somebody did.
  private void renewPage(Chat chat, IncomingMessage message) {
    if (chat.hasPage(message.user()) && !Ask.many(message.from())) {
      page(chat, message.from(), message.user(), message.userName());
    }
  }

  private void page(Chat chat, Address home, UserId user, String name) {
    Panel page = handler.page(home, user, name);
    express.aside(() -> chat.showPage(user, home, page));
  }

  /// How a message of an answer gets to the chat.
  @FunctionalInterface
  private interface Way {
    SendResult send(OutgoingMessage post, String id, @Nullable String root);
  }

  private void post(Chat chat, Incoming to, List<OutgoingMessage> posts, Way way) {
    int number = 0;
    for (OutgoingMessage post : posts) {
      post(chat, to.from(), post, "a-" + to.updateId() + "-" + number++, way);
    }
  }

  private void replace(Chat chat, IncomingMessage message, OutgoingMessage edit) {
    Address to = message.from();
    String id = "a-" + message.updateId() + "-e";
    express.carry(to, () -> chat.replace(message, edit, id), () -> later(chat, to, edit));
  }

  private void post(Chat chat, Address to, OutgoingMessage post, String id, Way way) {
    express.carry(to, () -> sent(chat, to, post, id, way), () -> later(chat, to, post));
  }

  private SendResult sent(Chat chat, Address to, OutgoingMessage post, String id, Way way) {
    Optional<String> root =
        Optional.ofNullable(post.thread()).flatMap(thread -> outbox.root(book.at(to), thread));
    return post.placement() == Placement.EDIT_ROOT && root.isPresent()
        ? chat.edit(to, root.get(), post, id)
        : way.send(post, id, root.orElse(null));
  }

  /// What could not be said at once waits in the outbox like everything else; but for what was
  /// meant for one person, which everybody would read then.
  private void later(Chat chat, Address to, OutgoingMessage answer) {
    if (chat.discreet(to)) {
      LOG.warn("An answer to somebody in {} did not get through in time", to);
      return;
    }
    outbox.add(book.at(to), answer.with(Priority.ANSWER), clock.instant());
  }
}

package app.bellwire.chat.telegram;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.Inbox;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.Limits;
import app.bellwire.chat.Lookup;
import app.bellwire.chat.NetworkCondition;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Role;
import app.bellwire.chat.SendResult;
import app.bellwire.chat.Shortening;
import app.bellwire.chat.Standing;
import app.bellwire.chat.Topics;
import app.bellwire.chat.UserId;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// One Telegram bot. Sends are single calls whose every answer has a meaning; what people write is
/// handed to the [Inbox] by a loop that [#start] begins. Thread-safe.
public final class TelegramChat implements Chat, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramChat.class);

  /// Longer notes stay until they are closed: they would be gone before they are read.
  private static final int GLANCE = 60;

  private static final int LONGEST_NOTE = 200;

  private final BotApi api;
  private final Limits limits;
  private final ThreadFactory threads;
  private final InstantSource clock;
  private final Watch watch;
  private final Presses presses;
  private final Members members;
  private final Poller poller;
  private volatile @Nullable User self;
  private final Map<Address, Instant> lost = new ConcurrentHashMap<>();
  private final Set<Address> fine = ConcurrentHashMap.newKeySet();
  private volatile boolean menuSet;

  /// @param server the Bot API server, without a path
  /// @param limits how fast it may write
  /// @param threads makes virtual threads
  public TelegramChat(
      URI server,
      String token,
      Limits limits,
      Inbox inbox,
      ThreadFactory threads,
      InstantSource clock) {
    this.limits = limits;
    this.threads = threads;
    this.clock = clock;
    this.api = new BotApi(server, token, threads);
    this.watch = new Watch(clock);
    this.presses = new Presses(this::answerPress, threads);
    this.members = new Members(api, () -> Optional.ofNullable(self), threads);
    this.poller = new Poller(api, this::reader, inbox, presses::came, watch);
  }

  /// Begins to listen, whether the server can be reached or not.
  public void start() {
    poller.start(threads);
  }

  @Override
  public String network() {
    return Address.TELEGRAM;
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public boolean group(Address address) {
    return Members.many(address);
  }

  @Override
  public Optional<NetworkCondition> condition() {
    return watch.condition();
  }

  @Override
  public Optional<Duration> standstill() {
    return watch.standstill();
  }

  /// Updates that could not be read and were left out.
  public long poisonUpdates() {
    return poller.poison();
  }

  /// The bot's name without `@`; none before the server was reached.
  public Optional<String> name() {
    return Optional.ofNullable(self).map(User::getUserName);
  }

  /// Who the bot is; its menu is set once that is known.
  private Optional<UpdateReader> reader() {
    if (self == null) {
      Reply<User> reply = api.call(new GetMe());
      watch.polled(reply);
      if (reply instanceof Reply.Done<User>(User me)) {
        self = me;
        LOG.info("Telegram: the bot is @{}", me.getUserName());
      }
    }
    User me = self;
    if (me == null) {
      return Optional.empty();
    }
    if (!menuSet) {
      menuSet = true;
      threads.newThread(this::setMenu).start();
    }
    return Optional.of(new UpdateReader(me.getId(), me.getUserName(), clock));
  }

  /// What the server did not answer is done again with the next poll.
  private void setMenu() {
    for (SetMyCommands menu : CommandMenu.all()) {
      switch (api.call(menu)) {
        case Reply.Done<Boolean> done -> {}
        case Reply.Denied<Boolean> denied ->
            LOG.warn("Telegram does not take the menu: {}", denied.description());
        case Reply.Unreached<Boolean> unreached -> menuSet = false;
        case Reply.Lost<Boolean> lost -> menuSet = false;
      }
    }
  }

  @Override
  public SendResult post(
      Address to, OutgoingMessage message, String deliveryId, @Nullable String replyTo) {
    SendMessage send = message(to, message, replyTo);
    Reply<? extends Serializable> reply = call(send);
    if (reply instanceof Reply.Denied<?> denied && Denials.lostTopic(denied)) {
      lost(to);
      send.setMessageThreadId(null);
      reply = call(send);
    } else if (to.topic() != null && reply instanceof Reply.Done<?>) {
      lost.remove(to);
      fine.add(to);
    }
    if (malformed(reply, to)) {
      send.setEntities(null);
      send.setReplyMarkup(null);
      reply = call(send);
    }
    return result(reply, to, TelegramChat::messageId);
  }

  private void lost(Address topic) {
    fine.remove(topic);
    if (topic.topic() != null && lost.putIfAbsent(topic, clock.instant()) == null) {
      LOG.warn("{}: the topic is closed or gone; what belongs there goes to the chat", topic);
    }
  }

  @Override
  public Topics topics() {
    return new Topics(lost, fine);
  }

  private static SendMessage message(
      Address to, OutgoingMessage message, @Nullable String replyTo) {
    Formatted formatted = Markup.of(message.text());
    SendMessage send = new SendMessage(to.id(), formatted.text());
    send.setEntities(formatted.entities());
    send.setReplyMarkup(Keyboards.of(message.keyboard()));
    send.setDisableNotification(message.silent());
    send.setLinkPreviewOptions(noPreview());
    if (to.topic() != null) {
      send.setMessageThreadId(Integer.valueOf(to.topic()));
    }
    if (replyTo != null) {
      ReplyParameters reply = new ReplyParameters();
      reply.setMessageId(Integer.valueOf(replyTo));
      reply.setAllowSendingWithoutReply(true);
      send.setReplyParameters(reply);
    }
    return send;
  }

  private static LinkPreviewOptions noPreview() {
    LinkPreviewOptions none = new LinkPreviewOptions();
    none.setIsDisabled(true);
    return none;
  }

  @Override
  public SendResult edit(Address at, String messageId, OutgoingMessage message, String deliveryId) {
    Formatted formatted = Markup.of(message.text());
    EditMessageText edit =
        EditMessageText.builder()
            .chatId(at.id())
            .messageId(Integer.valueOf(messageId))
            .text(formatted.text())
            .build();
    edit.setEntities(formatted.entities());
    edit.setReplyMarkup(Keyboards.under(message.keyboard()));
    edit.setLinkPreviewOptions(noPreview());
    Reply<? extends Serializable> reply = call(edit);
    if (reply instanceof Reply.Denied<?> denied && Denials.unchanged(denied)) {
      return new SendResult.Sent(messageId);
    }
    if (malformed(reply, at)) {
      edit.setEntities(null);
      edit.setReplyMarkup(null);
      reply = call(edit);
    }
    return result(reply, at, done -> messageId);
  }

  /// Whether a message is sent once more as plain text, which is our fault and stands in the log.
  private static boolean malformed(Reply<? extends Serializable> reply, Address to) {
    boolean malformed = reply instanceof Reply.Denied<?> denied && Denials.malformed(denied);
    if (malformed) {
      LOG.error("{}: a message was refused and goes out plain: {}", to, reply);
    }
    return malformed;
  }

  private <T extends Serializable> Reply<T> call(BotApiMethod<T> method) {
    Reply<T> reply = api.call(method);
    watch.answered(reply);
    return reply;
  }

  private static SendResult result(
      Reply<? extends Serializable> reply, Address to, Function<Serializable, String> id) {
    return switch (reply) {
      case Reply.Done<? extends Serializable> done -> new SendResult.Sent(id.apply(done.result()));
      case Reply.Denied<? extends Serializable> denied ->
          Denials.result(denied, to.topic() == null ? "" : to.topic());
      case Reply.Unreached<? extends Serializable> unreached ->
          new SendResult.Unavailable("not reached: " + unreached.detail());
      case Reply.Lost<? extends Serializable> lost -> new SendResult.Uncertain(lost.detail());
    };
  }

  private static String messageId(Serializable sent) {
    return sent instanceof Message message ? Integer.toString(message.getMessageId()) : "";
  }

  /// Telegram keeps no id of ours.
  @Override
  public Lookup find(Address at, String deliveryId, @Nullable String replyTo, Instant since) {
    return new Lookup.Unknown();
  }

  @Override
  public Role roleOf(UserId user, Address address) {
    return members.roleOf(user, address);
  }

  @Override
  public Standing standing(String named, UserId asker) {
    return members.standing(named, asker);
  }

  @Override
  public Optional<Address> lasting(Address address) {
    return members.lasting(address);
  }

  @Override
  public boolean choosesChannels() {
    return true;
  }

  @Override
  public Optional<URI> startLink(String payload) {
    return name().map(bot -> URI.create("https://t.me/" + bot + "?start=" + payload));
  }

  @Override
  public Optional<URI> groupLink() {
    return name().map(bot -> URI.create("https://t.me/" + bot + "?startgroup=new"));
  }

  @Override
  public void toast(IncomingMessage press, String text) {
    presses.answer(press.updateId(), text);
  }

  private void answerPress(String press, String text) {
    AnswerCallbackQuery answer = new AnswerCallbackQuery(press);
    if (!text.isEmpty()) {
      answer.setText(Shortening.of(text, LONGEST_NOTE));
      answer.setShowAlert(text.length() > GLANCE);
    }
    if (api.call(answer) instanceof Reply.Denied<Boolean> denied) {
      LOG.debug("A press was not answered in time: {}", denied.description());
    }
  }

  /// Listens no more; messages can still be sent.
  public void stopListening() throws InterruptedException {
    poller.close();
  }

  /// To be called when nobody sends any more.
  @Override
  public void close() throws InterruptedException {
    stopListening();
    presses.close();
    members.close();
    api.close();
  }
}

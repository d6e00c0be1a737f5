package app.bellwire.chat.slack;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.ChatCard;
import app.bellwire.chat.Form;
import app.bellwire.chat.Inbox;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.Limits;
import app.bellwire.chat.Lookup;
import app.bellwire.chat.NetworkCondition;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Panel;
import app.bellwire.chat.Role;
import app.bellwire.chat.SendResult;
import app.bellwire.chat.Standing;
import app.bellwire.chat.UserId;
import app.bellwire.inbound.Endpoint;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.model.Conversation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One Slack app in one workspace. Sends are single calls whose every answer has a meaning.
/// Thread-safe.
public final class SlackChat implements Chat, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackChat.class);

  /// A channel as people write it: `<#C123|newsroom>` where Slack has put in the id, else its id.
  private static final Pattern CHANNEL =
      Pattern.compile("<#([CG][A-Z0-9]{1,20})(?:\\|[^>]*)?>|#?([CG][A-Z0-9]{1,20})");

  /// A message may come so much after its answer was lost.
  private static final Duration LATE = Duration.ofSeconds(30);

  private final WebApi api;
  private final Limits limits;
  private final Watch watch;
  private final Posts posts;
  private final Finder finder;
  private final Directs directs;
  private final Roles roles;
  private final ChannelNames names;
  private final Users users;
  private final Answers answers;
  private final Listening listening;
  private final ThreadFactory threads;
  private volatile @Nullable Bot bot;

  /// @param limits how fast it may write
  /// @param threads makes virtual threads
  public SlackChat(
      SlackAccess access, Limits limits, Inbox inbox, ThreadFactory threads, InstantSource clock) {
    this.limits = limits;
    this.threads = threads;
    this.api = new WebApi(access.server(), access.botToken(), threads);
    this.watch = new Watch(clock);
    this.posts = new Posts(api, watch, clock);
    this.finder = new Finder(api, watch, this::bot);
    this.directs = new Directs(api, watch, this::bot, clock);
    this.names = new ChannelNames(api, watch, threads, clock);
    this.roles = new Roles(api, watch, directs, names, this::bot, clock);
    this.users = new Users(api, watch, directs, clock);
    Surfaces surfaces = new Surfaces(clock);
    this.answers = new Answers(api, watch, posts, surfaces);
    this.listening =
        new Listening(access, api, watch, users, surfaces, this::bot, inbox, threads, clock);
  }

  /// One that nobody talks to.
  ///
  /// @param token of the bot
  SlackChat(URI server, String token, Limits limits, ThreadFactory threads, InstantSource clock) {
    this(new SlackAccess(server, token, "", ""), limits, incoming -> true, threads, clock);
  }

  /// Begins to listen, whether Slack can be reached or not.
  public void start() {
    threads.newThread(this::bot).start();
    listening.start();
  }

  /// Where events over HTTP come in, if they do.
  public Optional<Endpoint> endpoint() {
    return listening.endpoint();
  }

  /// Requests over HTTP that were refused because of their signature.
  public long refused() {
    return listening.refused();
  }

  /// How often something was not acknowledged because it could not be kept; Slack sends it again.
  public long notKept() {
    return listening.notKept();
  }

  /// What came and was left out because it could not be read.
  public long unreadable() {
    return listening.unreadable();
  }

  @Override
  public String network() {
    return Address.SLACK;
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public boolean group(Address address) {
    return !Directs.direct(address);
  }

  @Override
  public boolean discreet(Address address) {
    return !Directs.direct(address);
  }

  @Override
  public boolean panels() {
    return true;
  }

  @Override
  public Optional<NetworkCondition> condition() {
    return watch.condition();
  }

  @Override
  public Optional<Duration> standstill() {
    return watch.standstill();
  }

  /// Who the app is; asked until Slack has said it once.
  Optional<Bot> bot() {
    if (bot == null) {
      Reply<AuthTestResponse> reply = api.ask(slack -> slack.authTest(test -> test));
      watch.asked(reply);
      if (reply instanceof Reply.Done<AuthTestResponse>(AuthTestResponse us)) {
        bot = Bot.of(us).orElse(null);
        LOG.info("Slack: the bot is {} in {}", us.getUser(), us.getTeam());
      }
    }
    return Optional.ofNullable(bot);
  }

  @Override
  public SendResult post(
      Address to, OutgoingMessage message, String deliveryId, @Nullable String replyTo) {
    return posts.post(to, Spoken.spoken(message), deliveryId, replyTo);
  }

  @Override
  public SendResult edit(Address at, String messageId, OutgoingMessage message, String deliveryId) {
    return posts.edit(at, messageId, Spoken.spoken(message), deliveryId);
  }

  @Override
  public SendResult answer(
      IncomingMessage asked, OutgoingMessage message, String deliveryId, @Nullable String replyTo) {
    return answers.answer(asked, Spoken.spoken(message), deliveryId, replyTo);
  }

  @Override
  public SendResult replace(IncomingMessage press, OutgoingMessage message, String deliveryId) {
    return answers.replace(press, Spoken.spoken(message), deliveryId);
  }

  @Override
  public SendResult whisper(Address to, UserId user, OutgoingMessage message, String deliveryId) {
    return answers.whisper(to, user, Spoken.spoken(message), deliveryId);
  }

  @Override
  public SendResult show(IncomingMessage press, Form form) {
    return answers.show(press, new Form(form.title(), Spoken.spoken(form.body()), form.submit()));
  }

  @Override
  public SendResult showPage(UserId user, Address home, Panel page) {
    return answers.page(user, home, Spoken.spoken(page));
  }

  @Override
  public boolean hasPage(UserId user) {
    return answers.hasPage(user);
  }

  @Override
  public Optional<ZoneId> zoneOf(UserId user) {
    return user.network().equals(Address.SLACK) ? users.zone(user.id()) : Optional.empty();
  }

  @Override
  public Optional<String> nameOf(Address address) {
    return Directs.direct(address) ? Optional.empty() : names.of(address.id());
  }

  @Override
  public Lookup find(Address at, String deliveryId, @Nullable String replyTo, Instant since) {
    return finder.find(at, deliveryId, replyTo, since);
  }

  @Override
  public Duration late() {
    return LATE;
  }

  @Override
  public Optional<Address> privately(UserId user) {
    return user.network().equals(Address.SLACK) ? directs.with(user) : Optional.empty();
  }

  @Override
  public Role roleOf(UserId user, Address address) {
    return user.network().equals(Address.SLACK) ? roles.of(user, address) : Role.STRANGER;
  }

  @Override
  public Standing standing(String named, UserId asker) {
    Matcher written = CHANNEL.matcher(named);
    if (!written.matches()) {
      return new Standing.NotFound();
    }
    String id = Objects.requireNonNullElse(written.group(1), written.group(2));
    Reply<ConversationsInfoResponse> reply =
        api.ask(slack -> slack.conversationsInfo(info -> info.channel(id).includeNumMembers(true)));
    watch.asked(reply);
    return switch (reply) {
      case Reply.Done<ConversationsInfoResponse>(ConversationsInfoResponse there) ->
          bot()
              .map(us -> card(us, there.getChannel()))
              .<Standing>map(card -> new Standing.Found(card, roleOf(asker, card.address())))
              .orElseGet(Standing.Unsaid::new);
      case Reply.Denied<ConversationsInfoResponse> denied ->
          denied.retryAfter() == null ? new Standing.NotFound() : new Standing.Unsaid();
      case Reply.Unreached<ConversationsInfoResponse> unreached -> new Standing.Unsaid();
      case Reply.Lost<ConversationsInfoResponse> lost -> new Standing.Unsaid();
    };
  }

  private ChatCard card(Bot us, Conversation channel) {
    names.learn(channel);
    Address address = new Address(Address.SLACK, us.team(), channel.getId(), null);
    int readers = Objects.requireNonNullElse(channel.getNumOfMembers(), 0);
    boolean postable = channel.isMember() && !channel.isArchived();
    return new ChatCard(address, "#" + channel.getName(), readers, postable);
  }

  @Override
  public void toast(IncomingMessage press, String text) {
    threads.newThread(() -> answers.note(press, text)).start();
  }

  /// Listens no more; messages can still be sent.
  public void stopListening() throws InterruptedException {
    listening.close();
  }

  /// To be called when nobody sends any more.
  @Override
  public void close() throws InterruptedException {
    stopListening();
    api.close();
  }
}

package app.bellwire.chat.slack;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.ChatCard;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.Limits;
import app.bellwire.chat.Lookup;
import app.bellwire.chat.NetworkCondition;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Role;
import app.bellwire.chat.SendResult;
import app.bellwire.chat.UserId;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.model.Conversation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
  private volatile @Nullable Bot bot;

  /// @param server where the methods of the Web API are, such as `https://slack.com/api/`
  /// @param token of the bot, `xoxb-`
  /// @param limits how fast it may write
  /// @param threads makes virtual threads
  public SlackChat(
      URI server, String token, Limits limits, ThreadFactory threads, InstantSource clock) {
    this.limits = limits;
    this.api = new WebApi(server, token, threads);
    this.watch = new Watch(clock);
    this.posts = new Posts(api, watch, clock);
    this.finder = new Finder(api, watch, this::bot);
    this.directs = new Directs(api, watch, this::bot, clock);
    this.roles = new Roles(api, watch, directs, this::bot, clock);
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

  /// For how long nothing was heard of Slack by who listens, where that is too long.
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
    return posts.post(to, message, deliveryId, replyTo);
  }

  @Override
  public SendResult edit(Address at, String messageId, OutgoingMessage message, String deliveryId) {
    return posts.edit(at, messageId, message, deliveryId);
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
  public Optional<ChatCard> card(String name) {
    Matcher named = CHANNEL.matcher(name);
    if (!named.matches()) {
      return Optional.empty();
    }
    String id = Objects.requireNonNullElse(named.group(1), named.group(2));
    Reply<ConversationsInfoResponse> reply =
        api.ask(slack -> slack.conversationsInfo(info -> info.channel(id).includeNumMembers(true)));
    watch.asked(reply);
    return reply instanceof Reply.Done<ConversationsInfoResponse>(ConversationsInfoResponse there)
        ? bot().map(us -> card(us, there.getChannel()))
        : Optional.empty();
  }

  private static ChatCard card(Bot us, Conversation channel) {
    Address address = new Address(Address.SLACK, us.team(), channel.getId(), null);
    int readers = Objects.requireNonNullElse(channel.getNumOfMembers(), 0);
    boolean postable = channel.isMember() && !channel.isArchived();
    return new ChatCard(address, "#" + channel.getName(), readers, postable);
  }

  @Override
  public void toast(IncomingMessage press, String text) {}

  /// To be called when nobody sends any more.
  @Override
  public void close() {
    api.close();
  }
}

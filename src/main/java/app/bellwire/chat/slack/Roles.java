package app.bellwire.chat.slack;

import app.bellwire.chat.Address;
import app.bellwire.chat.Role;
import app.bellwire.chat.UserId;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.conversations.ConversationsMembersResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ResponseMetadata;
import com.slack.api.model.User;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What people are in channels: an admin is who made the channel, or an admin or owner of the
/// workspace; in a private channel they have to be in it too. Answers are kept for two minutes.
/// Thread-safe.
final class Roles {
  private static final Logger LOG = LoggerFactory.getLogger(Roles.class);
  private static final Duration KEPT = Duration.ofMinutes(2);
  private static final int MANY = 5_000;

  /// Ids of a channel's people at once, and how often; who is not among them is not known.
  private static final int PAGE = 999;

  private static final int PAGES = 10;

  /// What Slack says of people and channels that are not there, or not there for us.
  private static final Set<String> NOBODY =
      Set.of("user_not_found", "user_not_visible", "channel_not_found", "not_in_channel");

  private final WebApi api;
  private final Watch watch;
  private final Directs directs;
  private final ChannelNames names;
  private final Supplier<Optional<Bot>> bot;
  private final Recent<At, Role> known;

  private record At(String user, String channel) {}

  Roles(
      WebApi api,
      Watch watch,
      Directs directs,
      ChannelNames names,
      Supplier<Optional<Bot>> bot,
      InstantSource clock) {
    this.api = api;
    this.watch = watch;
    this.directs = directs;
    this.names = names;
    this.bot = bot;
    this.known = new Recent<>(KEPT, MANY, clock);
  }

  Role of(UserId user, Address address) {
    At at = new At(user.id(), address.id());
    Optional<Role> before = known.get(at);
    if (before.isPresent()) {
      return before.get();
    }
    Role role = Directs.direct(address) ? alone(at) : among(at);
    if (role != Role.UNKNOWN) {
      known.put(at, role);
    }
    return role;
  }

  /// A direct channel belongs to the one it is with.
  private Role alone(At at) {
    return directs
        .channel(at.user())
        .map(theirs -> theirs.equals(at.channel()) ? Role.ADMIN : Role.STRANGER)
        .orElseGet(() -> directs.none(at.user()) ? Role.STRANGER : Role.UNKNOWN);
  }

  private Role among(At at) {
    Reply<Conversation> reply =
        asked(slack -> slack.conversationsInfo(info -> info.channel(at.channel())))
            .map(ConversationsInfoResponse::getChannel);
    if (!(reply instanceof Reply.Done<Conversation>(Conversation channel))) {
      return unanswered(reply);
    }
    names.learn(channel);
    boolean maker = at.user().equals(channel.getCreator());
    Role may = maker ? Role.ADMIN : inWorkspace(at.user());
    return switch (may) {
      case ADMIN -> channel.isPrivate() ? least(may, presence(at)) : may;
      case MEMBER -> presence(at);
      case STRANGER, UNKNOWN -> may;
    };
  }

  /// What somebody may do who is an admin where they are in the channel.
  private static Role least(Role may, Role presence) {
    return presence == Role.MEMBER ? may : presence;
  }

  /// Whether somebody is an admin of the workspace. Where we may not ask that, nobody is.
  private Role inWorkspace(String user) {
    Reply<User> reply =
        asked(slack -> slack.usersInfo(info -> info.user(user))).map(UsersInfoResponse::getUser);
    if (reply instanceof Reply.Done<User>(User found)) {
      return role(found);
    }
    if (reply instanceof Reply.Denied<?> denied && Denials.scope(denied)) {
      LOG.warn("Who is an admin of the workspace is not known: {}", denied.words());
      return Role.MEMBER;
    }
    return unanswered(reply);
  }

  /// Admins of other workspaces are guests here.
  private Role role(User user) {
    if (user.isDeleted()) {
      return Role.STRANGER;
    }
    boolean admin = user.isAdmin() || user.isOwner() || user.isPrimaryOwner();
    boolean ours = bot.get().filter(us -> !us.team().equals(user.getTeamId())).isEmpty();
    return admin && ours ? Role.ADMIN : Role.MEMBER;
  }

  private Role presence(At at) {
    String cursor = null;
    for (int read = 0; read < PAGES; read++) {
      Reply<ConversationsMembersResponse> reply = members(at.channel(), cursor);
      if (!(reply
          instanceof Reply.Done<ConversationsMembersResponse>(ConversationsMembersResponse page))) {
        return unanswered(reply);
      }
      if (page.getMembers().contains(at.user())) {
        return Role.MEMBER;
      }
      cursor = next(page.getResponseMetadata());
      if (cursor == null) {
        return Role.STRANGER;
      }
    }
    return Role.UNKNOWN;
  }

  private Reply<ConversationsMembersResponse> members(String channel, @Nullable String cursor) {
    return asked(
        slack ->
            slack.conversationsMembers(page -> page.channel(channel).limit(PAGE).cursor(cursor)));
  }

  private static @Nullable String next(@Nullable ResponseMetadata more) {
    String next = more == null ? "" : Objects.requireNonNullElse(more.getNextCursor(), "");
    return next.isEmpty() ? null : next;
  }

  private static Role unanswered(Reply<?> reply) {
    return reply instanceof Reply.Denied<?> denied && NOBODY.contains(denied.error())
        ? Role.STRANGER
        : Role.UNKNOWN;
  }

  private <T extends SlackApiTextResponse> Reply<T> asked(WebApi.Call<T> question) {
    Reply<T> reply = api.ask(question);
    watch.asked(reply);
    return reply;
  }
}

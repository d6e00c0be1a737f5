package app.bellwire.chat.slack;

import app.bellwire.chat.Address;
import app.bellwire.chat.UserId;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The direct channels with people. Whoever opens one is not seen to do it. Thread-safe.
final class Directs {
  private static final Logger LOG = LoggerFactory.getLogger(Directs.class);

  /// They never change.
  private static final Duration KNOWN = Duration.ofDays(1);

  private static final Duration REFUSED = Duration.ofHours(1);
  private static final int MANY = 1_000;

  private final WebApi api;
  private final Watch watch;
  private final Supplier<Optional<Bot>> bot;
  private final Recent<String, String> known;
  private final Recent<String, String> refused;

  Directs(WebApi api, Watch watch, Supplier<Optional<Bot>> bot, InstantSource clock) {
    this.api = api;
    this.watch = watch;
    this.bot = bot;
    this.known = new Recent<>(KNOWN, MANY, clock);
    this.refused = new Recent<>(REFUSED, MANY, clock);
  }

  static boolean direct(Address address) {
    return address.id().startsWith("D");
  }

  /// The direct channel with a person of our workspace.
  Optional<Address> with(UserId user) {
    return bot.get().flatMap(us -> channel(user.id()).map(id -> address(us, id)));
  }

  private static Address address(Bot us, String channel) {
    return new Address(Address.SLACK, us.team(), channel, null);
  }

  /// Its id; none where Slack has none or does not say.
  Optional<String> channel(String user) {
    return refused.get(user).isPresent()
        ? Optional.empty()
        : known.get(user).or(() -> opened(user));
  }

  /// Whether Slack has said within the hour that there is no channel with `user`.
  boolean none(String user) {
    return refused.get(user).isPresent();
  }

  private Optional<String> opened(String user) {
    Reply<ConversationsOpenResponse> reply =
        api.ask(slack -> slack.conversationsOpen(open -> open.users(List.of(user))));
    watch.asked(reply);
    if (reply instanceof Reply.Done<ConversationsOpenResponse>(ConversationsOpenResponse done)) {
      known.put(user, done.getChannel().getId());
      return Optional.of(done.getChannel().getId());
    }
    if (reply instanceof Reply.Denied<?> denied && !Denials.passing(denied)) {
      LOG.warn("Slack opens no direct channel with {}: {}", user, denied.words());
      refused.put(user, denied.error());
    }
    return Optional.empty();
  }
}

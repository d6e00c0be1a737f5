package app.bellwire.chat.slack;

import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/// What Slack tells of people: what they are called, by which clock they live. Answers are kept for
/// ten minutes. Thread-safe.
final class Users implements People {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int MANY = 5_000;

  private final WebApi api;
  private final Watch watch;
  private final Directs directs;
  private final Recent<String, User> known;

  /// Those of whom Slack tells nothing.
  private final Recent<String, Boolean> untold;

  Users(WebApi api, Watch watch, Directs directs, InstantSource clock) {
    this.api = api;
    this.watch = watch;
    this.directs = directs;
    this.known = new Recent<>(KEPT, MANY, clock);
    this.untold = new Recent<>(KEPT, MANY, clock);
  }

  @Override
  public Optional<String> name(String user) {
    return of(user)
        .flatMap(
            found ->
                Stream.of(
                        found.getProfile() == null ? null : found.getProfile().getDisplayName(),
                        found.getRealName(),
                        found.getName())
                    .filter(name -> name != null && !name.isBlank())
                    .findFirst());
  }

  @Override
  public Optional<String> direct(String user) {
    return directs.channel(user);
  }

  Optional<ZoneId> zone(String user) {
    return of(user).map(User::getTz).flatMap(Users::zoned);
  }

  private static Optional<ZoneId> zoned(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private Optional<User> of(String user) {
    Optional<User> before = known.get(user);
    return before.isPresent() || untold.get(user).isPresent() ? before : asked(user);
  }

  private Optional<User> asked(String user) {
    Reply<UsersInfoResponse> reply = api.ask(slack -> slack.usersInfo(info -> info.user(user)));
    watch.asked(reply);
    if (reply instanceof Reply.Done<UsersInfoResponse>(UsersInfoResponse done)) {
      known.put(user, done.getUser());
      return Optional.of(done.getUser());
    }
    untold.put(user, true);
    return Optional.empty();
  }
}

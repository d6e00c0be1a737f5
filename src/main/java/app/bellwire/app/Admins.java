package app.bellwire.app;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.UserId;
import app.bellwire.config.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The private chats of the admins of the install, on the networks that are on. Thread-safe.
final class Admins implements Supplier<List<Address>> {
  /// Where the owner of the machine sits.
  private static final Address DESK = Address.local("desk");

  private final Supplier<Settings> settings;
  private final Set<String> on;

  Admins(Supplier<Settings> settings, List<Chat> networks) {
    this.settings = settings;
    this.on = networks.stream().map(Chat::network).collect(Collectors.toSet());
  }

  @Override
  public List<Address> get() {
    return Stream.concat(
            Stream.of(DESK),
            settings.get().people().admins().stream().flatMap(admin -> chat(admin).stream()))
        .filter(address -> on.contains(address.network()))
        .distinct()
        .toList();
  }

  /// On Telegram a person and the chat with them have one id; on Slack only a direct channel's id
  /// says where to write.
  private static Optional<Address> chat(UserId admin) {
    return switch (admin.network()) {
      case Address.TELEGRAM -> Address.parse(admin.toString());
      case Address.SLACK -> Address.parse(admin.toString()).filter(to -> to.id().startsWith("D"));
      default -> Optional.empty();
    };
  }
}

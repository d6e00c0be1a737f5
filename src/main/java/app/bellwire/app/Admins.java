package app.bellwire.app;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.UserId;
import app.bellwire.config.Settings;
import app.bellwire.subscription.ChatBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The private chats of the admins of the install, on the networks that are on. Thread-safe; asks
/// the networks in [#look] only.
final class Admins implements Supplier<List<Address>> {
  /// Where the owner of the machine sits.
  private static final Address DESK = Address.local("desk");

  private final Supplier<Settings> settings;
  private final Map<String, Chat> on;
  private final ChatBook chats;
  private final Map<UserId, Address> opened = new ConcurrentHashMap<>();

  Admins(Supplier<Settings> settings, List<Chat> networks, ChatBook chats) {
    this.settings = settings;
    this.on = networks.stream().collect(Collectors.toMap(Chat::network, Function.identity()));
    this.chats = chats;
  }

  /// Opens the private chats that are not open yet, where Bellwire may write first: such a chat is
  /// one we know from then on. Blocks while networks answer; outside any transaction.
  void look() {
    people()
        .filter(admin -> !opened.containsKey(admin))
        .forEach(admin -> privately(admin).ifPresent(at -> open(admin, at)));
  }

  private Optional<Address> privately(UserId admin) {
    return Optional.ofNullable(on.get(admin.network())).flatMap(chat -> chat.privately(admin));
  }

  private void open(UserId admin, Address at) {
    chats.at(at);
    opened.put(admin, at);
  }

  @Override
  public List<Address> get() {
    return Stream.concat(Stream.of(DESK), people().flatMap(admin -> chat(admin).stream()))
        .filter(address -> on.containsKey(address.network()))
        .distinct()
        .toList();
  }

  private Stream<UserId> people() {
    return settings.get().people().admins().stream();
  }

  /// On Telegram a person and the chat with them have one id.
  private Optional<Address> chat(UserId admin) {
    return admin.network().equals(Address.TELEGRAM)
        ? Address.parse(admin.toString())
        : Optional.ofNullable(opened.get(admin));
  }
}

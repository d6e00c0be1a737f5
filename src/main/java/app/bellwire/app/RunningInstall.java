package app.bellwire.app;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.Role;
import app.bellwire.chat.Standing;
import app.bellwire.chat.UserId;
import app.bellwire.command.Install;
import app.bellwire.config.Settings;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.WhoMay;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What commands ask about the program, answered from the configuration in force. Thread-safe.
final class RunningInstall implements Install {
  private final Supplier<Settings> settings;
  private final ChatRules rules;
  private final Map<String, Chat> chats;
  private final Standings standings;
  private final Instant started;

  RunningInstall(
      Supplier<Settings> settings,
      ChatRules rules,
      List<Chat> chats,
      Standings standings,
      Instant started) {
    this.settings = settings;
    this.rules = rules;
    this.standings = standings;
    this.chats = chats.stream().collect(Collectors.toMap(Chat::network, Function.identity()));
    this.started = started;
  }

  @Override
  public ZoneId zone() {
    return settings.get().zone();
  }

  @Override
  public int subscriptionsPerChat() {
    return settings.get().people().limits().subscriptionsPerChat();
  }

  @Override
  public DeliveryPlan declared(Address address) {
    return rules
        .of(address)
        .map(rule -> new DeliveryPlan(Optional.empty(), rule.quiet(), rule.zone(), false))
        .orElse(DeliveryPlan.OPEN);
  }

  @Override
  public WhoMay whoMay(Address address) {
    return rules
        .around(address)
        .map(Settings.ChatRule::whoMay)
        .orElse(Settings.ChatRule.DEFAULT_WHO_MAY);
  }

  @Override
  public boolean hasAdmins() {
    return !settings.get().people().admins().isEmpty();
  }

  /// The user of the local chat owns the machine and is one without being listed.
  @Override
  public boolean admin(UserId user) {
    return user.network().equals(Address.LOCAL) || settings.get().people().admins().contains(user);
  }

  @Override
  public boolean invited(UserId user, Address address) {
    return switch (settings.get().people().users()) {
      case ANYONE -> true;
      case LISTED -> admin(user) || rules.around(address).isPresent();
    };
  }

  @Override
  public Role roleOf(UserId user, Address address) {
    Chat chat = chats.get(address.network());
    return chat == null ? Role.STRANGER : chat.roleOf(user, address);
  }

  @Override
  public boolean discreet(Address address) {
    Chat chat = chats.get(address.network());
    return chat != null && chat.discreet(address);
  }

  @Override
  public boolean panels(String network) {
    Chat chat = chats.get(network);
    return chat != null && chat.panels();
  }

  @Override
  public Optional<ZoneId> zoneOf(UserId user) {
    return Optional.ofNullable(chats.get(user.network())).flatMap(chat -> chat.zoneOf(user));
  }

  @Override
  public Standing standing(String network, String named, UserId asker, boolean anew) {
    Chat chat = chats.get(network);
    return chat == null ? new Standing.NotFound() : standings.ask(chat, named, asker, anew);
  }

  @Override
  public boolean choosesChannels(String network) {
    return chats.containsKey(network) && chats.get(network).choosesChannels();
  }

  @Override
  public Optional<URI> startLink(String network, String payload) {
    return Optional.ofNullable(chats.get(network)).flatMap(chat -> chat.startLink(payload));
  }

  @Override
  public Optional<URI> groupLink(String network) {
    return Optional.ofNullable(chats.get(network)).flatMap(Chat::groupLink);
  }

  @Override
  public boolean sampleTo(String network) {
    return network.equals(Address.LOCAL) || settings.get().reading().sampleToNetworks();
  }

  @Override
  public boolean on(String network) {
    return chats.containsKey(network);
  }

  @Override
  public Instant runningSince() {
    return started;
  }

  @Override
  public String version() {
    return Version.number();
  }
}

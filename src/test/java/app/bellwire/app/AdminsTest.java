package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.Lookup;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Role;
import app.bellwire.chat.SendResult;
import app.bellwire.chat.UserId;
import app.bellwire.config.Settings;
import app.bellwire.fake.HandClock;
import app.bellwire.fake.MemoryChats;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminsTest {
  private static final Address DESK = Address.local("desk");
  private static final Address TELEGRAM = new Address("telegram", null, "501", null);
  private static final Address DIRECT = new Address("slack", "T1", "D1", null);

  @TempDir Path folder;
  private final MemoryChats chats = new MemoryChats();
  private final Opening slack = new Opening("slack");
  private Configured file;

  @BeforeEach
  void begin() {
    file = new Configured(folder, HandClock.at("2031-03-04T12:00:00Z"));
  }

  @Test
  void aPersonIsWrittenToWhereTheirNetworkOpensAChat() {
    Admins admins = admins("admins: [ telegram:501, slack:U1 ]", slack, new Opening("telegram"));
    assertThat(admins.get()).containsExactly(DESK, TELEGRAM);
    assertThat(slack.asked).isEmpty();

    admins.look();
    assertThat(admins.get()).as("the network is away").containsExactly(DESK, TELEGRAM);
    slack.opens = DIRECT;
    admins.look();
    admins.look();
    assertThat(admins.get()).containsExactly(DESK, TELEGRAM, DIRECT);
    assertThat(chats.known(DIRECT)).isPresent();
    assertThat(chats.known(TELEGRAM)).as("they have to write first").isEmpty();
    assertThat(slack.asked).as("until it has answered").hasSize(2);
  }

  @Test
  void nobodyIsWrittenToOnANetworkThatIsOff() {
    Admins admins = admins("admins: [ telegram:501, slack:U1 ]");
    admins.look();
    assertThat(admins.get()).containsExactly(DESK);
  }

  private Admins admins(String lines, Chat... networks) {
    Settings settings = file.says(lines + "\n").settings();
    List<Chat> on = new ArrayList<>(List.of(networks));
    on.add(new Opening(Address.LOCAL));
    return new Admins(() -> settings, on, chats);
  }

  /// A network that opens private chats, or none. Confined to one thread.
  private static final class Opening implements Chat {
    private final String network;
    private final List<UserId> asked = new ArrayList<>();
    private @Nullable Address opens;

    private Opening(String network) {
      this.network = network;
    }

    @Override
    public String network() {
      return network;
    }

    @Override
    public Optional<Address> privately(UserId user) {
      asked.add(user);
      return Optional.ofNullable(opens);
    }

    @Override
    public SendResult post(
        Address to, OutgoingMessage message, String deliveryId, @Nullable String replyTo) {
      return new SendResult.Refused("");
    }

    @Override
    public SendResult edit(
        Address at, String messageId, OutgoingMessage message, String deliveryId) {
      return new SendResult.Refused("");
    }

    @Override
    public Role roleOf(UserId user, Address address) {
      return Role.UNKNOWN;
    }

    @Override
    public Lookup find(Address at, String deliveryId, @Nullable String replyTo, Instant since) {
      return new Lookup.Unknown();
    }

    @Override
    public void toast(IncomingMessage press, String text) {}
  }
}

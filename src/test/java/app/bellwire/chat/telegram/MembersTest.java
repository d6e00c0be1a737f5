package app.bellwire.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatCard;
import app.bellwire.chat.Role;
import app.bellwire.chat.Standing;
import app.bellwire.chat.UserId;
import app.bellwire.fake.ChatFault;
import app.bellwire.fake.TelegramFault;
import app.bellwire.fake.TelegramFaults.Rule;
import app.bellwire.fake.TelegramServer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the server says of chats that people name, and of them there.
@Timeout(60)
class MembersTest {
  private static final long ANN = 501;
  private static final long CHANNEL = -1003;
  private static final Address THERE = new Address("telegram", null, "-1003", null);
  private static final UserId ASKER = new UserId("telegram", "501");

  private TelegramServer server;
  private TelegramChat chat;

  @BeforeEach
  void begin() throws IOException {
    server = new TelegramServer();
    server.people().user(ANN, "Ann");
    server.places().channel(CHANNEL, "Desk wire").publicName(CHANNEL, "deskwire");
    chat =
        new TelegramChat(
            server.url(),
            TelegramServer.TOKEN,
            TelegramLimits.OF_A_BOT,
            incoming -> true,
            Thread.ofVirtual().factory(),
            InstantSource.system());
    chat.start();
    await().until(() -> chat.name().isPresent());
  }

  @AfterEach
  void end() throws Exception {
    chat.close();
    server.close();
  }

  @Test
  void aChannelIsFoundByItsNameAndByItsId() {
    assertThat(asked("@deskwire")).as("not a member").isEqualTo(new Standing.NotFound());
    server.people().promote(ANN, CHANNEL);
    server.places().setMember(CHANNEL, ANN, "creator");
    Standing found = new Standing.Found(new ChatCard(THERE, "@deskwire", 2, true), Role.ADMIN);
    assertThat(asked("@deskwire")).isEqualTo(found);
    assertThat(asked("-1003")).isEqualTo(found);
    assertThat(asked("@nowhere")).isEqualTo(new Standing.NotFound());
  }

  @Test
  void aChannelWithoutAPublicNameIsCalledByItsTitle() {
    server.places().channel(-1004, "Night desk");
    server.people().promote(ANN, -1004);
    assertThat(((Standing.Found) asked("-1004")).card().name()).isEqualTo("Night desk");
  }

  @ParameterizedTest
  @CsvSource({
    "creator, true, ADMIN",
    "administrator, true, ADMIN",
    "administrator, false, MEMBER",
    "member, true, MEMBER",
    "left, true, STRANGER",
    "kicked, true, STRANGER"
  })
  void whoMayNotPostIsNoAdministrator(String status, boolean posts, Role role) {
    server.people().promote(ANN, CHANNEL);
    server.places().setMember(CHANNEL, ANN, status);
    server.places().mayPost(CHANNEL, ANN, posts);
    assertThat(((Standing.Found) asked("-1003")).asker()).isEqualTo(role);
    assertThat(chat.roleOf(ASKER, THERE)).isEqualTo(role);
  }

  @Test
  void aBotThatMayNotPostIsSaidTo() {
    server.people().promote(ANN, CHANNEL);
    server.places().mayPost(CHANNEL, 1000, false);
    assertThat(((Standing.Found) asked("@deskwire")).card().postable()).isFalse();
  }

  @Test
  void aServerThatIsNotWellSaysNothing() {
    server.people().promote(ANN, CHANNEL);
    server.faults().next("getChat", TelegramFault.internalError());
    assertThat(asked("@deskwire")).isEqualTo(new Standing.Unsaid());
    server.faults().next("getChat", new ChatFault.TooFast(Duration.ofSeconds(7)));
    assertThat(asked("@deskwire")).isEqualTo(new Standing.Unsaid());
    server.faults().add(Rule.of("getChatMember", TelegramFault.internalError()).always());
    assertThat(asked("@deskwire")).isEqualTo(new Standing.Unsaid());
  }

  private Standing asked(String named) {
    return chat.standing(named, ASKER);
  }
}

package app.bellwire.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.Role;
import app.bellwire.chat.UserId;
import app.bellwire.fake.HandClock;
import app.bellwire.fake.SlackFault;
import app.bellwire.fake.SlackServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RolesTest {
  private static final String ADMIN = "U1";
  private static final String MEMBER = "U2";
  private static final String STRANGER = "U3";
  private static final String BOSS = "U4";

  private final HandClock clock = HandClock.at(Instant.now());
  private SlackServer server;
  private SlackChat chat;

  @BeforeEach
  void begin() throws IOException, InterruptedException {
    server = new SlackServer();
    server.user(ADMIN, "Ann").user(MEMBER, "Ben").user(STRANGER, "Cid").user(BOSS, "Dee");
    server.admin(ADMIN).admin(BOSS);
    server.channel("C1", "newsroom", ADMIN, MEMBER).privateChannel("C2", "desk", ADMIN, MEMBER);
    server.invites(ADMIN, "C1");
    server.invites(ADMIN, "C2");
    chat = chat(URI.create(server.baseUrl()));
  }

  private SlackChat chat(URI api) {
    return new SlackChat(
        api, SlackServer.BOT_TOKEN, SlackLimits.OF_AN_APP, Thread.ofVirtual().factory(), clock);
  }

  @AfterEach
  void end() throws Exception {
    chat.close();
    server.close();
  }

  @Test
  void anAdminOfTheWorkspaceIsOneInEveryOpenChannel() {
    assertThat(role(ADMIN, "C1")).isEqualTo(Role.ADMIN);
    assertThat(role(BOSS, "C1")).isEqualTo(Role.ADMIN);
    assertThat(role(MEMBER, "C1")).isEqualTo(Role.MEMBER);
    assertThat(role(STRANGER, "C1")).isEqualTo(Role.STRANGER);
    assertThat(role("U9", "C1")).isEqualTo(Role.STRANGER);
  }

  @Test
  void inAPrivateChannelAnAdminHasToBe() {
    assertThat(role(ADMIN, "C2")).isEqualTo(Role.ADMIN);
    assertThat(role(BOSS, "C2")).isEqualTo(Role.STRANGER);
    assertThat(role(MEMBER, "C2")).isEqualTo(Role.MEMBER);
  }

  @Test
  void whoseAccountIsClosedIsAStranger() {
    server.deactivates(ADMIN);
    assertThat(role(ADMIN, "C1")).isEqualTo(Role.STRANGER);
  }

  @Test
  void whatWeAreNotInHasStrangersOnly() {
    server.kicks(ADMIN, "C2");
    assertThat(role(ADMIN, "C2")).isEqualTo(Role.STRANGER);
    assertThat(role(ADMIN, "C9")).isEqualTo(Role.STRANGER);
  }

  @Test
  void aDirectChannelBelongsToTheOneItIsWith() {
    String direct = server.direct(MEMBER);
    assertThat(role(MEMBER, direct)).isEqualTo(Role.ADMIN);
    assertThat(role(ADMIN, direct)).isEqualTo(Role.STRANGER);
    assertThat(role("U9", direct)).isEqualTo(Role.STRANGER);
    assertThat(chat.roleOf(new UserId("telegram", MEMBER), address(direct)))
        .isEqualTo(Role.STRANGER);
  }

  @Test
  void anAnswerIsKeptForTwoMinutes() {
    assertThat(role(MEMBER, "C1")).isEqualTo(Role.MEMBER);
    server.admin(MEMBER);
    clock.forward(Duration.ofSeconds(119));
    assertThat(role(MEMBER, "C1")).isEqualTo(Role.MEMBER);
    clock.forward(Duration.ofSeconds(1));
    assertThat(role(MEMBER, "C1")).isEqualTo(Role.ADMIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"conversations.info", "users.info", "conversations.members"})
  void whoIsNotToldIsNotKnownAndAskedForAgain(String method) {
    server.fault(
        method,
        SlackFault.http500(),
        SlackFault.error("ratelimited"),
        SlackFault.error("fatal_error"));
    for (int i = 0; i < 3; i++) {
      assertThat(role(MEMBER, "C1")).isEqualTo(Role.UNKNOWN);
    }
    assertThat(role(MEMBER, "C1")).isEqualTo(Role.MEMBER);
  }

  @Test
  void whereWeMayNotAskNobodyIsAnAdminOfTheWorkspace() {
    server.rules().scopes("channels:read", "im:write");
    assertThat(role(ADMIN, "C1")).isEqualTo(Role.MEMBER);
    assertThat(role(ADMIN, "C2")).as("groups:read is missing").isEqualTo(Role.UNKNOWN);
    assertThat(chat.condition()).isEmpty();
  }

  @Test
  void aChannelMayHaveManyPeople() {
    for (int i = 0; i < 1_200; i++) {
      server.user("UM" + i, "m" + i);
    }
    String[] many = new String[1_200];
    for (int i = 0; i < many.length; i++) {
      many[i] = "UM" + i;
    }
    server.channel("C3", "all", many);
    server.invites("UM1", "C3");
    assertThat(role("UM1199", "C3")).isEqualTo(Role.MEMBER);
    assertThat(role(STRANGER, "C3")).isEqualTo(Role.STRANGER);
  }

  @Test
  void whoMadeAChannelIsAnAdminThere() throws IOException, InterruptedException {
    assertThat(told(channel("U2", false))).isEqualTo(Role.ADMIN);
    assertThat(told(channel("U2", true), members("U1", "U2"))).isEqualTo(Role.ADMIN);
    assertThat(told(channel("U2", true), members("U1"))).as("gone since").isEqualTo(Role.STRANGER);
  }

  @Test
  void anAdminOfAnotherWorkspaceIsAGuest() throws IOException, InterruptedException {
    String guest = "{'ok':true,'user':{'id':'U2','team_id':'T9','is_admin':true}}";
    String us = "{'ok':true,'team_id':'T1','user_id':'U0','bot_id':'B1','url':'https://x/'}";
    assertThat(told(channel("U1", false), guest, us, members("U2"))).isEqualTo(Role.MEMBER);
    String admin = guest.replace("T9", "T1");
    assertThat(told(channel("U1", false), admin, us)).isEqualTo(Role.ADMIN);
  }

  private static String channel(String maker, boolean secret) {
    return "{'ok':true,'channel':{'id':'C1','creator':'%s','is_private':%s}}"
        .formatted(maker, secret);
  }

  private static String members(String... users) {
    return "{'ok':true,'members':['" + String.join("','", users) + "']}";
  }

  /// What somebody is where Slack gives these answers.
  private Role told(String... answers) throws IOException, InterruptedException {
    try (MockWebServer wire = new MockWebServer()) {
      wire.start();
      for (String answer : answers) {
        wire.enqueue(new MockResponse.Builder().body(answer.replace('\'', '"')).build());
      }
      try (SlackChat asking = chat(wire.url("/api/").uri())) {
        return asking.roleOf(new UserId("slack", MEMBER), address("C1"));
      }
    }
  }

  private Role role(String user, String channel) {
    return chat.roleOf(new UserId("slack", user), address(channel));
  }

  private static Address address(String channel) {
    return new Address("slack", SlackServer.TEAM, channel, null);
  }
}

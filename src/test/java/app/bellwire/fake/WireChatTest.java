package app.bellwire.fake;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.Limits;
import app.bellwire.chat.Limits.Window;
import app.bellwire.chat.Lookup;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.SendResult;
import app.bellwire.fake.ChatFault.How;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireChatTest {
  private static final Address PERSON = Address.parse("telegram:501").orElseThrow();
  private static final Address GROUP = Address.parse("telegram:-1001/7").orElseThrow();
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private ChatServer server;
  private WireChat chat;

  @BeforeEach
  void begin() throws IOException {
    server = new ChatServer();
    chat = chat(server.url());
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  private static WireChat chat(URI url) {
    return new WireChat("telegram", url, PATIENCE, Limits.NONE);
  }

  private SendResult post(String delivery) {
    return post(PERSON, delivery);
  }

  private SendResult post(Address to, String delivery) {
    return chat.post(to, OutgoingMessage.of("text of " + delivery), delivery, null);
  }

  private List<String> accepted() {
    return server.ledger().entries().stream().map(e -> e.call().delivery()).toList();
  }

  @Test
  void whatIsPostedStandsInTheLedger() {
    assertThat(post(GROUP, "d-1")).isEqualTo(new SendResult.Sent("m1"));
    assertThat(server.ledger().entries())
        .extracting(ChatLedger.Entry::call)
        .containsExactly(new ChatLedger.Call(false, "-1001", "7", "text of d-1", "d-1", null));
  }

  @Test
  void aMessageIsEditedWhileItIsThere() {
    post("d-1");
    OutgoingMessage other = OutgoingMessage.of("other");
    assertThat(chat.edit(PERSON, "m1", other, "d-2")).isEqualTo(new SendResult.Sent("m1"));
    assertThat(chat.edit(PERSON, "m9", other, "d-3")).isInstanceOf(SendResult.MessageGone.class);
    assertThat(accepted()).containsExactly("d-1", "d-2");
  }

  @ParameterizedTest
  @EnumSource
  void aLostAnswerIsUncertainAndCounted(How how) {
    server.faults().next(ChatFault.lostAnswer(how));
    assertThat(post("d-1")).isInstanceOf(SendResult.Uncertain.class);
    assertThat(accepted()).containsExactly("d-1");
    assertThat(server.ledger().lostAnswers()).isEqualTo(Map.of("d-1", 1));
  }

  @ParameterizedTest
  @EnumSource
  void aLostRequestIsUncertainToo(How how) {
    server.faults().next(ChatFault.lostRequest(how));
    assertThat(post("d-1")).isInstanceOf(SendResult.Uncertain.class);
    assertThat(accepted()).isEmpty();
    assertThat(server.ledger().lostAnswers()).isEmpty();
    assertThat(post("d-1")).isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void aServerThatDoesNotListenHasTakenNothing() throws IOException {
    server.close();
    assertThat(post("d-1")).isInstanceOf(SendResult.Unavailable.class);
  }

  @Test
  void aSlowAnswerIsWaitedForAsLongAsPatienceLasts() {
    server
        .faults()
        .next(
            new ChatFault.Slow(Duration.ofMillis(30)), new ChatFault.Slow(Duration.ofSeconds(30)));
    assertThat(post("d-1")).isInstanceOf(SendResult.Sent.class);
    assertThat(post("d-2")).isInstanceOf(SendResult.Uncertain.class);
  }

  @Test
  void refusalsAreToldApart() {
    server
        .faults()
        .next(
            new ChatFault.TooFast(Duration.ofSeconds(40_000)),
            new ChatFault.Gone(),
            new ChatFault.Refused());
    assertThat(post("d-1")).isEqualTo(new SendResult.TooFast(Duration.ofSeconds(40_000)));
    assertThat(post("d-1")).isInstanceOf(SendResult.ChatGone.class);
    assertThat(post("d-1")).isInstanceOf(SendResult.Refused.class);
    assertThat(accepted()).isEmpty();
  }

  @Test
  void theNetworkSaysWhatItTookOrThatItCannotTell() throws IOException {
    post("d-1");
    assertThat(chat.find(PERSON, "d-1", null, Instant.EPOCH)).isEqualTo(new Lookup.Found("m1"));
    assertThat(chat.find(PERSON, "d-2", null, Instant.EPOCH)).isEqualTo(new Lookup.Absent());
    server.cannotTell();
    assertThat(chat.find(PERSON, "d-1", null, Instant.EPOCH)).isEqualTo(new Lookup.Unknown());
    server.close();
    assertThat(chat.find(PERSON, "d-1", null, Instant.EPOCH)).isEqualTo(new Lookup.Unknown());
  }

  @Test
  void aChanceOfFaultsIsTheSameWithTheSameSeed() throws IOException {
    assertThat(lossesOf(5)).isEqualTo(lossesOf(5)).isNotEqualTo(lossesOf(6)).isNotEmpty();
  }

  private static Map<String, Integer> lossesOf(long seed) throws IOException {
    try (ChatServer server = new ChatServer(Limits.NONE, seed)) {
      server.faults().often(.2, ChatFault.lostAnswer(How.BAD_GATEWAY));
      WireChat chat = chat(server.url());
      for (int i = 0; i < 40; i++) {
        chat.post(PERSON, OutgoingMessage.of("x"), "d-" + i, null);
      }
      return server.ledger().lostAnswers();
    }
  }

  @Test
  void whatComesTooFastIsTurnedAwayAndCounted() throws IOException {
    Limits limits = new Limits(List.of(), List.of(new Window(2, Duration.ofHours(1))), List.of());
    server.close();
    server = new ChatServer(limits, 1);
    chat = chat(server.url());
    post("d-1");
    post("d-2");
    assertThat(post("d-3")).isInstanceOf(SendResult.TooFast.class);
    assertThat(post(GROUP, "d-4")).isInstanceOf(SendResult.Sent.class);
    assertThat(server.ledger().violations()).isEqualTo(1);
    assertThat(accepted()).containsExactly("d-1", "d-2", "d-4");
  }
}

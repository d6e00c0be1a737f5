package app.bellwire.fake;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.Limits;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.SendResult;
import app.bellwire.fake.FaultProxy.Cut;
import app.bellwire.fake.FaultProxy.Direction;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultProxyTest {
  private static final Address PERSON = Address.parse("telegram:501").orElseThrow();

  private ChatServer server;
  private FaultProxy proxy;

  @BeforeEach
  void begin() throws IOException {
    server = new ChatServer();
    proxy = new FaultProxy(server.address());
  }

  @AfterEach
  void end() throws IOException {
    proxy.close();
    server.close();
  }

  private SendResult post(Duration patience) {
    WireChat chat = new WireChat("telegram", proxy.url(), patience, Limits.NONE);
    return chat.post(PERSON, OutgoingMessage.of("a bell"), "d-1", null);
  }

  private SendResult post() {
    return post(Duration.ofSeconds(10));
  }

  private int accepted() {
    return server.ledger().entries().size();
  }

  @Test
  void lettingPassIsNoDamage() {
    assertThat(post()).isEqualTo(new SendResult.Sent("m1"));
  }

  @ParameterizedTest
  @CsvSource({"0, true", "0, false", "60, true", "60, false"})
  void aCutRequestNeverReachesTheServer(int after, boolean reset) {
    proxy.next(new Cut(Direction.REQUEST, after, reset));
    assertThat(post()).isNotInstanceOf(SendResult.Sent.class);
    assertThat(accepted()).isZero();
    assertThat(post()).isInstanceOf(SendResult.Sent.class);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "0, false", "30, true", "30, false"})
  void aCutAnswerIsUncertainThoughTheServerTookTheMessage(int after, boolean reset) {
    proxy.next(new Cut(Direction.ANSWER, after, reset));
    assertThat(post()).isInstanceOf(SendResult.Uncertain.class);
    assertThat(accepted()).isEqualTo(1);
  }

  @Test
  void aHalfOpenConnectionSwallowsTheRequest() {
    proxy.next(new FaultProxy.Swallow());
    assertThat(post(Duration.ofMillis(200))).isInstanceOf(SendResult.Uncertain.class);
    assertThat(accepted()).isZero();
  }

  @Test
  void aSlowConnectionBringsEverythingInTime() {
    proxy.next(new FaultProxy.Slow(4_000));
    assertThat(post()).isEqualTo(new SendResult.Sent("m1"));
  }

  @Test
  void aConnectionSlowerThanPatienceIsUncertain() {
    proxy.next(new FaultProxy.Slow(20));
    assertThat(post(Duration.ofMillis(200))).isInstanceOf(SendResult.Uncertain.class);
    assertThat(accepted()).isZero();
  }

  @Test
  void aFaultThatIsUsualMeetsEveryConnection() {
    proxy.always(new Cut(Direction.ANSWER, 0, true));
    post();
    post();
    assertThat(accepted()).isEqualTo(2);
    proxy.always(new FaultProxy.Pass());
    assertThat(post()).isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void aResetOfEverythingEndsIdleConnectionsToo() {
    WireChat chat = new WireChat("telegram", proxy.url(), Duration.ofSeconds(10), Limits.NONE);
    chat.post(PERSON, OutgoingMessage.of("one"), "d-1", null);
    proxy.resetAll();
    SendResult second = chat.post(PERSON, OutgoingMessage.of("two"), "d-2", null);
    assertThat(second).isNotInstanceOf(SendResult.Refused.class);
    assertThat(server.ledger().deliveries()).containsEntry("d-1", 1);
  }
}

package app.bellwire.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.bellwire.chat.IncomingMessage;
import app.bellwire.fake.SlackDelivery;
import app.bellwire.fake.SlackFault;
import app.bellwire.fake.SlackServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketLinkTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ANN = "U00000ANN";
  private static final String DESK = "C0000DESK";

  /// Makes the link's threads and can tell which of them are left.
  private static final class Threads implements ThreadFactory {
    private final Queue<Thread> made = new ConcurrentLinkedQueue<>();

    @Override
    public Thread newThread(Runnable work) {
      Thread thread = Thread.ofVirtual().unstarted(work);
      made.add(thread);
      return thread;
    }

    Stream<Thread> alive() {
      return made.stream().filter(Thread::isAlive);
    }
  }

  private final AtomicInteger knocks = new AtomicInteger();
  private final Threads threads = new Threads();
  private SlackServer slack;
  private Ear ear;
  private WebApi api;
  private Door door;
  private SocketLink link;

  @BeforeEach
  void begin() throws IOException {
    slack = new SlackServer();
    slack.user(ANN, "ann").channel(DESK, "desk", ANN);
    ear = new Ear(InstantSource.system(), slack.baseUrl());
    api = new WebApi(URI.create(slack.baseUrl()), SlackServer.APP_TOKEN, threads);
    door = Door.of(api, new Watch(InstantSource.system()));
    link = new SocketLink(this::knock, ear.app, ear, threads);
  }

  @AfterEach
  void end() throws Exception {
    link.close();
    api.close();
    ear.close();
    slack.close();
  }

  private Door.Answer knock() {
    knocks.incrementAndGet();
    return door.knock();
  }

  private void connected() {
    link.start();
    awaitSocket();
  }

  private void awaitSocket() {
    await().atMost(PATIENCE).until(() -> slack.sockets() == 1);
  }

  private void works() {
    slack.slash(ANN, DESK, "list").await();
  }

  @Test
  void whatPeopleDoIsHandedInAndAcknowledged() {
    connected();
    works();
    assertThat(ear.handedIn)
        .extracting(one -> ((IncomingMessage) one).text())
        .containsExactly("/bellwire list");
    slack.says(ANN, slack.direct(ANN), "water treaty");
    slack.invites(ANN, DESK);
    slack.opensHome(ANN);
    await().atMost(PATIENCE).until(() -> ear.handedIn.size() == 4);
    slack.archives(ANN, DESK);
    await().atMost(PATIENCE).until(() -> ear.handedIn.size() == 5);
    await().atMost(PATIENCE).until(() -> slack.ackTimes().size() == 5);
    assertThat(slack.counts().complaints()).isEmpty();
    assertThat(ear.standing).contains("heard").doesNotContain("broken");
  }

  @Test
  void nothingIsAcknowledgedBeforeItIsKept() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    ear.first(incoming -> held(begun, commit));
    connected();
    SlackDelivery delivery = slack.slash(ANN, DESK, "list");
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(delivery.acked()).isEmpty();
    commit.countDown();
    delivery.await();
  }

  private static boolean held(CountDownLatch begun, CountDownLatch commit) {
    begun.countDown();
    try {
      return commit.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void fiftyCommandsAtOnceAreAllAcknowledgedInTimeByASlowStore() {
    CountDownLatch never = new CountDownLatch(1);
    ear.first(
        incoming -> {
          try {
            return !never.await(150, TimeUnit.MILLISECONDS);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    connected();
    List<SlackDelivery> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(slack.slash(ANN, DESK, "command " + i));
    }
    all.forEach(SlackDelivery::await);
    assertThat(slack.unacked()).isZero();
    assertThat(slack.ackTimes())
        .hasSize(50)
        .allMatch(took -> took.compareTo(Duration.ofSeconds(3)) < 0);
    assertThat(ear.handedIn).hasSize(50);
  }

  @Test
  void whatTheStoreDoesNotTakeComesAgain() {
    slack
        .rules()
        .waitsForAcks(Duration.ofMillis(400))
        .retries(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(100));
    AtomicInteger refusals = new AtomicInteger(2);
    ear.first(
        incoming -> {
          if (refusals.getAndDecrement() > 0) {
            throw new IllegalStateException("the store is down");
          }
          return true;
        });
    connected();
    slack.says(ANN, slack.direct(ANN), "water treaty");
    await().atMost(PATIENCE).until(() -> ear.handedIn.size() == 1);
    await().atMost(PATIENCE).until(() -> slack.ackTimes().size() == 1);
    assertThat(slack.resent()).isEqualTo(2);
    assertThat(ear.app.notKept()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"warning", "refresh_requested", "too_many_websockets", "link_disabled"})
  void whenSlackClosesAConnectionAnotherIsMadeAndWhatIsInFlightIsAcknowledged(String reason)
      throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    connected();
    ear.first(incoming -> held(begun, commit));
    SlackDelivery inFlight = slack.slash(ANN, DESK, "list");
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    slack.disconnects(reason);
    await().atMost(PATIENCE).until(() -> slack.socketsOpened() == 2);
    commit.countDown();
    inFlight.await();
    await().atMost(PATIENCE).until(() -> reason.equals("warning") || slack.sockets() == 1);
    works();
    assertThat(slack.counts().complaints()).isEmpty();
    assertThat(link.made()).isEqualTo(2);
  }

  @Test
  void whatIsInFlightWhenAConnectionIsCutIsAcknowledgedByTheNext() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    connected();
    ear.first(incoming -> held(begun, commit));
    SlackDelivery inFlight = slack.slash(ANN, DESK, "list");
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    slack.dropsSockets();
    await().atMost(PATIENCE).until(() -> slack.socketsOpened() == 2 && slack.sockets() == 1);
    commit.countDown();
    inFlight.await();
    assertThat(ear.standing).contains("broken: the connection was lost");
  }

  @Test
  void anAcknowledgementWaitsForTheNextConnection() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    connected();
    ear.first(incoming -> held(begun, commit));
    SlackDelivery inFlight = slack.slash(ANN, DESK, "list");
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    slack.dropsSockets();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> ear.standing.contains("broken: the connection was lost"));
    commit.countDown();
    inFlight.await();
    assertThat(slack.socketsOpened()).isEqualTo(2);
  }

  @Test
  void aServerThatHasGoneSilentIsLeft() {
    connected();
    slack.goesSilent(true);
    await().atMost(PATIENCE).until(() -> ear.standing.contains("broken: the connection was lost"));
    slack.goesSilent(false);
    await().atMost(PATIENCE).until(() -> slack.socketsOpened() > 1 && slack.sockets() == 1);
    works();
  }

  @Test
  void afterAnOutageCommandsWorkWithinTenSeconds() {
    connected();
    slack.refusesConnections(true);
    slack.dropsSockets();
    await().atMost(PATIENCE).until(() -> knocks.get() > 4);
    assertThat(ear.standing.getLast()).isEqualTo("broken: the connection was lost");
    slack.refusesConnections(false);
    await().atMost(Duration.ofSeconds(8)).until(() -> slack.sockets() == 1);
    works();
  }

  @Test
  void slackIsLeftAloneForAsLongAsItAsks() {
    slack.fault("apps.connections.open", SlackFault.tooFast(Duration.ofSeconds(2)));
    connected();
    assertThat(slack.violations()).isZero();
    assertThat(knocks).hasValue(2);
    works();
  }

  @Test
  void aDoorThatFailsInAnOddWayIsTriedAgain() {
    slack.fault(
        "apps.connections.open",
        SlackFault.http500(),
        SlackFault.garbage(),
        SlackFault.resetBefore(),
        SlackFault.error("fatal_error"));
    connected();
    works();
  }

  @Test
  void anEndIsAnEnd() throws Exception {
    connected();
    works();
    link.close();
    await().atMost(PATIENCE).until(() -> slack.sockets() == 0);
    await().atMost(PATIENCE).until(() -> threads.alive().findAny().isEmpty());
    await().atMost(PATIENCE).until(() -> tyrus().isEmpty());
    int before = knocks.get();
    await().during(Duration.ofSeconds(2)).until(() -> knocks.get() == before);
  }

  @Test
  void itEndsWhileItTriesToConnect() throws Exception {
    slack.refusesConnections(true);
    link.start();
    await().atMost(PATIENCE).until(() -> knocks.get() > 1);
    link.close();
    int before = knocks.get();
    await().atMost(PATIENCE).until(() -> threads.alive().findAny().isEmpty());
    slack.refusesConnections(false);
    await().during(Duration.ofSeconds(2)).until(() -> knocks.get() == before);
    assertThat(slack.socketsOpened()).isZero();
  }

  @Test
  void whatCameBeforeTheEndIsStillAcknowledged() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    connected();
    ear.first(incoming -> held(begun, commit));
    SlackDelivery inFlight = slack.slash(ANN, DESK, "list");
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    Thread closing = Thread.ofVirtual().start(this::close);
    commit.countDown();
    inFlight.await();
    closing.join();
    await().atMost(PATIENCE).until(() -> threads.alive().findAny().isEmpty());
  }

  private void close() {
    try {
      link.close();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void fiftyConnectionsLeaveNoThreadBehind() throws IOException {
    for (int i = 0; i < 50; i++) {
      SlackSocket socket = open();
      if (i % 2 == 0) {
        socket.close();
      } else {
        await().atMost(PATIENCE).until(() -> slack.sockets() > 0);
        slack.dropsSockets();
        await().atMost(PATIENCE).until(() -> !socket.isOpen());
      }
    }
    await().atMost(PATIENCE).until(() -> tyrus().isEmpty());
  }

  private SlackSocket open() throws IOException {
    if (!(knock() instanceof Door.Open(URI at))) {
      throw new IOException("the door is shut");
    }
    return SlackSocket.open(at, (socket, text) -> {}, () -> {});
  }

  private static List<String> tyrus() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("Grizzly") || name.startsWith("tyrus"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aServerThatSaysNothingIsNotWaitedForLong(boolean hangsUp) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      if (hangsUp) {
        Thread.ofVirtual().start(() -> hangUp(server));
      }
      URI at = URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/link/?ticket=secret");
      long begun = System.nanoTime();
      assertThatThrownBy(() -> SlackSocket.open(at, (socket, text) -> {}, () -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageNotContaining("secret");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
    }
    await().atMost(PATIENCE).until(() -> tyrus().isEmpty());
  }

  private static void hangUp(ServerSocket server) {
    try {
      while (true) {
        server.accept().close();
      }
    } catch (IOException e) {
      // The test is over.
    }
  }
}

package app.bellwire.deliver;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.Limits;
import app.bellwire.chat.Lookup;
import app.bellwire.chat.NetworkCondition;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Role;
import app.bellwire.chat.SendResult;
import app.bellwire.chat.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A network that answers as it is told, once per telling; else it accepts. Thread-safe.
final class ScriptedChat implements Chat {
  private Limits limits = Limits.NONE;
  private boolean forgetful;
  private Duration late = Duration.ZERO;
  private volatile boolean troubled;

  private final Deque<Turn> turns = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  private final Map<String, String> accepted = new HashMap<>();
  private @Nullable CountDownLatch door;
  private final CountDownLatch inside = new CountDownLatch(1);

  private interface Turn {
    SendResult take(String deliveryId, String messageId);
  }

  ScriptedChat answersTooFast(Duration wait) {
    return then((delivery, message) -> new SendResult.TooFast(wait));
  }

  /// Something happens while it makes up its mind.
  ScriptedChat answersTooFast(Duration wait, Runnable meanwhile) {
    return then(
        (delivery, message) -> {
          meanwhile.run();
          return new SendResult.TooFast(wait);
        });
  }

  ScriptedChat isDown() {
    return then((delivery, message) -> new SendResult.Unavailable("the server answers 502"));
  }

  /// Whether it says of itself that it does not work.
  ScriptedChat isInTrouble(boolean now) {
    troubled = now;
    return this;
  }

  @Override
  public Optional<NetworkCondition> condition() {
    return troubled
        ? Optional.of(
            new NetworkCondition(network(), NetworkCondition.Kind.NOT_REACHED, Instant.EPOCH, ""))
        : Optional.empty();
  }

  /// Accepts the message and the answer is lost; asked later, it knows the delivery.
  ScriptedChat losesTheAnswer() {
    return then(
        (delivery, message) -> {
          accepted.put(delivery, message);
          return new SendResult.Uncertain("the connection broke");
        });
  }

  /// The request is lost with its answer.
  ScriptedChat losesTheRequest() {
    return then((delivery, message) -> new SendResult.Uncertain("the connection broke"));
  }

  /// It cannot tell what it accepted.
  ScriptedChat forgets() {
    forgetful = true;
    return this;
  }

  /// What it takes may come this much later.
  ScriptedChat isSlow(Duration most) {
    late = most;
    return this;
  }

  @Override
  public Duration late() {
    return late;
  }

  ScriptedChat keepsTo(Limits most) {
    limits = most;
    return this;
  }

  ScriptedChat hasLostTheMessage() {
    return then((delivery, message) -> new SendResult.MessageGone("message to edit not found"));
  }

  ScriptedChat isGone() {
    return then((delivery, message) -> new SendResult.ChatGone("the bot was removed"));
  }

  ScriptedChat refuses() {
    return then((delivery, message) -> new SendResult.Refused("too long"));
  }

  ScriptedChat isSurprised() {
    return then(
        (delivery, message) -> {
          throw new IllegalStateException("a fault of ours");
        });
  }

  /// Not only a request fails but the program.
  ScriptedChat breaks() {
    return then(
        (delivery, message) -> {
          throw new StackOverflowError("a fault of ours");
        });
  }

  /// It took the message before anybody heard of it.
  synchronized void hasAccepted(Delivery delivery, String messageId) {
    accepted.put(delivery.externalId(), messageId);
  }

  /// The next send stays in flight until the door is opened.
  synchronized CountDownLatch holdsTheDoor() {
    door = new CountDownLatch(1);
    return door;
  }

  void awaitASend() throws InterruptedException {
    inside.await();
  }

  private synchronized ScriptedChat then(Turn turn) {
    turns.add(turn);
    return this;
  }

  /// Every call since it was last asked, such as `post a` or `edit a @m-1`.
  synchronized List<String> calls() {
    List<String> all = List.copyOf(calls);
    calls.clear();
    return all;
  }

  @Override
  public String network() {
    return Address.LOCAL;
  }

  @Override
  public SendResult post(
      Address to, OutgoingMessage message, String deliveryId, @Nullable String replyTo) {
    String reply = replyTo == null ? "" : " @" + replyTo;
    String text = message.text().plain();
    return answer("post " + to.id() + " " + text + reply, "m-" + text, deliveryId);
  }

  @Override
  public SendResult edit(Address at, String messageId, OutgoingMessage message, String deliveryId) {
    String text = message.text().plain();
    return answer("edit " + at.id() + " " + text + " @" + messageId, messageId, deliveryId);
  }

  private SendResult answer(String call, String id, String deliveryId) {
    waitAtTheDoor();
    synchronized (this) {
      calls.add(call);
      Turn turn = turns.isEmpty() ? (delivery, accepted) -> new SendResult.Sent(id) : turns.pop();
      return turn.take(deliveryId, id);
    }
  }

  private void waitAtTheDoor() {
    CountDownLatch closed;
    synchronized (this) {
      closed = door;
    }
    if (closed != null) {
      inside.countDown();
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized Lookup find(
      Address at, String deliveryId, @Nullable String replyTo, Instant since) {
    calls.add("find " + at.id() + (replyTo == null ? "" : " @" + replyTo));
    String message = accepted.get(deliveryId);
    if (forgetful) {
      return new Lookup.Unknown();
    }
    return message == null ? new Lookup.Absent() : new Lookup.Found(message);
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public boolean group(Address address) {
    return address.id().startsWith("g");
  }

  @Override
  public Role roleOf(UserId user, Address address) {
    return Role.MEMBER;
  }

  @Override
  public void toast(IncomingMessage press, String text) {}
}

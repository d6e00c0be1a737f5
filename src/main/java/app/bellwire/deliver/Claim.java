package app.bellwire.deliver;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// What one round takes from the outbox for one network, within its limits. Confined to the round.
final class Claim {
  private static final Duration BEHIND_AN_ANSWER = Duration.ofMillis(10);

  private final String network;
  private final Networks networks;
  private final RateLimiter limiter;
  private final Instant steady;
  private final Map<ChatId, Address> granted = new HashMap<>();
  private List<Delivery> taken = List.of();
  private Instant again = Instant.MAX;

  /// @param steady now
  Claim(String network, Networks networks, RateLimiter limiter, Instant steady) {
    this.network = network;
    this.networks = networks;
    this.limiter = limiter;
    this.steady = steady;
  }

  /// @param hands how many messages may go at once
  /// @param wall now, as clocks on walls show it
  void take(Outbox outbox, int hands, Instant wall) {
    if (hands > 0) {
      taken = outbox.claim(hands, network, this::opens, wall);
      giveBackBut(taken.stream().map(Delivery::chat).collect(Collectors.toSet()));
    }
  }

  private Outbox.Answer opens(Outbox.Front front) {
    Place place = networks.place(front.address());
    if (limiter.tryBegin(place, front.priority(), steady)) {
      granted.put(front.chat(), front.address());
      return Outbox.Answer.GO;
    }
    Instant free = limiter.free(place, steady);
    Instant later = free.isAfter(steady) ? free : steady.plus(BEHIND_AN_ANSWER);
    again = later.isBefore(again) ? later : again;
    return limiter.free(network, steady).isAfter(steady) ? Outbox.Answer.STOP : Outbox.Answer.PASS;
  }

  /// Nothing of it is sent.
  void cancel() {
    giveBackBut(Set.of());
    taken = List.of();
  }

  private void giveBackBut(Set<ChatId> chats) {
    Set<ChatId> unused = new HashSet<>(granted.keySet());
    unused.removeAll(chats);
    unused.forEach(
        chat -> limiter.cancelled(networks.place(Objects.requireNonNull(granted.remove(chat)))));
  }

  void begin(BiConsumer<Delivery, Address> send) {
    taken.forEach(
        delivery -> send.accept(delivery, Objects.requireNonNull(granted.get(delivery.chat()))));
  }

  int size() {
    return taken.size();
  }

  /// When something that is due now and had to wait may go.
  Instant again() {
    return again;
  }
}

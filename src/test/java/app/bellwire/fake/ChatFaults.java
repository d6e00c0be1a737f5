package app.bellwire.fake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Which calls go wrong: first those that a test has lined up, one a call, then some by a seeded
/// chance. Thread-safe.
public final class ChatFaults {
  private record Share(double chance, ChatFault fault) {}

  private final Random random;
  private final Deque<ChatFault> lined = new ArrayDeque<>();
  private final List<Share> shares = new ArrayList<>();

  ChatFaults(long seed) {
    random = new Random(seed);
  }

  /// The next calls meet `faults`, in this order.
  public synchronized ChatFaults next(ChatFault... faults) {
    lined.addAll(List.of(faults));
    return this;
  }

  /// From now on a call meets `fault` with this chance, 0 to 1; all chances together are at most 1.
  public synchronized ChatFaults often(double chance, ChatFault fault) {
    shares.add(new Share(chance, fault));
    return this;
  }

  /// From now on nothing goes wrong.
  public synchronized void end() {
    lined.clear();
    shares.clear();
  }

  synchronized Optional<ChatFault> draw() {
    if (!lined.isEmpty()) {
      return Optional.of(lined.pop());
    }
    double point = random.nextDouble();
    for (Share share : shares) {
      if (point < share.chance) {
        return Optional.of(share.fault);
      }
      point -= share.chance;
    }
    return Optional.empty();
  }
}

package app.bellwire.deliver;

import app.bellwire.chat.Limits;
import app.bellwire.chat.Limits.Window;
import app.bellwire.chat.OutgoingMessage.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// Holds everything that is sent to each network's limits: overall, one chat, one group. Answers to
/// people come first: while one waits for a network's budget nothing else of that network begins,
/// and nothing else goes to a chat that an answer waits for. A network that asks to wait is obeyed
/// to the millisecond and believed: several chats slowed at once slow the whole network, and its
/// rate comes back step by step.
///
/// Each send is begun, then ended or cancelled. Times are those of a clock that never goes back,
/// given by the caller. Thread-safe.
public final class RateLimiter {
  /// Requests to wait up to this long may be the network's, not the chat's.
  private static final Duration SHARED = Duration.ofSeconds(60);

  /// So many chats slowed within [#TOGETHER] mean the network.
  private static final int SEVERAL = 3;

  private static final Duration TOGETHER = Duration.ofSeconds(10);
  private static final double EASED = .8;
  private static final double SLOWEST = .5;
  private static final double RECOVERED = .05;
  private static final Duration RECOVERY_STEP = Duration.ofSeconds(30);

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Network> networks = new HashMap<>();

  /// @param limits by network; one that is not named takes whatever comes
  public RateLimiter(Map<String, Limits> limits) {
    limits.forEach((name, limit) -> networks.put(name, new Network(limit)));
  }

  /// When the network may take the next message that is not an answer.
  public Instant free(String network, Instant now) {
    return locked(
        () -> {
          Network of = network(network);
          return of.answersWait(now) ? Instant.MAX : of.free(now);
        });
  }

  /// Begins a send, if it may begin now.
  public boolean tryBegin(Place place, Priority priority, Instant now) {
    return locked(
        () -> {
          Network network = network(place.network());
          boolean answer = priority == Priority.ANSWER;
          boolean first = answer || !network.answersWait(now) && network.at(place).answers == 0;
          if (!first || free(network, place, now).isAfter(now)) {
            return false;
          }
          network.began(place, now);
          return true;
        });
  }

  /// When a message to `place` may begin, as things stand; [Instant#MAX] while only the end of a
  /// send can make room.
  public Instant free(Place place, Instant now) {
    return locked(() -> free(network(place.network()), place, now));
  }

  private static Instant free(Network network, Place place, Instant now) {
    Instant whole = network.free(now);
    Instant here = network.at(place).free(now, 1);
    return here.isAfter(whole) ? here : whole;
  }

  /// The send was answered, or will never be.
  public void ended(Place place, Instant at) {
    locked(() -> network(place.network()).ended(place, at));
  }

  /// The send did not begin after all.
  public void cancelled(Place place) {
    locked(() -> network(place.network()).cancelled(place));
  }

  /// Counts a send that ended before this program began.
  public void sent(Place place, Instant at) {
    locked(() -> network(place.network()).sent(place, at));
  }

  /// An answer begins or ceases to wait for `place`.
  public void answerWaits(Place place, boolean waits) {
    locked(() -> network(place.network()).answerWaits(place, waits));
  }

  /// The network asked to wait before the next message to `place`.
  ///
  /// @return whether the whole network waits
  public boolean slowed(Place place, Duration wait, Instant now) {
    return locked(() -> network(place.network()).slowed(place, wait, now));
  }

  /// Nothing goes to `place` until `until`.
  public void pause(Place place, Instant until) {
    locked(() -> network(place.network()).at(place).pause(until));
  }

  /// Nothing goes to the network until `until`.
  public void pause(String network, Instant until) {
    locked(() -> network(network).whole.pause(until));
  }

  private Network network(String name) {
    return networks.computeIfAbsent(name, n -> new Network(Limits.NONE));
  }

  private interface Work<T> {
    T run();
  }

  private <T> T locked(Work<T> work) {
    lock.lock();
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  /// The meters of one chat, or of a whole network.
  private static final class Budget {
    final List<Meter> meters;
    Instant paused = Instant.MIN;
    int answers;

    Budget(Stream<Window> windows) {
      meters = windows.map(Meter::new).toList();
    }

    void pause(Instant until) {
      paused = until.isAfter(paused) ? until : paused;
    }

    Instant free(Instant now, double share) {
      Instant latest = paused.isAfter(now) ? paused : now;
      for (Meter meter : meters) {
        Instant free = meter.free(now, share);
        latest = free.isAfter(latest) ? free : latest;
      }
      return latest;
    }

    boolean idle(Instant now) {
      return answers == 0 && !paused.isAfter(now) && meters.stream().allMatch(m -> m.idle(now));
    }
  }

  /// A network's budget and those of its chats.
  private static final class Network {
    /// Budgets kept before idle ones are forgotten.
    private static final int MANY = 10_000;

    private final Limits limits;
    private final Budget whole;
    private final List<Pace> paces;
    private final Map<String, Budget> places = new HashMap<>();
    private final Set<Budget> asking = new HashSet<>();
    private final Map<String, Instant> slowed = new HashMap<>();
    private double share = 1;
    private Instant eased = Instant.MIN;

    Network(Limits limits) {
      this.limits = limits;
      this.whole = new Budget(limits.overall().stream());
      this.paces = limits.overall().stream().map(Pace::new).toList();
    }

    Budget at(Place place) {
      return places.computeIfAbsent(place.id(), id -> new Budget(windows(place)));
    }

    private Stream<Window> windows(Place place) {
      Stream<Window> group = place.group() ? limits.group().stream() : Stream.empty();
      return Stream.concat(limits.chat().stream(), group);
    }

    Instant free(Instant now) {
      recover(now);
      Instant latest = whole.free(now, share);
      for (Pace pace : paces) {
        Instant free = pace.free(now);
        latest = free.isAfter(latest) ? free : latest;
      }
      return latest;
    }

    void answerWaits(Place place, boolean waits) {
      Budget here = at(place);
      here.answers += waits ? 1 : -1;
      if (here.answers > 0) {
        asking.add(here);
      } else {
        asking.remove(here);
      }
    }

    /// Whether an answer waits for nothing but the network's budget.
    boolean answersWait(Instant now) {
      return asking.stream().anyMatch(place -> !place.free(now, 1).isAfter(now));
    }

    void began(Place place, Instant now) {
      paces.forEach(pace -> pace.began(now, share));
      meters(place).forEach(Meter::began);
    }

    void ended(Place place, Instant at) {
      meters(place).forEach(meter -> meter.ended(at));
      if (places.size() > MANY) {
        places.values().removeIf(budget -> budget.idle(at));
      }
    }

    void cancelled(Place place) {
      meters(place).forEach(Meter::cancelled);
    }

    void sent(Place place, Instant at) {
      meters(place).forEach(meter -> meter.sent(at));
    }

    private Stream<Meter> meters(Place place) {
      return Stream.concat(whole.meters.stream(), at(place).meters.stream());
    }

    boolean slowed(Place place, Duration wait, Instant now) {
      at(place).pause(now.plus(wait));
      if (wait.compareTo(SHARED) > 0) {
        return false;
      }
      slowed.values().removeIf(at -> at.plus(TOGETHER).isBefore(now));
      slowed.put(place.id(), now);
      boolean together = slowed.size() >= SEVERAL;
      if (together) {
        share = Math.max(SLOWEST, share * EASED);
        eased = now;
        whole.pause(now.plus(wait));
      }
      return together;
    }

    private void recover(Instant now) {
      while (share < 1 && !eased.plus(RECOVERY_STEP).isAfter(now)) {
        share = Math.min(1, share + RECOVERED);
        eased = eased.plus(RECOVERY_STEP);
      }
    }
  }
}

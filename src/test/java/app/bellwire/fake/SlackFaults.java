package app.bellwire.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Which calls of which method go wrong: the first rule that fits, in the order they were made.
/// Thread-safe.
public final class SlackFaults {
  /// Every method of the Web API, and [#RESPONSE].
  public static final String ANY = "*";

  /// What is sent to a response_url.
  public static final String RESPONSE = "response_url";

  /// One rule. Immutable.
  ///
  /// @param method or [#ANY]
  /// @param channel the only one it hits, or null
  /// @param times how often at most
  /// @param chance of hitting a call that fits, 0 to 1
  public record Rule(
      String method, SlackFault fault, @Nullable String channel, int times, double chance) {
    /// Once, wherever.
    public static Rule of(String method, SlackFault fault) {
      return new Rule(method, fault, null, 1, 1);
    }

    public Rule in(String only) {
      return new Rule(method, fault, only, times, chance);
    }

    public Rule times(int most) {
      return new Rule(method, fault, channel, most, chance);
    }

    public Rule always() {
      return times(Integer.MAX_VALUE);
    }

    public Rule chance(double share) {
      return new Rule(method, fault, channel, times, share);
    }

    private boolean fits(String called, String calledChannel) {
      boolean named = method.equals(called) || method.equals(ANY);
      return named && times > 0 && (channel == null || calledChannel.equals(channel));
    }
  }

  private final Random random;
  private final List<Rule> rules = new ArrayList<>();

  SlackFaults(long seed) {
    random = new Random(seed);
  }

  public synchronized SlackFaults add(Rule rule) {
    rules.add(rule);
    return this;
  }

  /// The next calls of a method meet `faults`, in this order.
  public synchronized SlackFaults next(String method, SlackFault... faults) {
    for (SlackFault fault : faults) {
      add(Rule.of(method, fault));
    }
    return this;
  }

  /// The next calls of a method meet `faults`, in this order.
  public synchronized SlackFaults next(String method, ChatFault... faults) {
    for (ChatFault fault : faults) {
      add(Rule.of(method, SlackFault.of(fault)));
    }
    return this;
  }

  /// From now on a call of a method meets `fault` with this chance.
  public SlackFaults often(String method, double chance, SlackFault fault) {
    return add(Rule.of(method, fault).always().chance(chance));
  }

  /// From now on nothing goes wrong.
  public synchronized void end() {
    rules.clear();
  }

  synchronized Optional<SlackFault> draw(String method, String channel) {
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (rule.fits(method, channel) && random.nextDouble() < rule.chance) {
        rules.set(i, rule.times(rule.times == Integer.MAX_VALUE ? rule.times : rule.times - 1));
        return Optional.of(rule.fault);
      }
    }
    return Optional.empty();
  }
}

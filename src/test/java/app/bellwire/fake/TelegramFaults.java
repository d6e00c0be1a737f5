package app.bellwire.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Which calls of which method go wrong: the first rule that fits, in the order they were made.
/// Thread-safe.
public final class TelegramFaults {
  /// Every method but `getUpdates`, which is only hit when it is named.
  public static final String ANY = "*";

  private static final String POLL = "getupdates";

  /// One rule. Immutable.
  ///
  /// @param method or [#ANY]
  /// @param chat the only chat it hits, or null
  /// @param times how often at most
  /// @param chance of hitting a call that fits, 0 to 1
  public record Rule(
      String method, TelegramFault fault, @Nullable Long chat, int times, double chance) {
    /// Once, wherever.
    public static Rule of(String method, TelegramFault fault) {
      return new Rule(method.toLowerCase(Locale.ROOT), fault, null, 1, 1);
    }

    public Rule in(long only) {
      return new Rule(method, fault, only, times, chance);
    }

    public Rule times(int most) {
      return new Rule(method, fault, chat, most, chance);
    }

    public Rule always() {
      return times(Integer.MAX_VALUE);
    }

    public Rule chance(double share) {
      return new Rule(method, fault, chat, times, share);
    }

    private boolean fits(String called, String calledChat) {
      boolean named = method.equals(called) || (method.equals(ANY) && !called.equals(POLL));
      return named && times > 0 && (chat == null || calledChat.equals(String.valueOf(chat)));
    }
  }

  private final Random random;
  private final List<Rule> rules = new ArrayList<>();

  TelegramFaults(long seed) {
    random = new Random(seed);
  }

  public synchronized TelegramFaults add(Rule rule) {
    rules.add(rule);
    return this;
  }

  /// The next calls of a method meet `faults`, in this order.
  public synchronized TelegramFaults next(String method, TelegramFault... faults) {
    for (TelegramFault fault : faults) {
      add(Rule.of(method, fault));
    }
    return this;
  }

  /// The next calls of a method meet `faults`, in this order.
  public synchronized TelegramFaults next(String method, ChatFault... faults) {
    for (ChatFault fault : faults) {
      add(Rule.of(method, TelegramFault.of(fault)));
    }
    return this;
  }

  /// From now on a call of a method meets `fault` with this chance.
  public TelegramFaults often(String method, double chance, ChatFault fault) {
    return add(Rule.of(method, TelegramFault.of(fault)).always().chance(chance));
  }

  /// From now on nothing goes wrong.
  public synchronized void end() {
    rules.clear();
  }

  synchronized Optional<TelegramFault> draw(TelegramRequest call) {
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (rule.fits(call.method(), call.text("chat_id")) && random.nextDouble() < rule.chance) {
        rules.set(i, rule.times(rule.times == Integer.MAX_VALUE ? rule.times : rule.times - 1));
        return Optional.of(rule.fault);
      }
    }
    return Optional.empty();
  }
}

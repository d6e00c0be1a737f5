package app.bellwire.fake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How often a [TelegramServer] was called, refused and lost an answer. Thread-safe.
public final class TelegramCounts {
  /// What a person cannot tell from a message sent once, when it comes twice.
  public record Lost(long chat, String text) {}

  private final Map<String, Integer> calls = new TreeMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final Map<String, Integer> refusedCalls = new TreeMap<>();
  private final Map<Lost, Integer> lost = new HashMap<>();
  private int violations;
  private int conflicts;

  synchronized void called(String method) {
    calls.merge(method, 1, Integer::sum);
  }

  synchronized void refused(String method, TelegramRefusal refusal) {
    refusedCalls.merge(method, 1, Integer::sum);
    String what = refusal.description().replaceAll("retry after \\d+", "retry after N");
    refusals.merge(refusal.code() + " " + what, 1, Integer::sum);
  }

  synchronized void answerLost(long chat, String text) {
    lost.merge(new Lost(chat, text), 1, Integer::sum);
  }

  synchronized void violated() {
    violations++;
  }

  synchronized void conflicted() {
    conflicts++;
  }

  /// Calls of a method, whatever came of them.
  public synchronized int calls(String method) {
    return calls.getOrDefault(method.toLowerCase(Locale.ROOT), 0);
  }

  /// Calls of a method that were answered with an error.
  public synchronized int errors(String method) {
    return refusedCalls.getOrDefault(method.toLowerCase(Locale.ROOT), 0);
  }

  /// Errors by code and description, `429 Too Many Requests: retry after N` for all waits.
  public synchronized Map<String, Integer> errors() {
    return Map.copyOf(refusals);
  }

  /// Messages and edits that were taken while their answer was lost on purpose.
  public synchronized Map<Lost, Integer> lostAnswers() {
    return Map.copyOf(lost);
  }

  /// Calls that came faster than the limits allow or during a wait that had been asked for.
  public synchronized int violations() {
    return violations;
  }

  /// Pollers that were sent away for another one.
  public synchronized int conflicts() {
    return conflicts;
  }
}

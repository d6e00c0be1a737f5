package app.bellwire.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How often a [SlackServer] was called and refused, and how its envelopes fared. Thread-safe.
public final class SlackCounts {
  /// What a person cannot tell from a message sent once, when it comes twice.
  public record Lost(String channel, String text) {}

  private final Map<Lost, Integer> lost = new HashMap<>();
  private final Map<String, Integer> calls = new TreeMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final List<Duration> ackTimes = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private int violations;
  private int late;
  private int unacked;
  private int resent;

  synchronized void called(String method) {
    calls.merge(method, 1, Integer::sum);
  }

  synchronized void refused(String method, SlackRefusal refusal) {
    refusals.merge(method + " " + refusal.error(), 1, Integer::sum);
  }

  synchronized void answerLost(String channel, String text) {
    lost.merge(new Lost(channel, text), 1, Integer::sum);
  }

  synchronized void violated() {
    violations++;
  }

  synchronized void acked(Duration took) {
    ackTimes.add(took);
  }

  synchronized void ackedLate() {
    late++;
  }

  synchronized void leftUnacked() {
    unacked++;
  }

  synchronized void sentAgain() {
    resent++;
  }

  synchronized void complain(String what) {
    complaints.add(what);
  }

  /// Calls of a method, whatever came of them.
  public synchronized int calls(String method) {
    return calls.getOrDefault(method, 0);
  }

  /// Calls that were answered with an error, as `chat.postMessage not_in_channel`.
  public synchronized Map<String, Integer> errors() {
    return Map.copyOf(refusals);
  }

  /// Messages that were taken while their answer was lost on purpose, by channel and text.
  public synchronized Map<Lost, Integer> lostAnswers() {
    return Map.copyOf(lost);
  }

  /// Calls during a wait that had been asked for.
  public synchronized int violations() {
    return violations;
  }

  /// How long each ack in time took from its envelope.
  public synchronized List<Duration> ackTimes() {
    return List.copyOf(ackTimes);
  }

  /// Acks that came when nobody waited any more.
  public synchronized int late() {
    return late;
  }

  /// What was given up because no ack came in time, however often it was sent.
  public synchronized int unacked() {
    return unacked;
  }

  /// Events that were sent once more.
  public synchronized int resent() {
    return resent;
  }

  /// What Slack takes but makes something bad of, and what it shows a person as an error.
  public synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }
}

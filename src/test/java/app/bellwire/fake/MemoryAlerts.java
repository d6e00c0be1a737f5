package app.bellwire.fake;

import app.bellwire.alert.Alert;
import app.bellwire.alert.AlertLog;
import app.bellwire.alert.Heard;
import app.bellwire.alert.HeldAlerts;
import app.bellwire.alert.Reason;
import app.bellwire.alert.Situation.FollowUps;
import app.bellwire.chat.ChatId;
import app.bellwire.story.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What chats were told, and what is kept for later. Thread-safe.
public final class MemoryAlerts implements AlertLog, HeldAlerts {
  private final List<Alert> told = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();

  private final Map<Long, Instant> reached = new HashMap<>();

  @Override
  public synchronized boolean record(Alert alert) {
    boolean again =
        alerts(alert.chat(), alert.event()).stream()
            .anyMatch(a -> a.revision() == alert.revision());
    return !again && told.add(alert);
  }

  @Override
  public synchronized Optional<Alert> last(ChatId chat, long event) {
    List<Alert> alerts = alerts(chat, event);
    return alerts.isEmpty() ? Optional.empty() : Optional.of(alerts.getLast());
  }

  @Override
  public synchronized Optional<Alert> first(ChatId chat, long event) {
    return alerts(chat, event).stream().findFirst();
  }

  @Override
  public synchronized Heard heard(ChatId chat, Event event) {
    return Heard.of(alerts(chat, event.id()));
  }

  @Override
  public synchronized List<ChatId> chatsTold(long event) {
    return told.stream().filter(a -> a.event() == event).map(Alert::chat).distinct().toList();
  }

  @Override
  public synchronized List<Alert> latestStories(int limit) {
    return told.reversed().stream().filter(a -> a.kind() == Alert.Kind.FIRST).limit(limit).toList();
  }

  @Override
  public synchronized Optional<Instant> until(ChatId chat, long event) {
    return held.stream()
        .filter(h -> h.alert().chat().equals(chat) && h.alert().event() == event)
        .map(Held::until)
        .findFirst();
  }

  @Override
  public synchronized Optional<Alert> find(long id) {
    return told.stream().filter(a -> a.id() == id).findFirst();
  }

  @Override
  public synchronized List<Alert> latest(ChatId chat, int limit) {
    return told.reversed().stream().filter(a -> a.chat().equals(chat)).limit(limit).toList();
  }

  @Override
  public synchronized int countSince(ChatId chat, Instant since) {
    return (int)
        told.stream()
            .filter(a -> a.chat().equals(chat) && !a.decided().isBefore(since))
            .filter(a -> a.kind() == Alert.Kind.FIRST || a.kind() == Alert.Kind.FOLLOW_UP)
            .count();
  }

  @Override
  public synchronized int countFor(long subscription, Instant since) {
    return (int)
        told.stream()
            .filter(a -> !a.decided().isBefore(since))
            .filter(a -> a.kind() == Alert.Kind.FIRST)
            .filter(a -> a.why().stream().anyMatch(w -> w.subscription() == subscription))
            .count();
  }

  @Override
  public synchronized void hold(Alert alert, Reason reason, Instant until) {
    held.removeIf(h -> h.alert().id() == alert.id());
    held.add(new Held(alert, reason, until));
    held.sort(Comparator.comparing((Held h) -> h.alert().decided()));
  }

  @Override
  public synchronized List<ChatId> due(Instant now) {
    return held.stream()
        .filter(h -> !h.until().isAfter(now))
        .sorted(Comparator.comparing(Held::until))
        .map(h -> h.alert().chat())
        .distinct()
        .toList();
  }

  @Override
  public synchronized List<Held> takeDue(ChatId chat, Instant now) {
    List<Held> due =
        held.stream()
            .filter(h -> h.alert().chat().equals(chat) && !h.until().isAfter(now))
            .toList();
    held.removeAll(due);
    return due;
  }

  @Override
  public synchronized List<Held> of(ChatId chat, long event) {
    return held.stream()
        .filter(h -> h.alert().chat().equals(chat) && h.alert().event() == event)
        .toList();
  }

  @Override
  public synchronized void reached(List<Alert> alerts, Instant at) {
    alerts.forEach(alert -> reached.put(alert.id(), at));
  }

  @Override
  public synchronized Optional<Instant> reachedAt(long alert) {
    return Optional.ofNullable(reached.get(alert));
  }

  @Override
  public synchronized void forget(ChatId chat, long event) {
    told.removeIf(a -> a.chat().equals(chat) && a.event() == event);
  }

  @Override
  public synchronized FollowUps followUps(ChatId chat, long event, Instant since) {
    List<Instant> times =
        alerts(chat, event).stream()
            .filter(a -> a.kind() == Alert.Kind.FOLLOW_UP && reached.containsKey(a.id()))
            .map(a -> reached.getOrDefault(a.id(), Instant.EPOCH))
            .distinct()
            .sorted()
            .toList();
    return new FollowUps(
        times.reversed().stream().findFirst(),
        (int) times.stream().filter(at -> !at.isBefore(since)).count());
  }

  @Override
  public synchronized int drop(ChatId chat, long event) {
    int before = held.size();
    held.removeIf(h -> h.alert().chat().equals(chat) && h.alert().event() == event);
    return before - held.size();
  }

  @Override
  public synchronized int letGo(ChatId chat, Reason reason, Instant at) {
    List<Held> theirs =
        held.stream().filter(h -> h.alert().chat().equals(chat) && h.reason() == reason).toList();
    held.removeAll(theirs);
    theirs.forEach(h -> held.add(new Held(h.alert(), reason, at)));
    return theirs.size();
  }

  @Override
  public synchronized int waiting(ChatId chat) {
    return (int) held.stream().filter(h -> h.alert().chat().equals(chat)).count();
  }

  @Override
  public synchronized List<Alert> of(ChatId chat) {
    return held.stream().map(Held::alert).filter(a -> a.chat().equals(chat)).toList();
  }

  private List<Alert> alerts(ChatId chat, long event) {
    return told.stream().filter(a -> a.chat().equals(chat) && a.event() == event).toList();
  }
}

package app.bellwire.fake;

import app.bellwire.chat.ChatId;
import app.bellwire.ledger.ChatEntry;
import app.bellwire.ledger.Ledger;
import app.bellwire.ledger.Outcome;
import app.bellwire.ledger.Ruling;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The fate of every article. Thread-safe.
public final class MemoryLedger implements Ledger {
  private static final long HALF_HOUR = 1800;

  private final Map<Long, Entry> entries = new LinkedHashMap<>();
  private final Map<Key, ChatEntry> chatEntries = new LinkedHashMap<>();

  private record Key(long article, ChatId chat) {}

  @Override
  public synchronized void note(long articleId, Instant at, Outcome outcome, String reason) {
    entries.put(articleId, new Entry(articleId, at, outcome, reason));
  }

  @Override
  public synchronized Optional<Entry> entry(long articleId) {
    return Optional.ofNullable(entries.get(articleId));
  }

  @Override
  public synchronized void note(ChatEntry entry) {
    chatEntries.put(new Key(entry.articleId(), entry.chat()), entry);
  }

  @Override
  public synchronized Optional<ChatEntry> entry(long articleId, ChatId chat) {
    return Optional.ofNullable(chatEntries.get(new Key(articleId, chat)));
  }

  @Override
  public synchronized void becomes(ChatId chat, long event, Ruling ruling, Instant at) {
    held(chat, event).forEach(e -> rule(e, ruling, at));
  }

  @Override
  public synchronized void released(ChatId chat, long event, Instant at) {
    for (ChatEntry entry : held(chat, event)) {
      boolean told = of(chat, event, Outcome.TOLD).findAny().isPresent();
      rule(entry, new Ruling(told ? Outcome.JOINED : Outcome.TOLD, entry.ruling().reason()), at);
    }
  }

  private List<ChatEntry> held(ChatId chat, long event) {
    return of(chat, event, Outcome.HELD).toList();
  }

  private Stream<ChatEntry> of(ChatId chat, long event, Outcome outcome) {
    return chatEntries.values().stream()
        .filter(e -> e.chat().equals(chat) && e.event() == event)
        .filter(e -> e.ruling().outcome() == outcome);
  }

  private void rule(ChatEntry e, Ruling ruling, Instant at) {
    note(new ChatEntry(e.articleId(), e.chat(), e.event(), at, ruling, e.subscriptions()));
  }

  @Override
  public synchronized Map<Outcome, Long> since(ChatId chat, Instant since) {
    return chatEntries.values().stream()
        .filter(e -> e.chat().equals(chat) && !e.at().isBefore(since))
        .collect(Collectors.groupingBy(e -> e.ruling().outcome(), Collectors.counting()));
  }

  @Override
  public synchronized Map<Outcome, Long> since(Instant since) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    entries.values().stream()
        .filter(e -> !e.at().isBefore(since))
        .forEach(e -> counts.merge(e.outcome(), 1L, Long::sum));
    return counts;
  }

  @Override
  public synchronized Map<Instant, Long> halfHours(Instant since, Set<Outcome> outcomes) {
    Map<Instant, Long> counts = new TreeMap<>();
    entries.values().stream()
        .filter(e -> !e.at().isBefore(since) && outcomes.contains(e.outcome()))
        .map(e -> e.at().getEpochSecond() / HALF_HOUR * HALF_HOUR)
        .forEach(start -> counts.merge(Instant.ofEpochSecond(start), 1L, Long::sum));
    return counts;
  }
}

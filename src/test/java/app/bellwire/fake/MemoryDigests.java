package app.bellwire.fake;

import app.bellwire.alert.Digest;
import app.bellwire.alert.DigestLog;
import app.bellwire.alert.LeftOut;
import app.bellwire.alert.Reason;
import app.bellwire.chat.ChatId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The messages that told several stories, and what was kept from chats. Thread-safe.
public final class MemoryDigests implements DigestLog, LeftOut {
  private final Map<Claim, Instant> made = new LinkedHashMap<>();
  private final TreeMap<Long, Digest> digests = new TreeMap<>();
  private final List<Report> leftOut = new ArrayList<>();

  private record Claim(ChatId chat, LocalDateTime time) {}

  @Override
  public synchronized boolean claim(ChatId chat, LocalDateTime time, Instant now) {
    return made.putIfAbsent(new Claim(chat, time), now) == null;
  }

  @Override
  public synchronized Optional<Instant> lastMade(ChatId chat) {
    return made.entrySet().stream()
        .filter(entry -> entry.getKey().chat().equals(chat))
        .map(Map.Entry::getValue)
        .max(Comparator.naturalOrder());
  }

  @Override
  public synchronized void save(Digest digest) {
    Digest before = digests.getOrDefault(digest.id(), digest);
    digests.put(digest.id(), before.with(digest.stories()));
  }

  @Override
  public synchronized Optional<Digest> find(long id) {
    return Optional.ofNullable(digests.get(id));
  }

  @Override
  public synchronized Optional<Digest> latest(ChatId chat) {
    return digests.descendingMap().values().stream()
        .filter(digest -> digest.chat().equals(chat))
        .findFirst();
  }

  @Override
  public synchronized List<Digest> telling(ChatId chat, long event) {
    return digests.descendingMap().values().stream()
        .filter(digest -> digest.chat().equals(chat))
        .filter(digest -> digest.stories().stream().anyMatch(s -> s.event() == event))
        .toList();
  }

  @Override
  public synchronized void note(Report report) {
    boolean known =
        leftOut.stream()
            .anyMatch(r -> r.chat().equals(report.chat()) && r.article() == report.article());
    if (!known) {
      leftOut.add(report);
    }
  }

  @Override
  public synchronized List<Report> of(ChatId chat, Instant now) {
    return leftOut.stream()
        .filter(r -> r.chat().equals(chat) && !r.due().isAfter(now))
        .sorted(Comparator.comparing(Report::article))
        .toList();
  }

  @Override
  public synchronized void settle(ChatId chat, long article) {
    leftOut.removeIf(r -> r.chat().equals(chat) && r.article() == article);
  }

  @Override
  public synchronized void settleWithdrawn(Instant now) {
    leftOut.removeIf(r -> r.reason() == Reason.WITHDRAWN && !r.due().isAfter(now));
  }
}

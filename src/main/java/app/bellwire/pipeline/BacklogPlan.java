package app.bellwire.pipeline;

import app.bellwire.article.Article;
import app.bellwire.chat.ChatId;
import app.bellwire.match.Match;
import app.bellwire.source.Source;
import app.bellwire.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which articles of a look are old stock that a chat is not told singly. Pure.
///
/// @param beyond by chat, what is listed in one line instead, oldest first
record BacklogPlan(Map<ChatId, List<Article>> beyond) {
  /// A source not read for this long comes back with old stock.
  static final Duration LONG_GAP = Duration.ofHours(12);

  /// Items published this long before the last look were listed then, under other names.
  private static final Duration LISTED_BEFORE = Duration.ofHours(1);

  private static final BacklogPlan NONE = new BacklogPlan(Map.of());

  /// @param fresh what the look brought, oldest first
  static BacklogPlan of(Source source, SourceState state, List<Candidate> fresh, Instant now) {
    return oldStock(state, fresh, now) ? limited(source, fresh) : NONE;
  }

  boolean holds(ChatId chat, Article article) {
    return beyond.getOrDefault(chat, List.of()).stream().anyMatch(a -> a.id() == article.id());
  }

  private static boolean oldStock(SourceState state, List<Candidate> fresh, Instant now) {
    Instant lastRead = state.lastRead();
    return lastRead == null
        || lastRead.isBefore(now.minus(LONG_GAP))
        || mostlyListedBefore(lastRead, fresh);
  }

  private static boolean mostlyListedBefore(Instant lastRead, List<Candidate> fresh) {
    Instant before = lastRead.minus(LISTED_BEFORE);
    long old =
        fresh.stream()
            .filter(c -> c.article().published().map(p -> p.isBefore(before)).orElse(false))
            .count();
    return old * 2 > fresh.size();
  }

  private static BacklogPlan limited(Source source, List<Candidate> fresh) {
    Map<ChatId, List<Article>> matched = new HashMap<>();
    for (Candidate candidate : fresh) {
      candidate.matches().stream()
          .map(Match::subscription)
          .map(subscription -> subscription.chat())
          .distinct()
          .forEach(
              chat ->
                  matched.computeIfAbsent(chat, c -> new ArrayList<>()).add(candidate.article()));
    }
    int singly = source.backlog().limit();
    matched.replaceAll(
        (chat, articles) -> articles.subList(0, Math.max(0, articles.size() - singly)));
    matched.values().removeIf(List::isEmpty);
    return new BacklogPlan(matched);
  }
}

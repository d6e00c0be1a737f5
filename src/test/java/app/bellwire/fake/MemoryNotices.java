package app.bellwire.fake;

import app.bellwire.notice.Key;
import app.bellwire.notice.Notice;
import app.bellwire.notice.Notice.Said;
import app.bellwire.notice.NoticeStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was told, in the order it began. Thread-safe.
public final class MemoryNotices implements NoticeStore {
  private final Map<Key, Notice> open = new LinkedHashMap<>();

  @Override
  public synchronized List<Notice> open() {
    return List.copyOf(open.values());
  }

  @Override
  public synchronized boolean begin(Notice notice) {
    return open.putIfAbsent(notice.key(), notice) == null;
  }

  @Override
  public synchronized boolean replace(Notice before, Notice after) {
    return open.replace(before.key(), before, after);
  }

  @Override
  public synchronized boolean end(Notice notice, Instant now) {
    return open.remove(notice.key()) != null;
  }

  @Override
  public synchronized boolean hush(Key key, Instant until) {
    return open.computeIfPresent(key, (k, there) -> hushed(there, until)) != null;
  }

  private static Notice hushed(Notice there, Instant until) {
    Said said = there.said();
    Instant again = said.again().isBefore(until) ? until : said.again();
    return new Notice(
        there.id(),
        there.key(),
        there.since(),
        new Said(said.at(), said.times(), again, said.sign(), said.shown()));
  }
}

package app.bellwire.notice;

import java.time.Instant;
import java.util.List;

/// Keeps what was told, so that a restart neither repeats nor forgets it: one row for each cause
/// and thing. Implementations are thread-safe; writes join the caller's transaction. A write
/// answers whether it was done: somebody else may have been first.
public interface NoticeStore {
  /// Those that are not over, oldest first.
  List<Notice> open();

  /// Takes the place of one about the same that is over.
  boolean begin(Notice notice);

  boolean replace(Notice before, Notice after);

  boolean end(Notice notice, Instant now);

  /// Lets the trouble not be said again before `until`; answers whether it lasts.
  boolean hush(Key key, Instant until);
}

package app.bellwire.alert;

import app.bellwire.chat.ChatId;
import java.time.Instant;
import java.util.List;

/// Reports that were kept from a chat until that is said there. Implementations are thread-safe;
/// writes join the caller's transaction.
public interface LeftOut {
  /// @param reason a mute, or [Reason#WITHDRAWN] for what was taken back while it was held
  /// @param due from when on it can be said
  record Report(ChatId chat, Reason reason, long event, long article, Instant due) {}

  /// Notes the report, once for a chat and article.
  void note(Report report);

  /// What can be said at `now`, oldest first.
  List<Report> of(ChatId chat, Instant now);

  /// It has been said, or there is no occasion left to say it.
  void settle(ChatId chat, long article);

  /// Forgets what was taken back while it was held and is due at `now`.
  void settleWithdrawn(Instant now);
}

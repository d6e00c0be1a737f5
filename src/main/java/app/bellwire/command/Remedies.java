package app.bellwire.command;

import app.bellwire.chat.ChatId;
import app.bellwire.notice.Condition.ChangeRefused;
import app.bellwire.notice.Condition.ChangeWaits;
import app.bellwire.notice.Key;
import app.bellwire.source.SourceId;
import java.time.Instant;
import java.util.List;

/// What an admin can do about trouble with a press. Implementations are thread-safe.
public interface Remedies {
  /// Begins a look at the source and does not wait for it.
  void look(SourceId source);

  /// The chat may take messages again: what waits for it goes on its way. Outside any transaction.
  void resume(ChatId chat);

  /// Takes the change of the configuration that waits since `change`, or keeps what is.
  ///
  /// @return whether it waits
  boolean decide(Instant change, boolean take);

  /// Why the change made at `change` was not taken; empty when that is over.
  List<ChangeRefused.Problem> problems(Instant change);

  /// What the change that waits since `change` would end; empty when it does not wait.
  List<ChangeWaits.Ended> ends(Instant change);

  /// Lets a trouble not be said again before `until`; joins the caller's transaction.
  ///
  /// @return false when it is over
  boolean hush(Key key, Instant until);
}

package app.bellwire.subscription;

import java.time.Instant;

/// Who changed what, when. Implementations are thread-safe; writes join the caller's transaction.
public interface Audit {
  /// @param who a person (`network:id`) or a config file
  /// @param what one line, such as `subscribe local:desk "water treaty"`
  void note(Instant at, String who, String what);
}

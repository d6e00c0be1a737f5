package app.bellwire.notice;

import java.util.List;
import java.util.Optional;

/// Finds out what is wrong. Implementations are thread-safe.
public interface Troubles {
  /// Everything that is wrong now, told or not.
  List<Condition> now();

  /// How that which is no longer among [#now] ended; none while it is not known whether it is over.
  Optional<Ending> ending(Key key);
}

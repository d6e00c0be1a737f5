package app.bellwire.notice;

import java.util.List;

/// Finds out what is wrong. Implementations are thread-safe.
public interface Troubles {
  /// Everything that is wrong now, told or not.
  List<Condition> now();

  /// How that which is no longer among [#now] ended.
  Ending ending(Key key);
}

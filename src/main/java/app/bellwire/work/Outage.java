package app.bellwire.work;

/// Marks a failure that is the store's and not the work's: what could not be done now will be done
/// when the store works again.
public interface Outage {
  /// Whether the store itself cannot be used; else one statement was wrong.
  boolean lasting();

  /// Whether two transactions stood in each other's way: the same work may succeed at once.
  boolean passing();
}

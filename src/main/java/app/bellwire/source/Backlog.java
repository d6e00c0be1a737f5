package app.bellwire.source;

/// How many matching items of a first look (or of a return after a long gap) a chat is told singly;
/// the rest are listed in one line. Immutable.
///
/// @param limit items told singly, per chat; `Integer.MAX_VALUE` for all of them
public record Backlog(int limit) {
  public static final Backlog ALL = new Backlog(Integer.MAX_VALUE);
  public static final Backlog NONE = new Backlog(0);
  public static final Backlog DEFAULT = new Backlog(3);
}

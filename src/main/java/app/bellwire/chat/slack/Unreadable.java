package app.bellwire.chat.slack;

/// Something came in a shape that cannot be read; it is left out, since it would be no other the
/// next time.
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param why without anything of the contents
  Unreadable(String why) {
    super(why);
  }
}

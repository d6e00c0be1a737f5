package app.bellwire.attack;

/// How long the attacks last.
final class Size {
  private Size() {}

  static boolean full() {
    return "full".equals(System.getProperty("attack.size"));
  }

  static int of(int ci, int full) {
    return full() ? full : ci;
  }
}

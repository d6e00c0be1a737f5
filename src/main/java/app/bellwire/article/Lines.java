package app.bellwire.article;

/// What the shape of a line says. Thread-safe.
final class Lines {
  private static final int LEAST_HEADLINE_WORDS = 4;
  private static final int MOST_HEADLINE = 200;
  private static final int SURELY_BODY = 220;

  private Lines() {}

  /// Whether it ends as a sentence does, quotes and brackets left aside.
  static boolean ended(String line) {
    int end = line.length();
    while (end > 0 && "\"'”’»)]".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ".!?…:。！？؟।".indexOf(line.charAt(end - 1)) >= 0;
  }

  /// Whether it may be a paragraph of the report rather than a line of the page.
  static boolean isBody(String line) {
    return ended(line) && words(line) >= LEAST_HEADLINE_WORDS || line.length() > SURELY_BODY;
  }

  /// Whether it may be a headline: some words without a stop.
  static boolean isHeadline(String line) {
    return !ended(line) && line.length() <= MOST_HEADLINE && words(line) >= LEAST_HEADLINE_WORDS;
  }

  static int words(String line) {
    int words = 0;
    for (int i = 0; i < line.length(); i++) {
      boolean starts = line.charAt(i) != ' ' && (i == 0 || line.charAt(i - 1) == ' ');
      words += starts ? 1 : 0;
    }
    return words;
  }
}

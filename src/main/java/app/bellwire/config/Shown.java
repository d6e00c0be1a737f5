package app.bellwire.config;

import java.util.regex.Pattern;

/// How a value of the configuration is shown to a person: in one short line and without what can be
/// a secret in it. Pure.
final class Shown {
  private static final int LENGTH = 60;
  private static final String HIDDEN = "***";

  /// User and password of an address, with a scheme and without.
  private static final Pattern USER = Pattern.compile("(?<=//).*@|^[^:/@\\s]+:(?!//)[^@\\s]+@");

  /// Where addresses carry keys.
  private static final Pattern PARAMETERS = Pattern.compile("(?<=\\?).+");

  private static final Pattern KEY = Pattern.compile("[\\p{L}_ .-]{1,40}");

  private Shown() {}

  static String value(String text) {
    String line = address(text.replaceAll("\\p{Cntrl}+", " ").strip());
    return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "…";
  }

  /// Without user, password and parameters, if `text` is an address.
  static String address(String text) {
    String nobody = USER.matcher(text).replaceFirst(HIDDEN + "@");
    return nobody.contains(":") || nobody.contains("/")
        ? PARAMETERS.matcher(nobody).replaceFirst(HIDDEN)
        : nobody;
  }

  /// A key in quotes, or words for one that looks like a value which lost its key.
  static String key(String key) {
    return KEY.matcher(key).matches() ? "'" + key + "'" : "what stands here";
  }
}

package app.bellwire.parse;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes addresses absolute. Thread-safe.
final class Links {
  private static final Pattern ILLEGAL =
      Pattern.compile("[\"<>\\\\^`{|}\\[\\]]|%(?!\\p{XDigit}{2})");

  private Links() {}

  /// The address as a reader can open it, or null: only http and https get through.
  static @Nullable String resolve(String base, @Nullable String link) {
    return link == null || link.isBlank() ? null : join(base, link).orElse(null);
  }

  static boolean absolute(String link) {
    String lower = link.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  /// `link` seen from `base`, if that is an http or https address.
  static Optional<String> join(String base, String link) {
    String one = link.strip().replaceAll("[\\n\\t]", "").replace(" ", "%20");
    String joined = absolute(one) ? one : joined(base, one);
    return absolute(joined) && valid(joined) ? Optional.of(joined) : Optional.empty();
  }

  private static String joined(String base, String link) {
    try {
      return URI.create(base).resolve(mended(link)).toString();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /// With the characters escaped that addresses must not hold.
  private static String mended(String link) {
    return ILLEGAL
        .matcher(link)
        .replaceAll(m -> String.format("%%%02X", (int) m.group().charAt(0)));
  }

  private static boolean valid(String link) {
    int host = link.indexOf("//") + 2;
    return host < link.length() && "/?#".indexOf(link.charAt(host)) < 0;
  }
}

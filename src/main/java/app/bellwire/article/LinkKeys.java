package app.bellwire.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes links of one article equal, however they were passed on. Thread-safe.
public final class LinkKeys {
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)(?:utm_|at_|mtm_|pk_|hsa_|wt\\.|wt_).*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid"
              + "|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|ref|ref_src|ref_url|referrer"
              + "|cmp|cmpid|icid|ocid|ncid|smid|smtyp|sr_share|xtor|spm|ved"
              + "|traffic_source|guccounter|__twitter_impression");
  private static final Pattern INDEX = Pattern.compile("/(?:index|default)\\.(?:html?|php|aspx?)$");
  private static final Pattern ILLEGAL =
      Pattern.compile("[^\\w\\-.~:/?#\\[\\]@!$&'()*+,;=%]|%(?!\\p{XDigit}{2})");

  private LinkKeys() {}

  /// The link as an address, mended where it holds what addresses must not.
  static Optional<URI> uri(@Nullable String link) {
    if (link == null || link.isBlank()) {
      return Optional.empty();
    }
    String mended = ILLEGAL.matcher(link.strip()).replaceAll(m -> percent(m.group()));
    try {
      URI uri = new URI(mended);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getRawAuthority() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String percent(String character) {
    StringBuilder out = new StringBuilder();
    for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
    }
    return out.toString();
  }

  /// The key of a link as somebody typed it; empty when it is no address of the web.
  public static String of(String link) {
    return uri(link).map(LinkKeys::key).orElse("");
  }

  /// The address without scheme, `www.`, default port, index page, fragment and tracking; other
  /// parameters sorted.
  static String key(URI uri) {
    return host(uri) + path(uri) + query(uri);
  }

  private static String host(URI uri) {
    String host = uri.getRawAuthority().toLowerCase(Locale.ROOT);
    host = host.substring(host.lastIndexOf('@') + 1).replaceFirst("\\.?:(?:80|443)?$", "");
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static String path(URI uri) {
    String path = INDEX.matcher(uri.getRawPath()).replaceFirst("/");
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static String query(URI uri) {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    String kept =
        Arrays.stream(query.split("&"))
            .filter(parameter -> !parameter.isEmpty())
            .filter(parameter -> !TRACKING.matcher(parameter.split("=", 2)[0]).matches())
            .sorted()
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }
}

package app.bellwire.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decides which requests are answered at all: none for a foreign name (a rebound DNS name cannot
/// reach a server on loopback), none that another site's page makes, none without the password but
/// where a signature stands for it. Pure and thread-safe.
final class Gate {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
  private static final String OPEN_PATH = "/healthz";

  private final WebSettings settings;

  /// Paths that tell by a signature of their own who calls.
  private final Set<String> signed;

  Gate(WebSettings settings, Set<String> signed) {
    this.settings = settings;
    this.signed = Set.copyOf(signed);
  }

  /// What a request says about where it comes from; null where the header is absent.
  record Caller(
      String method,
      String path,
      @Nullable String host,
      @Nullable String origin,
      @Nullable String fetchSite,
      @Nullable String fetchMode,
      @Nullable String authorization) {}

  /// An answer instead of the wanted one.
  record Refusal(int status, String words) {}

  /// Why `caller` is not answered; none when it is.
  Optional<Refusal> refuses(Caller caller) {
    if (!isOurs(caller.host())) {
      return refusal(421, "This name is not served here; add it to web.hosts in the config.");
    }
    if (caller.path().equals(OPEN_PATH)) {
      return Optional.empty();
    }
    if (isForeign(caller)) {
      return refusal(403, "Requests from other sites are refused.");
    }
    return signed.contains(caller.path()) || knowsPassword(caller.authorization())
        ? Optional.empty()
        : refusal(401, "The password is missing or wrong.");
  }

  private static Optional<Refusal> refusal(int status, String words) {
    return Optional.of(new Refusal(status, words));
  }

  private boolean isOurs(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String asked = host.toLowerCase(Locale.ROOT);
    String name = withoutPort(asked);
    return LOOPBACK.matcher(name).matches()
        || matches(settings.host(), name, withoutBrackets(name))
        || settings.hosts().stream().anyMatch(ours -> matches(ours, asked, name));
  }

  private static boolean matches(String ours, String asked, String name) {
    return ours.equalsIgnoreCase(asked) || ours.equalsIgnoreCase(name);
  }

  private static String withoutBrackets(String name) {
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static boolean isForeign(Caller caller) {
    return isVisit(caller) ? false : hasForeignOrigin(caller) || isSentByOtherSite(caller);
  }

  /// A person who follows a link to a page; pages hold nothing before they ask for it themselves.
  private static boolean isVisit(Caller caller) {
    return caller.method().equals("GET")
        && (caller.path().equals("/") || StoryPages.isPage(caller.path()))
        && caller.origin() == null
        && "navigate".equals(caller.fetchMode());
  }

  private static boolean hasForeignOrigin(Caller caller) {
    String origin = caller.origin();
    return origin != null
        && !origin.equalsIgnoreCase("http://" + caller.host())
        && !origin.equalsIgnoreCase("https://" + caller.host());
  }

  private static boolean isSentByOtherSite(Caller caller) {
    return "cross-site".equals(caller.fetchSite()) || "same-site".equals(caller.fetchSite());
  }

  private boolean knowsPassword(@Nullable String authorization) {
    return settings.password().isEmpty()
        || MessageDigest.isEqual(
            passwordOf(authorization).getBytes(UTF_8), settings.password().get().getBytes(UTF_8));
  }

  /// The password that an HTTP Basic header carries; empty for any other header.
  private static String passwordOf(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return "";
    }
    try {
      String pair =
          new String(Base64.getDecoder().decode(authorization.substring(6).strip()), UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}

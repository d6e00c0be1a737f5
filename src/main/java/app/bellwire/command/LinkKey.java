package app.bellwire.command;

import java.util.Locale;
import java.util.regex.Pattern;

/// What two spellings of one address share: no scheme, `www.`, fragment, tracking parameters or
/// closing slash. Pure.
final class LinkKey {
  private static final Pattern TRACKING =
      Pattern.compile("(?<=[?&])(?:utm_[^=&]*|fbclid|gclid|mc_cid|mc_eid|ref)=[^&]*&?");

  private LinkKey() {}

  static String of(String url) {
    String bare = url.replaceFirst("(?i)^https?://(?:www\\.)?", "").replaceFirst("#.*$", "");
    String clean = TRACKING.matcher(bare).replaceAll("").replaceFirst("[?&]$", "");
    int slash = clean.indexOf('/');
    String host = slash < 0 ? clean : clean.substring(0, slash);
    String path = slash < 0 ? "" : clean.substring(slash);
    return host.toLowerCase(Locale.ROOT) + path.replaceFirst("/$", "");
  }
}

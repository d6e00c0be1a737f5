package app.bellwire.command;

import app.bellwire.article.LinkKeys;
import app.bellwire.command.SourceProbe.Probe;
import java.util.Set;

/// Which hosts belong together. Pure.
final class Hosts {
  /// What stands before a site's name where its feeds are.
  private static final Set<String> OF_FEEDS = Set.of("feeds", "feed", "rss", "api");

  private Hosts() {}

  /// The host of a link key.
  static String of(String linkKey) {
    return linkKey.split("[/?]", 2)[0];
  }

  /// Whether the source is of that site: the same host, or one within the other.
  static boolean related(String host, Probe probe) {
    String feed = site(of(LinkKeys.of(probe.source().url().toString())));
    return !feed.isEmpty()
        && (host.equals(feed) || host.endsWith("." + feed) || feed.endsWith("." + host));
  }

  private static String site(String host) {
    String[] parts = host.split("\\.", 2);
    return parts.length == 2 && parts[1].contains(".") && OF_FEEDS.contains(parts[0])
        ? parts[1]
        : host;
  }
}

package app.bellwire.command;

import app.bellwire.chat.Address;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.Timing;
import app.bellwire.text.Folding;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes subscriptions and sources as the configuration reads them. Pure.
final class Yaml {
  private static final int MOST = 3000;
  private static final String HEAD = "subscriptions:\n";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Yaml() {}

  /// One document, or several where one message would not hold it; each works by itself.
  static List<String> export(List<Subscription> all, Address to, ZoneId install) {
    Set<String> ids = new HashSet<>();
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder(HEAD);
    for (Subscription s : all) {
      String entry = entry(s, to, install, ids);
      if (part.length() + entry.length() > MOST && part.length() > HEAD.length()) {
        parts.add(part.toString().stripTrailing());
        part = new StringBuilder(HEAD);
      }
      part.append(entry);
    }
    parts.add(part.toString().stripTrailing());
    return parts;
  }

  private static String entry(Subscription s, Address to, ZoneId install, Set<String> ids) {
    return switch (s.owner()) {
      case Owner.InConfig config -> "  # " + config.id() + " is in " + config.file() + " already\n";
      case Owner.InChat chat ->
          "  # added by "
              + chat.name().replaceAll("\\R", " ")
              + " on "
              + DAY.format(s.since())
              + "\n  - id: "
              + id(s.text(), "subscription", ids)
              + "\n    query: "
              + quoted(s.text())
              + "\n    to: "
              + to
              + "\n"
              + plan(s, s.plan().zone().orElse(install));
    };
  }

  /// @param zone in which its last day ends
  private static String plan(Subscription s, ZoneId zone) {
    StringBuilder out = new StringBuilder();
    if (s.plan().digest()) {
      String times =
          s.plan().digestAt().stream()
              .map(time -> time.truncatedTo(ChronoUnit.MINUTES).toString())
              .collect(Collectors.joining(","));
      out.append("    deliver: digest ").append(times).append('\n');
    }
    if (s.plan().timing().filter(Timing.AtOnce.class::isInstance).isPresent()) {
      out.append("    deliver: now\n");
    }
    s.plan().quiet().ifPresent(q -> out.append("    quiet: ").append(q).append('\n'));
    s.plan().zone().ifPresent(z -> out.append("    zone: ").append(z).append('\n'));
    if (s.plan().urgent()) {
      out.append("    urgent: true\n");
    }
    s.until()
        .ifPresent(
            u ->
                out.append("    until: ")
                    .append(u.minusSeconds(1).atZone(zone).toLocalDate())
                    .append('\n'));
    return out.toString();
  }

  /// A source for the site, as it stands under `sources:`.
  ///
  /// @param ids those of other sources
  static String source(String host, Set<String> ids) {
    String id = id(host, "source", new HashSet<>(ids));
    return "  - { id: " + id + ", url: \"https://" + host + "/\" }";
  }

  private static String id(String text, String otherwise, Set<String> taken) {
    String words = Folding.key(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String base = words.isEmpty() ? otherwise : words.substring(0, Math.min(32, words.length()));
    String id = base;
    for (int n = 2; !taken.add(id); n++) {
      id = base + "-" + n;
    }
    return id;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

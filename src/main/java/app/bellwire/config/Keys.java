package app.bellwire.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The keys that each part of the configuration knows.
enum Keys {
  MAIN(
      "zone",
      "contact",
      "store",
      "web",
      "telegram",
      "slack",
      "local",
      "admins",
      "chats",
      "users",
      "limits",
      "keep",
      "fetch",
      "names",
      "include",
      "story",
      "sample_to_networks",
      "sources",
      "subscriptions"),
  STORE("url", "url_file"),
  WEB("host", "port", "hosts", "password", "password_file"),
  TELEGRAM("token", "token_file", "api_url", "on_uncertain"),
  SLACK(
      "bot_token",
      "bot_token_file",
      "app_token",
      "app_token_file",
      "signing_secret",
      "signing_secret_file",
      "api_url",
      "on_uncertain"),
  LOCAL("enabled"),
  STORY("embeddings"),
  LIMITS("subscriptions_per_chat", "alerts_per_day"),
  KEEP("articles", "ledger", "outbox"),
  FETCH("per_host", "spacing", "timeout", "max_body"),
  /// An entry of `chats`.
  CHAT("id", "zone", "quiet", "who_may", "on_uncertain"),
  /// An entry of `sources`.
  SOURCE("id", "url", "every", "backlog", "allow_private", "agency", "zone"),
  /// An entry of `subscriptions`.
  SUBSCRIPTION("id", "query", "to", "deliver", "quiet", "zone", "urgent", "owner", "until"),
  /// A file named under `include`.
  INCLUDED("subscriptions");

  private static final List<Keys> SECTIONS =
      List.of(STORE, WEB, TELEGRAM, SLACK, LOCAL, STORY, LIMITS, KEEP, FETCH);

  private final List<String> names;

  Keys(String... names) {
    this.names = List.of(names);
  }

  List<String> names() {
    return names;
  }

  boolean knows(String key) {
    return names.contains(key);
  }

  /// The known key that `unknown` probably stands for; for a key of the main file that belongs into
  /// a section, with the section's name.
  Optional<String> meant(String unknown) {
    return nearest(unknown, names).or(() -> this == MAIN ? sectionOf(unknown) : Optional.empty());
  }

  /// Every key an override can name, such as `web.port`.
  static List<String> dotted() {
    return Stream.concat(MAIN.names.stream(), SECTIONS.stream().flatMap(Keys::qualified)).toList();
  }

  private static Optional<String> sectionOf(String key) {
    return SECTIONS.stream()
        .filter(section -> section.knows(key))
        .findFirst()
        .map(section -> section.label() + "." + key);
  }

  private Stream<String> qualified() {
    return names.stream().map(key -> label() + "." + key);
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one of `known` that is a slip away from `word`: one change, two in a word of seven letters
  /// and more.
  static Optional<String> nearest(String word, Collection<String> known) {
    int reach = Math.clamp((word.length() + 1) / 4, 1, 2);
    String typed = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= reach)
        .map(candidate -> new Near(candidate, distance(typed, candidate.toLowerCase(Locale.ROOT))))
        .filter(near -> near.distance() <= reach && near.distance() < word.length())
        .min(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
        .map(Near::word);
  }

  private record Near(String word, int distance) {}

  /// Edits between two words: insert, delete, replace, or swap two neighbours.
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    Arrays.setAll(d[0], j -> j);
    for (int i = 1; i <= a.length(); i++) {
      d[i][0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (swapped(a, i, b, j)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}

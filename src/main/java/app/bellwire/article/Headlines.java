package app.bellwire.article;

import app.bellwire.source.Source;
import app.bellwire.text.Folding;
import app.bellwire.text.Sentences;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes off a headline what is the publisher's, not the story's. Immutable.
final class Headlines {
  static final String NONE = "(no headline)";
  private static final int LONGEST = 300;
  private static final Pattern SUFFIX =
      Pattern.compile("\\s+[-–—|•·»:]{1,2}\\s+([^|–—•·»]{2,60})$");
  private static final Pattern PREFIX =
      Pattern.compile("([\\p{L}][\\p{L} .'’&-]{1,30}?)\\s?(?::|\\s[–—|-])\\s+");
  private static final Set<String> FILLING =
      Set.of(
          "news",
          "agency",
          "com",
          "org",
          "net",
          "online",
          "the",
          "world",
          "english",
          "rss",
          "newswire",
          "press",
          "wire",
          "top",
          "latest");

  private final Set<String> names;
  private final Set<String> words;

  private Headlines(Set<String> names, Set<String> words) {
    this.names = names;
    this.words = words;
  }

  static Headlines of(Source source, String agency, Optional<URI> link) {
    Set<String> names = new HashSet<>();
    Set<String> words = new HashSet<>();
    add(names, words, agency);
    add(names, words, source.agency().orElse(""));
    add(names, words, source.id().value());
    addHost(names, words, source.url());
    link.ifPresent(uri -> addHost(names, words, uri));
    return new Headlines(names, words);
  }

  private static void add(Set<String> names, Set<String> words, String name) {
    String key = Folding.key(name.replace('-', ' ').replace('_', ' '));
    if (!key.isEmpty()) {
      names.add(key.replace(" ", ""));
      words.addAll(List.of(key.split(" ")));
    }
  }

  private static void addHost(Set<String> names, Set<String> words, URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    String[] labels = host.split("\\.");
    for (int i = 0; i < labels.length - 1; i++) {
      if (labels[i].length() > 2 && !labels[i].equals("www")) {
        add(names, words, labels[i]);
      }
    }
    if (!host.isEmpty()) {
      names.add(host.replaceFirst("^www\\.", "").replace(".", ""));
    }
  }

  /// `title` without publisher before and after it.
  String clean(String title) {
    String text = withoutSuffix(withoutSuffix(title));
    Matcher prefix = PREFIX.matcher(text);
    boolean publisher =
        prefix.lookingAt() && isPublisher(prefix.group(1)) && prefix.end() < text.length();
    return publisher ? text.substring(prefix.end()) : text;
  }

  private String withoutSuffix(String title) {
    Matcher suffix = SUFFIX.matcher(title);
    return suffix.find() && suffix.start() > 0 && isPublisher(suffix.group(1))
        ? title.substring(0, suffix.start())
        : title;
  }

  private boolean isPublisher(String text) {
    String key = Folding.key(text.replace('.', ' '));
    if (key.isEmpty()) {
      return false;
    }
    if (names.contains(key.replace(" ", ""))) {
      return true;
    }
    List<String> parts = List.of(key.split(" "));
    return parts.stream().anyMatch(part -> words.contains(part) && !FILLING.contains(part))
        && parts.stream().allMatch(part -> words.contains(part) || FILLING.contains(part));
  }

  /// The first sentence of the text as a headline; [#NONE] when there is no text.
  static String firstSentence(List<String> paragraphs) {
    return paragraphs.stream()
        .flatMap(paragraph -> Sentences.of(paragraph).stream())
        .findFirst()
        .map(Headlines::cut)
        .orElse(NONE);
  }

  /// At most as long as a chat can bear, cut between words.
  static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int space = text.lastIndexOf(' ', LONGEST - 1);
    int end = space > LONGEST / 2 ? space : LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}

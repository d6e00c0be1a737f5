package app.bellwire.sample;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The paragraphs that wires use again and again. Immutable.
record Backgrounds(Map<String, String> byName) {
  static Backgrounds load() {
    return new Backgrounds(Block.headers(Block.lines("background.txt")));
  }

  /// `paragraphs` with each `@name` replaced by the paragraph of that name.
  List<String> expand(List<String> paragraphs) {
    return paragraphs.stream().map(this::expand).toList();
  }

  private String expand(String paragraph) {
    return paragraph.startsWith("@") ? named(paragraph.substring(1)) : paragraph;
  }

  private String named(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(() -> new IllegalStateException("no background paragraph " + name));
  }
}

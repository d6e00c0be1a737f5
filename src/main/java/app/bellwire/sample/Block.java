package app.bellwire.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One piece of a text file of this package: header lines `name: value`, then paragraphs, with an
/// empty line before each. Pieces are parted by a line `---`; lines that begin with `#` are
/// remarks. Immutable.
record Block(Map<String, String> head, List<String> paragraphs) {

  /// The pieces of the file `name` beside this class, in order.
  static List<Block> read(String name) {
    List<Block> blocks = new ArrayList<>();
    for (String text : text(name).split("(?m)^---$\\n", -1)) {
      blocks.add(parse(text.strip()));
    }
    return List.copyOf(blocks);
  }

  /// The lines of the file `name` that say something.
  static List<String> lines(String name) {
    return text(name).lines().filter(line -> !line.isBlank()).toList();
  }

  /// The header `name`, or empty text. A first space after the colon is not part of it.
  String get(String name) {
    return head.getOrDefault(name, "");
  }

  private static Block parse(String text) {
    String[] parts = text.split("\\n\\n+", -1);
    List<String> paragraphs = List.of(parts).subList(1, parts.length);
    return new Block(headers(parts[0].lines().toList()), paragraphs);
  }

  /// Lines `name: value` as a map, in their order.
  static Map<String, String> headers(List<String> lines) {
    Map<String, String> head = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      head.put(line.substring(0, colon), line.substring(colon + 2));
    }
    return head;
  }

  private static String text(String name) {
    try (InputStream in = Block.class.getResourceAsStream(name)) {
      String all =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return all.replace("\r\n", "\n").replaceAll("(?m)^#.*\\n", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

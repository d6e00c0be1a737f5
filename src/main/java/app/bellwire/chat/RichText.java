package app.bellwire.chat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Text with meaning, free of any network's markup: a tree of nodes. Line breaks are `\n` inside
/// [Text]. Immutable.
public record RichText(List<Node> nodes) {
  public RichText {
    nodes = List.copyOf(nodes);
  }

  /// A piece of rich text. `text` is never read as markup.
  public sealed interface Node {}

  public record Text(String text) implements Node {}

  public record Bold(RichText content) implements Node {}

  public record Struck(RichText content) implements Node {}

  /// Something to copy, such as a query.
  public record Code(String text) implements Node {}

  /// Lines in a fixed pitch.
  public record Block(String text) implements Node {}

  public record Link(String label, URI target) implements Node {}

  /// A real instant, shown in the reader's own zone where the network can; `fallback` elsewhere.
  public record Time(Instant at, String fallback) implements Node {}

  /// Text that is folded away under its title until asked for.
  public record Fold(String title, RichText content) implements Node {}

  /// News text of another hand: isolated in direction, marked with its language (`und` when
  /// unknown).
  public record News(String text, String language) implements Node {}

  public static RichText of(String text) {
    return new RichText(List.of(new Text(text)));
  }

  public static Builder build() {
    return new Builder();
  }

  /// The text without its structure; a fold is its title and content on lines of their own.
  public String plain() {
    StringBuilder out = new StringBuilder();
    nodes.forEach(node -> appendPlain(node, out));
    return out.toString();
  }

  /// The same in at most `units` UTF-16 units of plain text; where something had to go, `…` stands.
  public RichText shortened(int units) {
    return plain().length() <= units ? this : Shortening.of(this, units);
  }

  private static void appendPlain(Node node, StringBuilder out) {
    switch (node) {
      case Text text -> out.append(text.text());
      case News news -> out.append(news.text());
      case Bold bold -> out.append(bold.content().plain());
      case Struck struck -> out.append(struck.content().plain());
      case Code code -> out.append(code.text());
      case Block block -> out.append(block.text());
      case Link link -> out.append(link.label());
      case Time time -> out.append(time.fallback());
      case Fold fold -> out.append(fold.title()).append('\n').append(fold.content().plain());
    }
  }

  /// Collects nodes in order. Confined to one thread.
  public static final class Builder {
    private final List<Node> nodes = new ArrayList<>();

    public Builder text(String text) {
      return add(new Text(text));
    }

    public Builder line() {
      return text("\n");
    }

    public Builder bold(String text) {
      return add(new Bold(RichText.of(text)));
    }

    public Builder code(String text) {
      return add(new Code(text));
    }

    public Builder link(String label, URI target) {
      return add(new Link(label, target));
    }

    public Builder news(String text, String language) {
      return add(new News(text, language));
    }

    public Builder add(Node node) {
      nodes.add(node);
      return this;
    }

    public Builder addAll(RichText text) {
      nodes.addAll(text.nodes());
      return this;
    }

    public RichText done() {
      return new RichText(nodes);
    }
  }
}

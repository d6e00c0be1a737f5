package app.bellwire.config;

import java.util.List;
import java.util.Optional;

/// Reads the files that the configuration consists of, each as the kind it is. Confined to one
/// thread.
final class Document {
  private static final String NAMES_FORM = "lists of spellings, such as - [Kyiv, Kiev]";

  private Document() {}

  /// The keys of the main file.
  static Optional<Yaml.Entries> main(Scope scope) {
    return text(scope).flatMap(text -> keys(scope, text));
  }

  /// The file `name` that stands under `include`.
  static Optional<Section> included(Section main, Place place, String name) {
    return main.file("include", place, name)
        .flatMap(file -> keys(file.scope(), file.text()).map(keys -> included(file.scope(), keys)));
  }

  /// The same for a text that came without a file.
  static Optional<Section> pasted(Scope scope, String text) {
    return keys(scope, text).map(keys -> included(scope, keys));
  }

  private static Section included(Scope scope, Yaml.Entries keys) {
    Section section = new Section(Keys.INCLUDED, keys, scope);
    if (!section.has("subscriptions")) {
      section.missing("subscriptions", "");
    }
    return section;
  }

  /// The names file that the main file names, if any.
  static List<List<String>> names(Section main) {
    String name = main.text("names", "");
    if (name.isEmpty()) {
      return List.of();
    }
    return main.file("names", main.place("names"), name)
        .flatMap(file -> parse(file.scope(), file.text()).map(root -> lists(file.scope(), root)))
        .orElse(List.of());
  }

  private static List<List<String>> lists(Scope scope, Yaml root) {
    if (root.isNothing()) {
      return List.of();
    }
    if (!(root instanceof Yaml.Items items)) {
      scope.findings().problem(root.place(), "this file takes " + NAMES_FORM);
      return List.of();
    }
    return items.items().stream().flatMap(item -> spellings(scope, item).stream()).toList();
  }

  private static Optional<List<String>> spellings(Scope scope, Yaml item) {
    if (item instanceof Yaml.Items list && list.items().stream().allMatch(Document::isWord)) {
      List<String> words =
          list.items().stream().map(i -> ((Yaml.Scalar) i).text().strip()).toList();
      if (words.stream().distinct().count() < 2) {
        scope.findings().problem(item.place(), "a name needs two spellings at least");
      }
      return Optional.of(words);
    }
    scope.findings().problem(item.place(), "this file takes " + NAMES_FORM);
    return Optional.empty();
  }

  private static boolean isWord(Yaml item) {
    return item instanceof Yaml.Scalar scalar && !scalar.text().isBlank();
  }

  private static Optional<String> text(Scope scope) {
    return switch (scope.content()) {
      case Content.Bytes bytes -> scope.text(bytes);
      case Content.None none -> {
        scope.findings().problem(Place.wholeFile(scope.file()), none.why(), scope.nearest(none));
        yield Optional.empty();
      }
    };
  }

  private static Optional<Yaml.Entries> keys(Scope scope, String text) {
    Optional<Yaml> root = parse(scope, text);
    if (root.isPresent() && !(root.get() instanceof Yaml.Entries)) {
      String what =
          root.get().isNothing()
              ? "nothing is set in this file"
              : "this file takes keys with values, not " + root.get().kind();
      scope.findings().problem(root.get().place(), what);
    }
    return root.filter(Yaml.Entries.class::isInstance).map(Yaml.Entries.class::cast);
  }

  private static Optional<Yaml> parse(Scope scope, String text) {
    if (text.isBlank()) {
      scope.findings().problem(Place.wholeFile(scope.file()), "the file is empty");
      return Optional.empty();
    }
    return YamlParser.parse(scope.file(), text, scope.findings());
  }
}

package app.bellwire.config;

import app.bellwire.config.Values.Form;
import app.bellwire.config.Values.Parsed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Some keys with their values: the main part of a file, one of its sections, or one entry of a
/// list. Reads values in their forms; what does not fit goes to the findings, and reading goes on
/// as if the key were not there. Confined to one thread.
final class Section {
  private final Keys keys;
  private final Yaml.Entries entries;
  private final Scope scope;

  Section(Keys keys, Yaml.Entries entries, Scope scope) {
    this.keys = keys;
    this.entries = entries;
    this.scope = scope;
    entries.entries().stream().filter(e -> !keys.knows(e.key())).forEach(this::unknown);
  }

  private void unknown(Yaml.Entry entry) {
    String name = entry.place().inOverride() ? "" : Shown.key(entry.key()) + " is ";
    String what =
        keys == Keys.INCLUDED && Keys.MAIN.knows(entry.key())
            ? "a key of the main file"
            : "not a known key";
    scope.findings().problem(entry.place(), name + what, keys.meant(entry.key()));
  }

  Scope scope() {
    return scope;
  }

  Place place() {
    return entries.place();
  }

  /// Where the value of `key` stands; the section's own place when it is not there.
  Place place(String key) {
    return entry(key).map(Yaml.Entry::value).map(Yaml::place).orElse(place());
  }

  boolean has(String key) {
    return entry(key).isPresent();
  }

  boolean isList(String key) {
    return entry(key).filter(entry -> entry.value() instanceof Yaml.Items).isPresent();
  }

  boolean isEmptyList(String key) {
    return isList(key) && items(key).isEmpty();
  }

  private Optional<Yaml.Entry> entry(String key) {
    if (!keys.knows(key)) {
      throw new IllegalArgumentException(keys + " has no key " + key);
    }
    return entries.find(key);
  }

  /// The value of `key`; none when it is not there or not in its form.
  <T> Optional<T> value(String key, Form<T> form) {
    return entry(key).flatMap(entry -> read(key, entry.value(), form));
  }

  <T> T value(String key, Form<T> form, T fallback) {
    return value(key, form).orElse(fallback);
  }

  /// The value of a key that must be there.
  <T> Optional<T> required(String key, Form<T> form) {
    if (!has(key)) {
      missing(key, "");
    }
    return value(key, form);
  }

  /// Says that a key must be there, unless an unknown one has been taken for it.
  void missing(String key, String reason) {
    if (!misspelt(key)) {
      scope.findings().problem(place(), "'" + key + "' is missing here" + reason);
    }
  }

  /// Whether an unknown key has been taken for `key`.
  boolean misspelt(String key) {
    return entries.entries().stream()
        .filter(entry -> !keys.knows(entry.key()))
        .anyMatch(entry -> keys.meant(entry.key()).equals(Optional.of(key)));
  }

  /// Text that may be empty.
  String text(String key, String fallback) {
    return entry(key).filter(e -> e.value().isNothing()).isPresent()
        ? ""
        : value(key, Values::text, fallback);
  }

  /// A list of values; none when the key is not there or has nothing.
  <T> List<T> values(String key, Form<T> form) {
    return items(key).stream().flatMap(item -> read(key, item, form).stream()).toList();
  }

  /// One value or a list of them.
  <T> List<T> oneOrMore(String key, Form<T> form) {
    return switch (entry(key).map(Yaml.Entry::value).orElse(new Yaml.Items(List.of(), place()))) {
      case Yaml.Items _ -> values(key, form);
      case Yaml.Scalar one -> read(key, one, form).stream().toList();
      case Yaml.Entries keyed -> {
        wrong(keyed.place(), key, "takes a value or a list, not " + keyed.kind());
        yield List.of();
      }
    };
  }

  /// The items under `key`, whatever they are.
  List<Yaml> items(String key) {
    return entry(key).map(Yaml.Entry::value).filter(v -> !v.isNothing()).stream()
        .flatMap(value -> items(key, value))
        .toList();
  }

  private Stream<Yaml> items(String key, Yaml value) {
    if (value instanceof Yaml.Items list) {
      return list.items().stream();
    }
    wrong(value.place(), key, "takes a list, not " + value.kind());
    return Stream.empty();
  }

  /// The keys under `key`; nothing but defaults when it is not there.
  Section section(String key, Keys known) {
    return entry(key)
        .map(Yaml.Entry::value)
        .filter(value -> !value.isNothing())
        .flatMap(value -> section(key, value, known))
        .orElseGet(() -> new Section(known, new Yaml.Entries(List.of(), place(key)), scope));
  }

  /// Every item under `key` that has keys.
  List<Section> sections(String key, Keys known) {
    return items(key).stream().flatMap(item -> section(key, item, known).stream()).toList();
  }

  private Optional<Section> section(String key, Yaml value, Keys known) {
    if (value instanceof Yaml.Entries found) {
      return Optional.of(new Section(known, found, scope));
    }
    wrong(
        value.place(),
        key,
        "takes keys, such as " + known.names().getFirst() + ":, not " + value.kind());
    return Optional.empty();
  }

  /// A secret that stands at `key`, or in the file named at `key` + `_file`.
  Secret secret(String key) {
    String fileKey = key + "_file";
    String inPlace = text(key, "");
    if (!has(fileKey)) {
      return new Secret(inPlace);
    }
    if (!inPlace.isEmpty()) {
      wrong(place(fileKey), fileKey, "there is '" + key + "' too; one of the two is enough");
    }
    return value(fileKey, Values::text)
        .flatMap(path -> secretIn(fileKey, path))
        .orElse(Secret.NONE);
  }

  /// What stands there instead of a file's name may be the secret itself and is not repeated.
  private Optional<Secret> secretIn(String key, String path) {
    Optional<String> text =
        file(key, place(key), path, "the file that is named here")
            .map(OtherFile::text)
            .map(String::strip);
    if (text.filter(String::isEmpty).isPresent()) {
      wrong(place(key), key, "the file '" + path + "' is empty");
    }
    return text.map(Secret::new);
  }

  /// Another file's text and the scope to read it in.
  record OtherFile(Scope scope, String text) {}

  /// The file that stands at `key`; what is wrong with it is said there.
  Optional<OtherFile> file(String key, Place place, String name) {
    return file(key, place, name, "the file '" + Shown.value(name) + "'");
  }

  private Optional<OtherFile> file(String key, Place place, String name, String called) {
    Optional<Path> file = scope.resolve(name);
    if (file.isEmpty()) {
      wrong(place, key, called + " has no name that a file can have");
      return Optional.empty();
    }
    Scope other = scope.in(file.get());
    return switch (other.content()) {
      case Content.Bytes bytes -> other.text(bytes).map(text -> new OtherFile(other, text));
      case Content.None none -> {
        wrong(place, key, called + ": " + none.why(), other.nearest(none));
        yield Optional.empty();
      }
    };
  }

  /// Reads one value in its form.
  <T> Optional<T> read(String key, Yaml value, Form<T> form) {
    if (value.isNothing()) {
      wrong(value.place(), key, "there is no value");
      return Optional.empty();
    }
    if (!(value instanceof Yaml.Scalar scalar)) {
      wrong(value.place(), key, "takes a single value, not " + value.kind());
      return Optional.empty();
    }
    return switch (scope.placeholders().expand(scalar.text())) {
      case Parsed.Bad<String>(String what, Optional<String> _) -> {
        wrong(value.place(), key, what);
        yield Optional.empty();
      }
      case Parsed.Good<String>(String text) -> parse(key, scalar, text, form);
    };
  }

  private <T> Optional<T> parse(String key, Yaml.Scalar scalar, String text, Form<T> form) {
    return switch (form.parse(text)) {
      case Parsed.Good<T>(T good) -> Optional.of(good);
      case Parsed.Bad<T> bad -> {
        doesNotFit(key, scalar, text, bad);
        yield Optional.empty();
      }
    };
  }

  /// What the environment holds may be a secret that went to the wrong place: of such a value the
  /// placeholder is shown, and nothing is said that was found out from the value.
  private <T> void doesNotFit(String key, Yaml.Scalar scalar, String text, Parsed.Bad<T> bad) {
    String shown = scope.placeholders().withoutEnvironment(scalar.text());
    if (shown.equals(text)) {
      String value = "'" + Shown.value(text) + "' ";
      wrong(scalar.place(), key, value + bad.what(), bad.hint().map(Shown::address));
    } else {
      wrong(scalar.place(), key, "what '" + Shown.value(shown) + "' stands for does not fit here");
    }
  }

  void wrong(Place place, String key, String what) {
    wrong(place, key, what, Optional.empty());
  }

  void wrong(Place place, String key, String what, Optional<String> hint) {
    scope.findings().problem(place, named(place, key, what), hint);
  }

  /// Says what is wrong at an offset of the text that stands at `key`.
  void wrongAt(String key, String text, int offset, String what, Optional<String> hint) {
    Place place = place(key);
    String name = "'" + key + "'";
    boolean asIs = entry(key).map(Yaml.Entry::value).filter(v -> holds(v, text)).isPresent();
    if (asIs && place.column() > 0) {
      name += ", column " + (place.column() + text.codePointCount(0, offset));
    }
    scope.findings().problem(place, place.inOverride() ? what : name + ": " + what, hint);
  }

  private static boolean holds(Yaml value, String text) {
    return value instanceof Yaml.Scalar scalar && scalar.text().equals(text);
  }

  void note(String key, String what) {
    scope.findings().note(place(key), named(place(key), key, what));
  }

  /// An override's place names its key already.
  private static String named(Place place, String key, String what) {
    return place.inOverride() ? what : "'" + key + "': " + what;
  }
}

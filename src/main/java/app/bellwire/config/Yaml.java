package app.bellwire.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A value of a YAML file. Immutable. What a scalar means (number, time, nothing) is decided by the
/// key it stands at, not by its looks.
sealed interface Yaml {
  Place place();

  /// What an admin would call it.
  String kind();

  /// Whether the key stands there without a value.
  default boolean isNothing() {
    return false;
  }

  /// The same value, standing at `place` altogether.
  default Yaml at(Place place) {
    return switch (this) {
      case Scalar scalar -> new Scalar(scalar.text(), scalar.plain(), place);
      case Items list -> new Items(list.items().stream().map(i -> i.at(place)).toList(), place);
      case Entries map ->
          new Entries(
              map.entries().stream()
                  .map(e -> new Entry(e.key(), place, e.value().at(place)))
                  .toList(),
              place);
    };
  }

  /// @param plain written without quotes
  record Scalar(String text, boolean plain, Place place) implements Yaml {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    @Override
    public String kind() {
      return "a single value";
    }

    @Override
    public boolean isNothing() {
      return plain && NOTHING.contains(text);
    }
  }

  record Items(List<Yaml> items, Place place) implements Yaml {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /// Keys in file order, none twice.
  record Entries(List<Entry> entries, Place place) implements Yaml {
    public Entries {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "keys with values";
    }

    Optional<Entry> find(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    Entries with(Entry added) {
      List<Entry> all = new ArrayList<>(without(added.key()).entries());
      all.add(added);
      return new Entries(all, place);
    }

    Entries without(String key) {
      return new Entries(entries.stream().filter(e -> !e.key().equals(key)).toList(), place);
    }
  }

  /// @param place of the key
  record Entry(String key, Place place, Yaml value) {}
}

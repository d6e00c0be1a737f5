package app.bellwire.story;

/// Who has a report first hand: an agency, newspaper or station. Immutable; equal when the keys
/// are.
///
/// @param key the name folded, one for all its spellings: `ap` for the Associated Press
/// @param name as it is shown
public record Origin(String key, String name) {
  /// The outlet of that name, in the spelling it is best known by.
  public static Origin named(String name) {
    return Outlets.known(name).orElseGet(() -> new Origin(Outlets.key(name), name.strip()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin origin && origin.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}

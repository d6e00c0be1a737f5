package app.bellwire.config;

/// A token or password; it does not print. Immutable.
///
/// @param value the secret itself, empty for none
public record Secret(String value) {
  public static final Secret NONE = new Secret("");

  public boolean isPresent() {
    return !value.isEmpty();
  }

  @Override
  public String toString() {
    return "***";
  }
}

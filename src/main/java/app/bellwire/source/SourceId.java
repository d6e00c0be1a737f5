package app.bellwire.source;

/// The id an admin gave a source in the configuration. Immutable.
public record SourceId(String value) {
  @Override
  public String toString() {
    return value;
  }
}

package app.bellwire.chat;

/// A person on a network, written `network:id`. Immutable.
public record UserId(String network, String id) {
  @Override
  public String toString() {
    return network + ":" + id;
  }
}

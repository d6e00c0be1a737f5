package app.bellwire.web;

import java.util.List;
import java.util.Optional;

/// Where the web server listens and whom it answers. Immutable.
///
/// @param host the address to bind, such as `127.0.0.1` or `0.0.0.0`
/// @param port 0 for any free one
/// @param hosts names besides the loopback ones that requests may ask for
/// @param password what HTTP Basic must carry, whatever the user name; none asks for nothing
public record WebSettings(String host, int port, List<String> hosts, Optional<String> password) {
  public WebSettings {
    hosts = List.copyOf(hosts);
    password = password.filter(word -> !word.isEmpty());
  }

  /// Keeps the password out of every log.
  @Override
  public String toString() {
    return "WebSettings[%s:%d, hosts=%s, password=%s]"
        .formatted(host, port, hosts, password.isPresent() ? "set" : "none");
  }
}

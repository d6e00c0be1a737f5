package app.bellwire.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The JDBC URL of a PostgreSQL database without its passwords, which the driver logs and repeats
/// in its errors, and the passwords by the driver's names for them. Immutable.
///
/// @param open may be shown
record PostgresUrl(String open, Map<String, String> secrets) {
  private static final Set<String> SECRET = Set.of("password", "sslpassword");

  PostgresUrl {
    secrets = Map.copyOf(secrets);
  }

  static PostgresUrl of(String url) {
    int parameters = url.indexOf('?');
    if (parameters < 0) {
      return new PostgresUrl(url, Map.of());
    }
    List<String> open = new ArrayList<>();
    Map<String, String> secrets = new HashMap<>();
    for (String parameter : url.substring(parameters + 1).split("&")) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      if (equals >= 0 && SECRET.contains(name)) {
        secrets.put(name, decoded(name, parameter.substring(equals + 1)));
      } else {
        open.add(parameter);
      }
    }
    String server = url.substring(0, parameters);
    return new PostgresUrl(
        open.isEmpty() ? server : server + "?" + String.join("&", open), secrets);
  }

  private static String decoded(String name, String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      throw new StoreProblem(
          StoreProblem.Kind.UNREACHABLE,
          "The " + name + " in store.url has a % alone. Write %25 for it.",
          null);
    }
  }

  @Override
  public String toString() {
    return open;
  }
}

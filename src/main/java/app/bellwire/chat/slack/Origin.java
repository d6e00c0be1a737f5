package app.bellwire.chat.slack;

import app.bellwire.chat.Address;
import app.bellwire.chat.UserId;
import org.jspecify.annotations.Nullable;

/// How something reached us. Immutable.
///
/// @param team the workspace that the app is installed in, or null
/// @param delivery the id of the delivery, for what has no id of its own
record Origin(@Nullable String team, String delivery) {
  Address chat(@Nullable String channel) {
    return new Address(Address.SLACK, team, required(channel, "channel"), null);
  }

  static UserId user(@Nullable String id) {
    return new UserId(Address.SLACK, required(id, "user"));
  }

  /// @throws Unreadable when it is missing
  static String required(@Nullable String value, String name) {
    if (value == null || value.isEmpty()) {
      throw new Unreadable("it has no " + name);
    }
    return value;
  }
}

package app.bellwire.chat.slack;

import java.util.Optional;

/// What is known of people whom Slack names by their ids alone. Thread-safe; answers within a
/// second, since Slack waits three for an acknowledgement.
interface People {
  /// What a person is called.
  Optional<String> name(String user);

  /// The channel of the direct messages with a person.
  Optional<String> direct(String user);
}

package app.bellwire.render;

import app.bellwire.chat.Action;
import app.bellwire.text.When;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// How a chat looks at an alert: its clock, the ids of its buttons, what it has muted.
///
/// @param issue gives a button its opaque id
/// @param muted the mute of the story, when there is one
public record View(When when, Function<Action, String> issue, Optional<Muted> muted) {
  public View(When when, Function<Action, String> issue) {
    this(when, issue, Optional.empty());
  }

  /// @param by who muted, empty where nobody else is in the chat
  /// @param running whether the whole running story is muted, not this story alone
  public record Muted(Instant until, String by, boolean running) {}
}

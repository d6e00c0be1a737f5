package app.bellwire.render;

import app.bellwire.chat.Action;
import app.bellwire.text.When;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How a chat looks at an alert: its clock, the ids of its buttons, what it has muted.
///
/// @param issue gives a button its opaque id
/// @param muted the mute of the story, when there is one
/// @param held since when the alert was held, where that is to be said
/// @param missed articles that a mute has kept from the chat and that can be shown now
public record View(
    When when,
    Function<Action, String> issue,
    Optional<Muted> muted,
    Optional<Instant> held,
    List<Long> missed) {
  public View {
    missed = List.copyOf(missed);
  }

  public View(When when, Function<Action, String> issue, Optional<Muted> muted) {
    this(when, issue, muted, Optional.empty(), List.of());
  }

  public View(When when, Function<Action, String> issue) {
    this(when, issue, Optional.empty());
  }

  public View held(Optional<Instant> since) {
    return new View(when, issue, muted, since, missed);
  }

  public View missed(List<Long> articles) {
    return new View(when, issue, muted, held, articles);
  }

  /// The same view of a message that was told before.
  View plain() {
    return new View(when, issue, muted);
  }

  /// The same view at another time.
  View at(Instant now) {
    return new View(new When(when.zone(), when.own(), now), issue, muted, held, missed);
  }

  /// @param by who muted, empty where nobody else is in the chat
  /// @param running whether the whole running story is muted, not this story alone
  public record Muted(Instant until, String by, boolean running) {}
}

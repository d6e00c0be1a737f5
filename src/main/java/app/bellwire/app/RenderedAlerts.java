package app.bellwire.app;

import app.bellwire.alert.Alert;
import app.bellwire.chat.Buttons;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.command.AlertPages;
import app.bellwire.render.AlertRenderer;
import app.bellwire.render.View;
import app.bellwire.subscription.Mute;
import app.bellwire.text.When;
import java.util.Optional;

/// The first message of a story as the renderer makes it. Thread-safe.
record RenderedAlerts(Buttons buttons) implements AlertPages {
  @Override
  public OutgoingMessage root(Alert last, When when, Optional<Mute> mute, boolean many) {
    return AlertRenderer.root(
        last,
        new View(
            when, action -> buttons.issue(last.chat(), action), mute.map(m -> muted(m, many))));
  }

  private static View.Muted muted(Mute mute, boolean many) {
    return new View.Muted(
        mute.until(), many ? mute.by() : "", mute.scope() == Mute.Scope.STORYLINE);
  }
}

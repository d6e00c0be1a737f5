package app.bellwire.app;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Digest;
import app.bellwire.alert.DigestLog;
import app.bellwire.chat.Buttons;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.RichText;
import app.bellwire.command.AlertPages;
import app.bellwire.render.AlertRenderer;
import app.bellwire.render.DigestRenderer;
import app.bellwire.render.View;
import app.bellwire.subscription.Mute;
import app.bellwire.text.When;
import java.util.List;
import java.util.Optional;

/// Stories that were told, as the renderer shows them. Thread-safe.
record RenderedAlerts(Buttons buttons, DigestLog digests) implements AlertPages {
  @Override
  public OutgoingMessage root(Alert last, When when, Optional<Mute> mute, boolean many) {
    View view =
        new View(when, action -> buttons.issue(last.chat(), action), mute.map(m -> muted(m, many)));
    return introducing(last)
        .map(digest -> DigestRenderer.edit(digest, digest.partOf(last.event()), view))
        .orElseGet(() -> AlertRenderer.root(last, view));
  }

  @Override
  public List<RichText> rest(Digest digest, int from, When when) {
    return DigestRenderer.rest(
        digest, from, new View(when, action -> buttons.issue(digest.chat(), action)));
  }

  /// The digest that stands in place of a first message.
  private Optional<Digest> introducing(Alert alert) {
    return digests.telling(alert.chat(), alert.event()).stream()
        .filter(digest -> digest.introduces(alert.event()))
        .findFirst();
  }

  private static View.Muted muted(Mute mute, boolean many) {
    return new View.Muted(
        mute.until(), many ? mute.by() : "", mute.scope() == Mute.Scope.STORYLINE);
  }
}

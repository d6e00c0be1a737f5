package app.bellwire.command;

import app.bellwire.alert.Alert;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.subscription.Mute;
import app.bellwire.text.When;
import java.util.Optional;

/// Shows the first message of a story again, with its buttons in their present state.
public interface AlertPages {
  /// An edit of the first message of the story as it stands after `last`, without sound.
  ///
  /// @param mute the mute of the story or of its running story
  /// @param many whether several people share the chat, so that the mute says whose it is
  OutgoingMessage root(Alert last, When when, Optional<Mute> mute, boolean many);
}

package app.bellwire.command;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Digest;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.RichText;
import app.bellwire.subscription.Mute;
import app.bellwire.text.When;
import java.util.List;
import java.util.Optional;

/// Shows stories again, as alerts and digests do.
public interface AlertPages {
  /// An edit of the first message of the story as it stands after `last`, without sound.
  ///
  /// @param mute the mute of the story or of its running story
  /// @param many whether several people share the chat, so that the mute says whose it is
  OutgoingMessage root(Alert last, When when, Optional<Mute> mute, boolean many);

  /// Stories of a digest that none of its messages tells, in the form of those that do; not all of
  /// them where they are many.
  ///
  /// @param from how many of its stories come before
  /// @return one text for each message that it takes
  List<RichText> rest(Digest digest, int from, When when);
}

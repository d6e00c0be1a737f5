package app.bellwire.chat.slack;

import org.jspecify.annotations.Nullable;

/// Something came and could not be kept for now; Slack is to send it again.
final class NotKept extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotKept(String why, @Nullable Throwable cause) {
    super(why, cause);
  }
}

package app.bellwire.chat.http;

import java.io.IOException;

/// A call failed before its request was handed over: the server has nothing of it.
public final class NotHandedOver extends IOException {
  private static final long serialVersionUID = 1;

  NotHandedOver(IOException cause) {
    super(cause.getMessage(), cause);
  }

  /// Whether that is what ended in `failure`, however deep it is wrapped.
  public static boolean in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotHandedOver) {
        return true;
      }
    }
    return false;
  }
}

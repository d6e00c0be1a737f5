package app.bellwire.chat;

/// What happens to a message whose answer was lost.
public enum OnUncertain {
  /// It is sent again and may come twice.
  RESEND,
  /// It waits for an admin and may not have come.
  HOLD,
  /// The network is asked first; sent again where it has not come or cannot be told.
  RECONCILE
}

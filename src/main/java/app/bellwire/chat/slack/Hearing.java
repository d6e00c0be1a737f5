package app.bellwire.chat.slack;

/// Told how the listening stands. Thread-safe; returns at once.
interface Hearing {
  /// Slack is connected and answers; told again every few seconds.
  void heard();

  /// The connection was lost, or none could be made where one was to be had.
  ///
  /// @param why short and without secrets
  void broken(String why);

  /// The app was taken out of the workspace, or its token was.
  void tokenRefused(String why);
}

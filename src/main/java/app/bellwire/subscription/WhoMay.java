package app.bellwire.subscription;

/// Who may change what a chat gets.
public enum WhoMay {
  ADMINS,
  MEMBERS,
  /// The admins of the install.
  LISTED
}

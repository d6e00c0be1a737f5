package app.bellwire.app;

/// A file or argument cannot be used; the message says what, where, and what was expected.
final class WrongInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongInput(String message) {
    super(message);
  }
}

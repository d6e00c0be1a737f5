package app.bellwire.text;

/// Meaning cannot be read on this machine; the message says why.
public final class EmbedderProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EmbedderProblem(String message, Throwable cause) {
    super(message, cause);
  }
}

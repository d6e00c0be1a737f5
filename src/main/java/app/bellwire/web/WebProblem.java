package app.bellwire.web;

/// Why the web server cannot start, in one sentence with the way out.
public final class WebProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  WebProblem(String message, Throwable cause) {
    super(message, cause);
  }

  static WebProblem portInUse(WebSettings settings, Throwable cause) {
    int other = settings.port() < 10_000 ? settings.port() + 10_000 : settings.port() - 1;
    return new WebProblem(
        "Port %d on %s is in use; set web.port in config/bellwire.yml or pass --set web.port=%d"
            .formatted(settings.port(), settings.host(), other),
        cause);
  }

  static WebProblem cannotListen(WebSettings settings, Throwable cause) {
    return new WebProblem(
        "Cannot listen on %s port %d (%s); set web.host and web.port in config/bellwire.yml"
            .formatted(settings.host(), settings.port(), root(cause).getMessage()),
        cause);
  }

  /// What the operating system said; the layers above guess.
  private static Throwable root(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}

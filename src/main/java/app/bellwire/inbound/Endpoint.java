package app.bellwire.inbound;

/// A path of the web server that an adapter answers itself. The server asks no password there: the
/// endpoint makes sure by itself who calls. Thread-safe.
public interface Endpoint {
  /// Where it is mounted, such as `/slack/events`.
  String path();

  InboundAnswer answer(InboundRequest request);
}

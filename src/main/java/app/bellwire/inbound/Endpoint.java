package app.bellwire.inbound;

/// A path of the web server that an adapter answers itself. Thread-safe.
public interface Endpoint {
  /// Where it is mounted, such as `/slack/events`.
  String path();

  InboundAnswer answer(InboundRequest request);
}

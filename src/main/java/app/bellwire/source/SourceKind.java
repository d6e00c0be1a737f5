package app.bellwire.source;

/// How a source is read.
public enum SourceKind {
  /// A feed over HTTP, in any dialect.
  FEED,
  /// The bundled wire, read without a socket and told in local chats only.
  SAMPLE
}

package app.bellwire.inbound;

/// What an endpoint answers. Immutable.
public record InboundAnswer(int status, String contentType, byte[] body) {}

package app.bellwire.inbound;

import java.util.Map;

/// One HTTP request to an endpoint. Immutable.
///
/// @param headers names in lower case, first value each
/// @param body at most 1 MiB, as received
public record InboundRequest(
    String method, String path, Map<String, String> headers, byte[] body) {}

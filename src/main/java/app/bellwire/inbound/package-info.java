/// What an adapter offers to the web server.
///
/// An [Endpoint] answers an [InboundRequest] with an [InboundAnswer]; the server mounts it without
/// knowing whose it is. Imports nothing of ours.
@NullMarked
package app.bellwire.inbound;

import org.jspecify.annotations.NullMarked;

package app.bellwire.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a person typed or pressed. Immutable.
///
/// @param updateId the network's id of the update, unique within the network
/// @param text what was typed; empty for a press
/// @param replyTo the network's id of the message it answers, or null
/// @param pressed the opaque id of the pressed button, or null
public record IncomingMessage(
    String updateId,
    Address from,
    UserId user,
    String userName,
    String text,
    @Nullable String replyTo,
    @Nullable String pressed,
    Instant at)
    implements Incoming {}

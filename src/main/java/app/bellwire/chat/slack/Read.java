package app.bellwire.chat.slack;

import app.bellwire.chat.Incoming;
import org.jspecify.annotations.Nullable;

/// What was read of something that came. Immutable.
///
/// @param surface where it can be answered, or null when it is no command and no press
record Read(Incoming incoming, @Nullable Surface surface) {}

package app.bellwire.chat.slack;

import app.bellwire.chat.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a command was typed or a button pressed, by the means Slack gives to answer there.
/// Immutable.
///
/// @param responseUrl takes a few answers for a while, or null
/// @param trigger opens one view within seconds, or null
/// @param view the modal or page that the press was made in, or null
/// @param ephemeral whether it was made under a message that the person alone sees
/// @param thread the first message of the thread that it was made in, or null
/// @param at when it came
record Surface(
    UserId user,
    @Nullable String responseUrl,
    @Nullable String trigger,
    @Nullable Shown view,
    boolean ephemeral,
    @Nullable String thread,
    Instant at) {

  /// @param home whether it is the Home page, else a modal
  record Shown(String id, boolean home) {}
}

/// Slack: its limits, its markup, its errors.
///
/// Begin with [SlackChat]. Two ways go through here. A message: [Layout] lays it out in blocks,
/// [Posts] sends it by [WebApi], which makes each call once; [Denials] says what a refusal means,
/// and [Finder] looks for what may have come after all. What people do: [SocketLink] or
/// [SlackEvents] hears it, [BoltApp] takes it, [PayloadReader] and [EventReader] read it, and it is
/// in the inbox before it is acknowledged; [Surfaces] remembers where [Answers] belong.
///
/// It does not decide what is said, nor when anything is tried again. Imports `chat`, `chat.http`,
/// `inbound` and `work`.
@NullMarked
package app.bellwire.chat.slack;

import org.jspecify.annotations.NullMarked;

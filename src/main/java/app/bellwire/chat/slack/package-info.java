/// Slack: its limits, its markup, its errors.
///
/// Begin with [SlackChat]; [WebApi] makes each call once, [Denials] says what a refusal means,
/// [Posts] sends and [Finder] looks for what may have been sent. Imports `chat`, `chat.http`,
/// `inbound` and `work`.
@NullMarked
package app.bellwire.chat.slack;

import org.jspecify.annotations.NullMarked;

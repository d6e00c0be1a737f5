/// Telegram: its limits, its markup, its errors.
///
/// Begin with [TelegramChat]; [Markup] writes rich text as text with entities, [Denials] says what
/// a refusal means, [Poller] listens and [UpdateReader] reads. Imports `chat`, `inbound` and
/// `work`.
@NullMarked
package app.bellwire.chat.telegram;

import org.jspecify.annotations.NullMarked;

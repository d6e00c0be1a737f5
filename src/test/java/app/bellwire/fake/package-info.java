/// Parts in memory and by hand for tests: a clock, stores, articles in the making, golden texts;
/// and a network that fails on purpose: [ChatServer], [WireChat] that speaks to it, [FaultProxy]
/// between; and Telegram and Slack as strict as they are, [TelegramServer] and [SlackServer].
@NullMarked
package app.bellwire.fake;

import org.jspecify.annotations.NullMarked;

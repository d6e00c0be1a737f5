/// Understands what a person typed and answers.
///
/// Begin with `CommandParser`, which makes a `Command` of a line, and `CommandHandler`, which
/// carries it out; every text a person can read stands in `Replies` and in its siblings by subject,
/// `HoursWords` (digests, quiet hours, zones, pauses), `DataWords` (what is stored), `ImportWords`
/// (subscriptions as a file), `ChannelWords` (channels that are set up from elsewhere) and
/// `LostWords` (lost answers). Knows no network, no SQL and no config file.
@NullMarked
package app.bellwire.command;

import org.jspecify.annotations.NullMarked;

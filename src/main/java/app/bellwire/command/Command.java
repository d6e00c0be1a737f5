package app.bellwire.command;

import app.bellwire.subscription.Mute;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/// What a typed line asks for. Immutable.
public sealed interface Command {
  /// @param payload what a link carries; empty for none
  record Start(String payload) implements Command {}

  record Help() implements Command {}

  /// Words to look at before anything is stored; empty when only the verb was typed.
  record Look(String words) implements Command {}

  /// The same look without the offer to subscribe.
  record Try(String words) implements Command {}

  record Edit(String words) implements Command {}

  record Unsub(String words) implements Command {}

  /// @param where the name of a channel; empty for here
  record Listing(String where) implements Command {}

  record Settings() implements Command {}

  /// @param what the kind of thing, none for the picker
  /// @param words what may name a subscription
  record Silence(Optional<Mute.Scope> what, String words, Optional<Length> length)
      implements Command {}

  /// A mute until a time that there is not.
  record Unclocked() implements Command {}

  record Unmute() implements Command {}

  record Why() implements Command {}

  /// @param url as typed, which may be anything
  record WhyNot(String url) implements Command {}

  record Sources() implements Command {}

  record Status() implements Command {}

  record Export() implements Command {}

  /// When alerts come to a chat, and by which clock.
  sealed interface Timetable extends Command {}

  /// @param rest words that name a subscription, then times; either may be missing
  record Digest(String rest) implements Timetable {}

  record Quiet(String rest) implements Timetable {}

  record Zone(String rest) implements Timetable {}

  record Pause() implements Timetable {}

  record Resume() implements Timetable {}

  /// What becomes of messages whose answer was lost; all of them, or one that is picked.
  sealed interface Lost extends Command {}

  record Resend(boolean all) implements Lost {}

  record Drop(boolean all) implements Lost {}

  record MyData() implements Command {}

  record ForgetMe() implements Command {}

  /// @param yaml empty when only the verb was typed
  record Import(String yaml) implements Command {}

  /// Prose rather than words to watch for.
  record Question(String text) implements Command {}

  record Link(String url) implements Command {}

  /// @param typed the verb with its slash
  /// @param meant the nearest verb there is, with its slash
  /// @param rest what followed the verb
  record Unknown(String typed, Optional<String> meant, String rest) implements Command {}

  /// Nothing that could be read: a picture, a sticker, empty lines.
  record Nothing() implements Command {}

  record TooLong(int length) implements Command {}

  /// How long a mute lasts. Immutable.
  sealed interface Length {
    record For(Duration span) implements Length {}

    record Until(LocalTime time) implements Length {}
  }
}

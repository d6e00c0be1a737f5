package app.bellwire.chat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One network we talk on. Thread-safe; calls block until the network has answered or given up,
/// never retry by themselves and never throw for what a network can do.
public interface Chat {
  /// `local`, `telegram` or `slack`.
  String network();

  /// Posts `message` as `deliveryId`.
  ///
  /// @param replyTo the network's id of the message to reply to, or null
  SendResult post(Address to, OutgoingMessage message, String deliveryId, @Nullable String replyTo);

  /// Replaces the message `messageId`.
  SendResult edit(Address at, String messageId, OutgoingMessage message, String deliveryId);

  /// Answers what somebody typed or pressed: to them alone where the network can and others read
  /// along, else as [#post].
  ///
  /// @param replyTo the network's id of the message to reply to, or null
  default SendResult answer(
      IncomingMessage asked, OutgoingMessage message, String deliveryId, @Nullable String replyTo) {
    return post(asked.from(), message, deliveryId, replyTo);
  }

  /// Puts `message` in the place of what the pressed button stood under; answers with it where that
  /// is not known.
  default SendResult replace(IncomingMessage press, OutgoingMessage message, String deliveryId) {
    String shown = press.replyTo();
    return shown == null
        ? answer(press, message, deliveryId, null)
        : edit(press.from(), shown, message, deliveryId);
  }

  /// Whether an answer at `address` is seen by whoever asked alone, so that others who should know
  /// of it have to be told.
  default boolean discreet(Address address) {
    return false;
  }

  /// Whether the network can show a [Form] and a page of its own.
  default boolean panels() {
    return false;
  }

  /// Shows a form to whoever pressed, in place of the one the press came from, if it came from one.
  default SendResult show(IncomingMessage press, Form form) {
    return new SendResult.Refused("there are no forms on " + network());
  }

  /// Shows a person Bellwire's own page on the network.
  ///
  /// @param home the private chat with them, where presses on the page belong
  default SendResult showPage(UserId user, Address home, Panel page) {
    return new SendResult.Refused("there are no pages on " + network());
  }

  /// Whether a person has been shown the page, which has to be shown anew when something changes.
  default boolean hasPage(UserId user) {
    return false;
  }

  /// Says `message` at `to` to one person there, as [#answer] would.
  default SendResult whisper(Address to, UserId user, OutgoingMessage message, String deliveryId) {
    return post(to, message, deliveryId, null);
  }

  /// By which clock a person lives, where the network tells.
  default Optional<ZoneId> zoneOf(UserId user) {
    return Optional.empty();
  }

  /// What `user` may do at `address`, as the network knows it now.
  Role roleOf(UserId user, Address address);

  /// Whether a message was accepted under `deliveryId`.
  ///
  /// @param replyTo the network's id of the message it was to reply to, or null
  /// @param since it was not sent before
  Lookup find(Address at, String deliveryId, @Nullable String replyTo, Instant since);

  /// How long a message may still come after its answer was lost, so that [#find] cannot tell.
  default Duration late() {
    return Duration.ZERO;
  }

  /// The private chat with `user`, opened if need be; none where they have to begin it, or where
  /// the network does not open it now. Keeps what it was told, and may ask the network.
  default Optional<Address> privately(UserId user) {
    return Optional.empty();
  }

  /// What the network knows of a chat that somebody named, and of them there; several questions.
  ///
  /// @param named a public name, such as `@deskwire`, or the id of an address
  default Standing standing(String named, UserId asker) {
    return new Standing.NotFound();
  }

  /// The lasting address of a chat that is known by a name which can change hands; none when
  /// `address` is lasting, or the network does not say so now.
  default Optional<Address> lasting(Address address) {
    return Optional.empty();
  }

  /// Whether people in private chats can be shown a [Button.ChooseChannel].
  default boolean choosesChannels() {
    return false;
  }

  /// An address that opens a private chat with Bellwire and says `/start payload` there.
  ///
  /// @param payload at most 64 of `A-Z a-z 0-9 _ -`
  default Optional<URI> startLink(String payload) {
    return Optional.empty();
  }

  /// An address that offers to add Bellwire to a group.
  default Optional<URI> groupLink() {
    return Optional.empty();
  }

  /// How fast the network takes messages.
  default Limits limits() {
    return Limits.NONE;
  }

  /// How people call the chat at `address` now, such as `#newsroom`; none when that is not known
  /// without asking. Answers at once.
  default Optional<String> nameOf(Address address) {
    return Optional.empty();
  }

  /// Whether the limits of groups hold at `address`.
  default boolean group(Address address) {
    return false;
  }

  /// What is wrong with the network as a whole; none when all is well or nobody can tell.
  default Optional<NetworkCondition> condition() {
    return Optional.empty();
  }

  /// For how long nobody has listened to what people write, where that is too long.
  default Optional<Duration> standstill() {
    return Optional.empty();
  }

  /// How the topics of groups answered.
  default Topics topics() {
    return Topics.NONE;
  }

  /// Answers a press with a short note, at most 200 characters, that the presser alone sees and
  /// nobody keeps.
  ///
  /// @param text empty for none; the network is told all the same that the press was taken
  void toast(IncomingMessage press, String text);
}

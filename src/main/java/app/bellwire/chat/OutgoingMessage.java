package app.bellwire.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a chat is to be told, before any network's markup. Immutable.
///
/// @param keyboard rows of buttons under the text
/// @param thread what the message belongs to, such as `event:17`; null for none. The first message
///   of a thread is its root, later ones are replies to it
/// @param placement a new message, or an edit of the thread's root
/// @param silent whether it should come without a sound
/// @param priority what goes first where a network's budget is short
public record OutgoingMessage(
    RichText text,
    List<List<Button>> keyboard,
    @Nullable String thread,
    Placement placement,
    boolean silent,
    Priority priority) {

  public OutgoingMessage {
    keyboard = keyboard.stream().map(List::copyOf).toList();
  }

  /// An alert.
  public OutgoingMessage(
      RichText text,
      List<List<Button>> keyboard,
      @Nullable String thread,
      Placement placement,
      boolean silent) {
    this(text, keyboard, thread, placement, silent, Priority.ALERT);
  }

  /// What goes first, in this order.
  public enum Priority {
    /// Answers to what somebody typed or pressed.
    ANSWER,
    /// Corrections and withdrawals of what was told.
    CORRECTION,
    ALERT,
    DIGEST
  }

  /// Where a message goes.
  public enum Placement {
    /// A new message; in a thread that has a root, a reply to it.
    POST,
    /// The root of the thread is replaced; posted anew when there is none.
    EDIT_ROOT
  }

  /// A message of its own that may sound.
  public static OutgoingMessage of(RichText text) {
    return new OutgoingMessage(text, List.of(), null, Placement.POST, false);
  }

  public static OutgoingMessage of(String text) {
    return of(RichText.of(text));
  }

  @SafeVarargs
  public final OutgoingMessage with(List<Button>... rows) {
    return new OutgoingMessage(text, List.of(rows), thread, placement, silent, priority);
  }

  public OutgoingMessage with(RichText other) {
    return new OutgoingMessage(other, keyboard, thread, placement, silent, priority);
  }

  public OutgoingMessage with(Priority other) {
    return new OutgoingMessage(text, keyboard, thread, placement, silent, other);
  }

  /// The same message with this text in another thread.
  public OutgoingMessage in(String other, RichText words) {
    return new OutgoingMessage(words, keyboard, other, placement, silent, priority);
  }
}

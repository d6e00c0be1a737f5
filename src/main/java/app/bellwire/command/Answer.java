package app.bellwire.command;

import app.bellwire.chat.Address;
import app.bellwire.chat.Form;
import app.bellwire.chat.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a person gets back at once, past the outbox. Immutable.
///
/// @param posts in order; each says by its placement whether it is new or edits a thread's first
///   message
/// @param edit what takes the place of the message whose button was pressed
/// @param toast a short note on a press, at most 200 characters
/// @param form what takes the place of the form that was pressed in, or opens
/// @param told what others are to know of it, who do not see the answer
public record Answer(
    List<OutgoingMessage> posts,
    Optional<OutgoingMessage> edit,
    Optional<String> toast,
    Optional<Form> form,
    Optional<Told> told) {
  /// Nothing to say: it was answered before.
  public static final Answer NONE = new Answer(List.of(), Optional.empty(), Optional.empty());

  public Answer {
    posts = List.copyOf(posts);
  }

  Answer(List<OutgoingMessage> posts, Optional<OutgoingMessage> edit, Optional<String> toast) {
    this(posts, edit, toast, Optional.empty(), Optional.empty());
  }

  /// A message for a chat that need not be the one that was asked in.
  public record Told(Address to, OutgoingMessage message) {}

  static Answer form(Form form) {
    return new Answer(
        List.of(), Optional.empty(), Optional.empty(), Optional.of(form), Optional.empty());
  }

  Answer telling(Address to, OutgoingMessage message) {
    return new Answer(posts, edit, toast, form, Optional.of(new Told(to, message)));
  }

  static Answer post(OutgoingMessage message) {
    return new Answer(List.of(message), Optional.empty(), Optional.empty());
  }

  static Answer edit(OutgoingMessage message) {
    return new Answer(List.of(), Optional.of(message), Optional.empty());
  }

  static Answer toast(String text) {
    return new Answer(List.of(), Optional.empty(), Optional.of(text));
  }

  /// The same with every message changed.
  Answer map(UnaryOperator<OutgoingMessage> change) {
    return new Answer(posts.stream().map(change).toList(), edit.map(change), toast, form, told);
  }

  /// The same with a message before the others.
  Answer after(OutgoingMessage message) {
    List<OutgoingMessage> more = new ArrayList<>(List.of(message));
    more.addAll(posts);
    return new Answer(more, edit, toast);
  }

  Answer and(OutgoingMessage message) {
    List<OutgoingMessage> more = new ArrayList<>(posts);
    more.add(message);
    return new Answer(more, edit, toast, form, told);
  }
}

package app.bellwire.chat;

import java.util.List;

/// What a button does, as a verb and its arguments; kept in the store behind the button's opaque
/// id, so that nobody can make one up. Immutable.
public record Action(String verb, List<String> arguments) {
  public Action {
    arguments = List.copyOf(arguments);
  }

  public static Action of(String verb, Object... arguments) {
    return new Action(verb, List.of(arguments).stream().map(String::valueOf).toList());
  }
}

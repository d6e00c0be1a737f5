package app.bellwire.chat;

import java.util.List;

/// Something to fill in. Immutable.
public sealed interface Field {
  /// What the value is handed in as, unique within what is shown.
  String name();

  String label();

  /// What stands in it now; empty for nothing.
  String value();

  /// What is wrong with the value, to be shown at the field; empty for nothing.
  String problem();

  /// A line of text.
  ///
  /// @param hint shown while it is empty
  /// @param required whether it may not be empty
  record Line(
      String name, String label, String value, String problem, String hint, boolean required)
      implements Field {}

  /// A chat of the network, to be picked from those that the person sees there.
  ///
  /// @param value the chat's id on the network
  record Place(String name, String label, String value, String problem) implements Field {}

  /// One of a few.
  ///
  /// @param value one of the options'
  record Choice(String name, String label, String value, String problem, List<Option> options)
      implements Field {
    public Choice {
      options = List.copyOf(options);
    }
  }

  record Option(String value, String label) {}
}

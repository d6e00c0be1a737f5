package app.bellwire.chat;

import java.util.List;

/// Text, buttons and fields one below the other, as a page of its own rather than a message.
/// Immutable.
public record Panel(List<Part> parts) {
  public Panel {
    parts = List.copyOf(parts);
  }

  /// What stands in a panel.
  public sealed interface Part {}

  public record Said(RichText text) implements Part {}

  public record Row(List<Button> buttons) implements Part {
    public Row {
      buttons = List.copyOf(buttons);
    }
  }

  public record Input(Field field) implements Part {}
}

package app.bellwire.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.command.CommandParser;
import org.junit.jupiter.api.Test;

/// The menu, and what is kept from being pressed in news, know every command there is.
class CommandMenuTest {
  @Test
  void theNamesAreThoseTheParserUnderstands() {
    assertThat(CommandMenu.names()).containsExactlyInAnyOrderElementsOf(CommandParser.verbs());
  }
}

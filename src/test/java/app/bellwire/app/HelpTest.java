package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"run", "once", "check", "read", "match", "replay", "score", "stories", "backup"})
  void every_command_explains_itself(String command) {
    StringWriter out = new StringWriter();
    CommandLine line = Main.commandLine(new Main()).setOut(new PrintWriter(out, true));

    assertThat(line.execute(command, "--help")).isZero();

    assertThat(out.toString()).startsWith("Usage: bellwire " + command).contains("--config");
  }
}

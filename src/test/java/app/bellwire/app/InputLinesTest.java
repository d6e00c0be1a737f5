package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputLinesTest {
  @TempDir Path folder;

  @Test
  void a_folder_and_bytes_that_are_no_text_are_named() throws IOException {
    Path bytes = Files.write(folder.resolve("a.jsonl"), new byte[] {'{', (byte) 0xFF, '}'});

    assertThatThrownBy(() -> InputLines.of(folder))
        .isInstanceOf(WrongInput.class)
        .hasMessage(folder + " is a folder; name a file");
    assertThatThrownBy(() -> InputLines.of(bytes))
        .isInstanceOf(WrongInput.class)
        .hasMessageStartingWith(bytes + ": not UTF-8");
  }

  @Test
  void lines_come_as_they_are() throws IOException {
    Path file = Files.writeString(folder.resolve("b.jsonl"), "{}\n\n{}\n");

    assertThat(InputLines.of(file)).containsExactly("{}", "", "{}");
  }

  @Test
  void a_packed_file_is_unpacked_and_a_false_one_named() throws IOException {
    Path packed = folder.resolve("c.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("{}\n{}\n".getBytes(StandardCharsets.UTF_8));
    }
    Path plain = Files.writeString(folder.resolve("d.jsonl.gz"), "{}\n");

    assertThat(InputLines.of(packed)).containsExactly("{}", "{}");
    assertThatThrownBy(() -> InputLines.of(plain))
        .isInstanceOf(WrongInput.class)
        .hasMessageStartingWith(plain + ": not packed by gzip");
  }
}

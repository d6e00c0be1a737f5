package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.source.SourceId;
import app.bellwire.source.SourceState;
import app.bellwire.source.Validators;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceLogTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private final SourceLog log = new SourceLog();

  @Test
  void a_failing_source_is_told_once_for_each_reason_and_when_it_is_read_again() {
    assertThat(log.words(state(0, null))).isEmpty();
    assertThat(log.words(state(1, "the server answers 503")))
        .contains("wire cannot be read: the server answers 503");
    assertThat(log.words(state(2, "the server answers 503"))).isEmpty();
    assertThat(log.words(state(3, "the document is empty")))
        .contains("wire cannot be read: the document is empty");
    assertThat(log.words(state(0, null))).contains("wire is read again");
    assertThat(log.words(state(0, null))).isEmpty();
  }

  private static SourceState state(int failures, @Nullable String problem) {
    return new SourceState(
        new SourceId("wire"), NOON, NOON, NOON, Validators.NONE, failures, problem);
  }
}

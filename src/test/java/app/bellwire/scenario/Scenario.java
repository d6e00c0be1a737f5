package app.bellwire.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A time line: a morning in March with three wires and the chat "desk", which watches for the
/// water treaty. When it ends the books must agree.
abstract class Scenario {
  static final Instant MORNING = Instant.parse("2031-03-04T08:00:00Z");

  @TempDir Path folder;
  Newsroom room;
  Wire norda;
  Wire kestrel;
  Wire oriel;
  ChatLog desk;

  @BeforeEach
  final void begin() {
    begin(MORNING, "");
  }

  /// Begins at another time, with another configuration.
  final void begin(Instant start, String config) {
    if (room != null) {
      room.close();
    }
    room = new Newsroom(folder, start, config);
    norda = room.wire("Norda");
    kestrel = room.wire("Kestrel");
    oriel = room.wire("Oriel");
    desk = room.chat("desk");
  }

  @AfterEach
  final void theBooksAgree() {
    try {
      Invariants.hold(room);
    } finally {
      room.close();
    }
  }

  final void at(String time) {
    room.at(time);
  }

  final void later(Duration span) {
    room.later(span);
  }
}

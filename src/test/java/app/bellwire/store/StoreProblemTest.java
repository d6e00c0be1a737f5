package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.store.StoreProblem.Kind;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class StoreProblemTest {
  @ParameterizedTest
  @CsvSource({
    "SQLITE_BUSY, LOCKED, another program",
    "SQLITE_BUSY_SNAPSHOT, LOCKED, another program",
    "SQLITE_READONLY, READ_ONLY, the right to write",
    "SQLITE_READONLY_DIRECTORY, READ_ONLY, the right to write",
    "SQLITE_FULL, FULL, Free space",
    "SQLITE_IOERR_FSYNC, UNREACHABLE, has room",
    "SQLITE_CANTOPEN, UNREACHABLE, Check that the path",
    "SQLITE_CORRUPT, NOT_A_DATABASE, restore a backup",
    "SQLITE_NOTADB, NOT_A_DATABASE, not a database",
    "SQLITE_CONSTRAINT_UNIQUE, REFUSED, refused a statement"
  })
  void aFailureOfSqliteSaysWhatToDo(SQLiteErrorCode code, Kind kind, String words) {
    StoreProblem problem = StoreProblem.of(new SQLiteException("x", code), "data/bellwire.db");
    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem).hasMessageContaining(words).hasMessageContaining("data/bellwire.db");
  }

  @ParameterizedTest
  @CsvSource({
    "08001, UNREACHABLE",
    "57P01, UNREACHABLE",
    "28P01, UNREACHABLE",
    "3D000, UNREACHABLE",
    "53100, FULL",
    "25006, READ_ONLY",
    "40P01, CONFLICT",
    "23505, REFUSED",
    "'', REFUSED"
  })
  void aFailureOfPostgresSaysWhatToDo(String state, Kind kind) {
    StoreProblem problem = StoreProblem.of(new SQLException("x", state), "PostgreSQL //db/news");
    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem).hasMessageStartingWith("PostgreSQL //db/news");
  }

  @Test
  void noConnectionInTimeIsAServerThatCannotBeReached() {
    SQLException late = new SQLTransientConnectionException("timed out");
    assertThat(StoreProblem.of(late, "db").kind()).isEqualTo(Kind.UNREACHABLE);
  }
}

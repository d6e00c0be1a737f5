package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.ledger.Outcome;
import app.bellwire.query.ParsedQuery;
import app.bellwire.store.StoreProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SqliteFileTest {
  @TempDir Path folder;
  private Path file;
  private String url;

  @BeforeEach
  void name() {
    file = folder.resolve("data").resolve("bellwire.db");
    url = "jdbc:sqlite:" + file;
  }

  private static Stores stores(Database database) {
    return new Stores(
        database,
        () -> 1,
        new HandClock(StoreContract.NOON),
        text -> new ParsedQuery.Invalid(text, 0, "", Optional.empty()));
  }

  private static void note(Database database, long id) {
    stores(database).ledger().note(id, StoreContract.NOON, Outcome.TOLD, "");
  }

  private static ObjectAssert<StoreProblem> assertRefused(String url) {
    return assertThatThrownBy(() -> Database.open(url).close())
        .asInstanceOf(InstanceOfAssertFactories.type(StoreProblem.class));
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void theFileAndItsFolderAreMadeAndOpenAgain() {
    try (Database database = Database.open(url)) {
      note(database, 1);
    }
    try (Database database = Database.open(url)) {
      assertThat(stores(database).ledger().entry(1)).isPresent();
    }
  }

  @Test
  void parametersOfTheDriverAreNoPartOfTheFile() {
    Database.open(url + "?cache=shared").close();
    assertThat(file).exists();
  }

  @Test
  void everyCommitIsOnTheDiskAndReadersCannotWrite() {
    try (Database database = Database.open(url)) {
      List<String> writer =
          database.write(
              sql ->
                  List.of(
                      pragma(sql, "journal_mode"),
                      pragma(sql, "synchronous"),
                      pragma(sql, "foreign_keys"),
                      pragma(sql, "query_only")));
      assertThat(writer).containsExactly("wal", "2", "1", "0");
      String reader = database.read(sql -> pragma(sql, "query_only"));
      assertThat(reader).isEqualTo("1");
    }
  }

  private static String pragma(Sql sql, String name) {
    return sql.first("pragma " + name, row -> row.text(name)).orElseThrow();
  }

  @Test
  void aSecondBellwireInThisProgramIsRefused() {
    try (Database first = Database.open(url)) {
      assertRefused(url)
          .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.LOCKED))
          .extracting(StoreProblem::getMessage, InstanceOfAssertFactories.STRING)
          .contains(file.toString(), "another Bellwire", "store.url");
      assertThat(first.trouble()).isEmpty();
    }
    Database.open(url).close();
  }

  @Test
  void anotherProgramIsNamedAndItsStoreCanBeCopied() throws Exception {
    Path copy = folder.resolve("copies").resolve("copy.db");
    try (OtherProgram other = OtherProgram.start(url)) {
      assertRefused(url)
          .extracting(StoreProblem::getMessage, InstanceOfAssertFactories.STRING)
          .contains("another Bellwire (process " + other.pid() + ")");
      long committed = other.nextId();
      Database.backup(url, copy);
      assertThat(highestIn(copy)).isGreaterThanOrEqualTo(committed);
      other.nextId();
    }
  }

  private static long highestIn(Path copy) {
    try (Database database = Database.open("jdbc:sqlite:" + copy)) {
      String integrity =
          database.read(
              sql ->
                  sql.first("pragma integrity_check", row -> row.text("integrity_check"))
                      .orElseThrow());
      assertThat(integrity).isEqualTo("ok");
      return database.highestId();
    }
  }

  @Test
  void whatWasCommittedSurvivesAKill() throws Exception {
    for (int round = 0; round < 3; round++) {
      OtherProgram other = OtherProgram.start(url);
      for (int i = 0; i < 20; i++) {
        other.nextId();
      }
      long last = other.kill();
      assertThat(highestIn(file)).isGreaterThanOrEqualTo(last);
    }
  }

  @Test
  void aRunningStoreIsCopied() {
    try (Database database = Database.open(url)) {
      note(database, 1);
      Path copy = folder.resolve("copy.db");
      database.backup(copy);
      note(database, 2);
      assertThat(highestIn(copy)).isEqualTo(1);
    }
  }

  @Test
  void aCopyReplacesNothing() throws IOException {
    Path copy = Files.writeString(folder.resolve("copy.db"), "mine");
    try (Database database = Database.open(url)) {
      assertThatThrownBy(() -> database.backup(copy))
          .isInstanceOf(StoreProblem.class)
          .hasMessageContaining("exists");
    }
    assertThat(copy).hasContent("mine");
    try (var left = Files.list(folder)) {
      assertThat(left).as("nothing half written").hasSize(2);
    }
  }

  @Test
  void nothingIsCopiedFromAStoreThatIsNotThere() {
    assertThatThrownBy(() -> Database.backup(url, folder.resolve("copy.db")))
        .isInstanceOf(StoreProblem.class)
        .hasMessageContaining("does not exist");
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "Dear diary, this is no database. ".repeat(100));
    assertRefused(url)
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.NOT_A_DATABASE))
        .extracting(StoreProblem::getMessage, InstanceOfAssertFactories.STRING)
        .contains(file.toString(), "not a database");
    assertThat(file).content().startsWith("Dear diary");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.writeString(folder.resolve("data"), "a file where the folder should be");
    assertRefused(url)
        .extracting(StoreProblem::getMessage, InstanceOfAssertFactories.STRING)
        .contains("The folder " + folder.resolve("data"), "store.url");
  }

  @Test
  void aFolderInThePlaceOfTheFileIsRefused() throws IOException {
    Files.createDirectories(file);
    assertRefused(url)
        .extracting(StoreProblem::getMessage, InstanceOfAssertFactories.STRING)
        .contains(file.toString(), "cannot be opened");
  }

  @Test
  void aFileThatAnotherProgramHoldsIsRefused() throws SQLException {
    Database.open(url).close();
    try (Connection holder = DriverManager.getConnection(url);
        Statement statement = holder.createStatement()) {
      statement.execute("pragma locking_mode = exclusive");
      statement.execute("begin exclusive");
      assertRefused(url)
          .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.LOCKED))
          .extracting(StoreProblem::getMessage, InstanceOfAssertFactories.STRING)
          .contains(file.toString(), "locked by another program");
    }
    Database.open(url).close();
  }

  @Test
  void aStoreOfANewerBellwireIsRefused() throws SQLException {
    Database.open(url).close();
    sql(
        """
        insert into schema_history
          (installed_rank, version, description, type, script, checksum, installed_by,
           execution_time, success)
        values (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, '', 1, 1)
        """);
    assertRefused(url)
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.NEWER))
        .extracting(StoreProblem::getMessage, InstanceOfAssertFactories.STRING)
        .contains(file.toString(), "newer Bellwire");
  }

  @Test
  void tablesOfAnotherProgramAreRefused() throws Exception {
    Files.createDirectories(file.getParent());
    sql("create table recipes (title text)");
    assertRefused(url)
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.NOT_A_DATABASE));
    sql("insert into recipes values ('soup')");
  }

  @Test
  void aFullDiskIsSaidUntilAWriteSucceeds() {
    try (Database database = Database.open(url)) {
      limitPages(database, 1);
      assertThatThrownBy(() -> fill(database))
          .isInstanceOf(StoreProblem.class)
          .hasMessageContaining("is full");
      assertThat(database.trouble().orElseThrow()).contains(file.toString(), "is full");
      limitPages(database, 1_000_000);
      assertThat(database.trouble()).as("until something was written").isPresent();
      note(database, 2);
      assertThat(database.trouble()).isEmpty();
      assertThat(database.highestId()).as("nothing of the failed one").isEqualTo(2);
    }
  }

  private static void limitPages(Database database, int pages) {
    database.write(
        sql -> sql.first("pragma max_page_count = " + pages, row -> row.number("max_page_count")));
  }

  private static void fill(Database database) {
    database.inTransaction(
        () -> {
          for (int id = 1; id < 1_000; id++) {
            stores(database)
                .ledger()
                .note(id, StoreContract.NOON, Outcome.TOLD, "reason ".repeat(100));
          }
        });
  }

  @Test
  void aClosedStoreSaysSo() {
    Database database = Database.open(url);
    database.close();
    assertThatThrownBy(() -> note(database, 1))
        .isInstanceOf(StoreProblem.class)
        .hasMessage("The store is closed.");
    assertThat(database.trouble()).contains("The store is closed.");
  }

  /// A claim happens many times a second; it must not read what was sent long ago.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select min(id) from outbox where settled_at is null group by chat_id",
        "select * from outbox where settled_at is null and state = 'SENDING'",
        "select message from inbox where done_at is null order by id",
        "select * from held_alerts where until_at <= 0",
        "select * from articles where link_key <> '' and link_key = 'x' order by read_at desc, id"
            + " desc",
        "select * from seen_items where source = 's' and link_key <> '' and link_key = 'x'",
        "select * from events e where e.updated_at >= 0",
        "select * from ledger where read_at >= 0"
      })
  void frequentQuestionsHaveAnIndex(String question) {
    try (Database database = Database.open(url)) {
      List<String> plan =
          database.read(
              sql -> sql.list("explain query plan " + question, row -> row.text("detail")));
      assertThat(plan)
          .isNotEmpty()
          .allMatch(step -> step.contains("USING INDEX") || step.contains("USING COVERING INDEX"))
          .noneMatch(step -> step.contains("autoindex"));
    }
  }

  /// Asked in every round of the courier; it must not walk through all that waits.
  @Test
  void whatIsLateIsFoundByItsTime() {
    try (Database database = Database.open(url)) {
      List<String> plan =
          database.read(
              sql ->
                  sql.list(
                      "explain query plan " + JdbcOutbox.LATE, row -> row.text("detail"), 0, 500));
      assertThat(plan).singleElement().asString().contains("outbox_expiry (expires_at<?)");
    }
  }

  @Test
  void anUnknownKindOfStoreIsRefused() {
    assertRefused("jdbc:h2:mem:x")
        .extracting(StoreProblem::getMessage, InstanceOfAssertFactories.STRING)
        .contains("jdbc:sqlite:", "jdbc:postgresql:");
  }
}

package app.bellwire.deliver;

import app.bellwire.fake.MemoryOutbox;
import app.bellwire.query.QueryParser;
import app.bellwire.store.Database;
import app.bellwire.store.Stores;
import app.bellwire.work.Ids;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class CourierTest {
  @Nested
  class InMemory extends CourierContract {
    @Override
    Outbox empty() {
      return new MemoryOutbox();
    }
  }

  @Nested
  class OnSqlite extends CourierContract {
    @TempDir Path folder;
    private final List<Database> opened = new ArrayList<>();

    @Override
    Outbox empty() {
      Database database = Database.open("jdbc:sqlite:" + folder.resolve("bellwire.db"));
      opened.add(database);
      return new Stores(database, new Ids(clock)::next, clock, QueryParser::parse).outbox();
    }

    @AfterEach
    void closeTheFile() {
      opened.forEach(Database::close);
    }
  }
}

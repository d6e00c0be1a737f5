package app.bellwire.deliver;

import app.bellwire.fake.DirectWork;
import app.bellwire.fake.MemoryChats;
import app.bellwire.fake.MemoryOutbox;
import app.bellwire.fake.MemoryPauses;
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
    Kit empty() {
      MemoryChats chats = new MemoryChats();
      return new Kit(
          new MemoryOutbox(chat -> chats.settings(chat).address()),
          new MemoryPauses(),
          new DirectWork(),
          chats);
    }
  }

  @Nested
  class OnSqlite extends CourierContract {
    @TempDir Path folder;
    private final List<Database> opened = new ArrayList<>();

    @Override
    Kit empty() {
      Database database = Database.open("jdbc:sqlite:" + folder.resolve("bellwire.db"));
      opened.add(database);
      Stores stores = new Stores(database, new Ids(clock)::next, clock, QueryParser::parse);
      return new Kit(stores.outbox(), stores.pauses(), database, stores.chats());
    }

    @AfterEach
    void closeTheFile() {
      opened.forEach(Database::close);
    }
  }
}

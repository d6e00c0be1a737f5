package app.bellwire.store;

import app.bellwire.fake.MemoryAlerts;
import app.bellwire.fake.MemoryDigests;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// Every contract on a SQLite file.
class SqliteStoresTest {
  @TempDir static Path folder;
  private static Database opened;

  @BeforeAll
  static void open() {
    opened = Database.open("jdbc:sqlite:" + folder.resolve("bellwire.db"));
  }

  @AfterAll
  static void close() {
    opened.close();
  }

  @Nested
  class Articles extends ArticleStoreContract {
    Articles() {
      super(opened);
    }
  }

  @Nested
  class Sources extends SourceStoreContract {
    Sources() {
      super(opened);
    }
  }

  @Nested
  class Stories extends StoryStoreContract {
    Stories() {
      super(opened);
    }
  }

  @Nested
  class Labels extends StoryLabelsContract {
    Labels() {
      super(opened);
    }
  }

  @Nested
  class Subscriptions extends SubscriptionStoreContract {
    Subscriptions() {
      super(opened);
    }
  }

  @Nested
  class Chats extends ChatBookContract {
    Chats() {
      super(opened);
    }
  }

  @Nested
  class Sending extends OutboxContract {
    Sending() {
      super(opened);
    }
  }

  @Nested
  class Rush extends OutboxRushContract {
    Rush() {
      super(opened);
    }
  }

  @Nested
  class Alerts extends AlertStoresContract {
    Alerts() {
      super(opened);
    }
  }

  @Nested
  class Digests extends DigestContract {
    Digests() {
      super(opened);
    }
  }

  @Nested
  class DigestsInMemory extends DigestContract {
    DigestsInMemory() {
      super(opened, new MemoryDigests(), new MemoryAlerts());
    }
  }

  @Nested
  class Trouble extends NoticeStoreContract {
    Trouble() {
      super(opened);
    }
  }

  @Nested
  class Outcomes extends LedgerContract {
    Outcomes() {
      super(opened);
    }
  }

  @Nested
  class Talk extends TalkContract {
    Talk() {
      super(opened);
    }
  }

  @Nested
  class Personal extends PersonalDataContract {
    Personal() {
      super(
          opened,
          """
          select m.name as t, p.name as c from sqlite_master m, pragma_table_info(m.name) p
          where m.type = 'table'
          """);
    }
  }

  @Nested
  class Transactions extends DatabaseContract {
    Transactions() {
      super(opened);
    }
  }

  @Nested
  class OldThings extends PruningContract {
    OldThings() {
      super(opened);
    }
  }
}

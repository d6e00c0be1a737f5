package app.bellwire.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/// Every contract on a PostgreSQL database.
class PostgresStoresTest {
  private static Database opened;

  @BeforeAll
  static void open() {
    opened = Database.open(PostgresServer.freshDatabase());
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
          select table_name as t, column_name as c from information_schema.columns
          where table_schema = current_schema()
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

package app.bellwire.app;

import app.bellwire.store.Database;
import app.bellwire.store.Stores;
import app.bellwire.subscription.SubscriptionBook;

/// The stores as commands know them.
final class TalkingStores {
  private TalkingStores() {}

  static app.bellwire.command.Stores of(Database database, Stores stores, SubscriptionBook book) {
    return new app.bellwire.command.Stores(
        database,
        stores.inboxQueue(),
        stores.chats(),
        book,
        stores.mutes(),
        stores.articles(),
        stores.stories(),
        stores.alerts(),
        stores.held(),
        stores.leftOut(),
        stores.outbox(),
        stores.ledger(),
        stores.digests(),
        stores.personal(),
        stores.buttons(),
        stores.storyLabels());
  }
}

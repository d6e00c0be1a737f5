/// Who wants what, where and when, and who may change it.
///
/// Begin with [Subscription]. `SubscriptionBook` is the one way to change subscriptions, for chat
/// commands and for the configuration alike; [ChatBook] keeps what is known about chats. No SQL
/// here. Imports `query` and the ids of `chat`.
@NullMarked
package app.bellwire.subscription;

import org.jspecify.annotations.NullMarked;

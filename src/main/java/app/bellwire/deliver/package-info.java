/// Gets messages from the outbox to the chat, within its limits, in order.
///
/// Begin with [Delivery], one outbox row and its states; `Courier` carries what is due,
/// `RateLimiter` holds it to each network's budget. Imports `alert` (ids) and `chat`.
@NullMarked
package app.bellwire.deliver;

import org.jspecify.annotations.NullMarked;

package app.bellwire.pipeline;

import app.bellwire.chat.ChatId;
import app.bellwire.deliver.DeliveryPolicy;
import app.bellwire.deliver.Outbox;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.SubscriptionBook;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends what is watched in chats that have taken nothing for as long as messages wait for them:
/// whoever blocks Bellwire or removes it has until then to let it in again and miss nothing. What
/// the configuration declares stays. Thread-safe.
public final class LongGone {
  private static final Logger LOG = LoggerFactory.getLogger(LongGone.class);
  private static final String BY = "30 days without a chat that takes messages";

  private final Outbox outbox;
  private final SubscriptionBook subscriptions;
  private final InstantSource clock;

  public LongGone(Outbox outbox, SubscriptionBook subscriptions, InstantSource clock) {
    this.outbox = outbox;
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  /// To be called now and then.
  public void end() {
    Instant last = clock.instant().minus(DeliveryPolicy.PARKED_LIFE);
    outbox
        .parked()
        .forEach(
            (chat, parked) -> {
              if (parked.since().isBefore(last)) {
                end(chat);
              }
            });
  }

  private void end(ChatId chat) {
    for (Subscription s : subscriptions.of(chat)) {
      if (s.owner() instanceof Owner.InChat) {
        LOG.info("Chat {} has taken nothing for 30 days; {} ends there", chat.value(), s.text());
        subscriptions.end(s, BY);
      }
    }
  }
}

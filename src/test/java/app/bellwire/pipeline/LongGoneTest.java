package app.bellwire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.UserId;
import app.bellwire.fake.DirectWork;
import app.bellwire.fake.HandClock;
import app.bellwire.fake.MemoryOutbox;
import app.bellwire.fake.MemorySubscriptions;
import app.bellwire.query.ParsedQuery;
import app.bellwire.query.QueryParser;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.work.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LongGoneTest {
  private static final ChatId GONE = new ChatId(1);
  private static final ChatId THERE = new ChatId(2);
  private static final Owner ANN = new Owner.InChat(new UserId("telegram", "501"), "Ann");
  private static final Owner CONFIG = new Owner.InConfig("ferries", "config/subscriptions.yml");

  private final HandClock clock = HandClock.at(Instant.parse("2026-11-02T12:00:00Z"));
  private final MemoryOutbox outbox = new MemoryOutbox();
  private final MemorySubscriptions kept = new MemorySubscriptions();
  private final SubscriptionBook book =
      new SubscriptionBook(kept, kept, new DirectWork(), new Ids(clock)::next, clock);
  private final LongGone longGone = new LongGone(outbox, book, clock);

  @Test
  void whatIsWatchedEndsAfterAMonthWithoutAChat() {
    Subscription theirs = watches(GONE, "ferry", ANN);
    Subscription declared = watches(GONE, "harbour", CONFIG);
    Subscription other = watches(THERE, "ferry", ANN);
    outbox.park(GONE, "blocked by the user", clock.instant());

    clock.forward(Duration.ofDays(30));
    longGone.end();
    assertThat(book.all()).containsExactlyInAnyOrder(theirs, declared, other);

    clock.forward(Duration.ofSeconds(1));
    longGone.end();
    assertThat(book.all()).containsExactlyInAnyOrder(declared, other);
  }

  private Subscription watches(ChatId chat, String words, Owner owner) {
    var valid = (ParsedQuery.Valid) QueryParser.parse(words);
    return book.add(chat, valid, DeliveryPlan.OPEN, owner, Optional.empty());
  }
}

package app.bellwire.match;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.UserId;
import app.bellwire.query.ParsedQuery;
import app.bellwire.query.QueryParser;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.subscription.SubscriptionStore;
import app.bellwire.work.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MatcherTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Articles.NOW);
  private final InstantSource clock = now::get;
  private final SubscriptionBook book =
      new SubscriptionBook(
          new Kept(), (_, _, _) -> {}, new Direct(), new AtomicLong()::incrementAndGet, clock);
  private final Matcher matcher = new Matcher(book, clock);

  @Test
  void followsTheBook() {
    assertThat(labels("Storm and rain")).isEmpty();
    Subscription storm = subscribe("storm", Optional.empty());
    subscribe("rain", Optional.empty());
    assertThat(labels("Storm and rain")).containsExactly("storm", "rain");
    ParsedQuery.Valid calm = parsed("calm");
    book.change(
        new Subscription(
            storm.id(),
            storm.chat(),
            calm.query(),
            calm.text(),
            storm.plan(),
            storm.owner(),
            storm.since(),
            storm.until()));
    assertThat(labels("Storm and rain")).containsExactly("rain");
    assertThat(labels("Calm")).containsExactly("calm");
    book.end(storm, "test");
    assertThat(labels("Calm")).isEmpty();
  }

  @Test
  void aSubscriptionThatHasEndedMatchesNoMore() {
    subscribe("storm", Optional.of(Articles.NOW.plusSeconds(60)));
    assertThat(labels("Storm")).hasSize(1);
    now.set(Articles.NOW.plus(Duration.ofMinutes(2)));
    assertThat(labels("Storm")).isEmpty();
  }

  @Test
  void tellsWhatHit() {
    subscribe("Halvorsen \"water treaty\"", Optional.empty());
    assertThat(matcher.match(Articles.of("Water Treaty signed / Halvorsen’s pen")))
        .singleElement()
        .satisfies(
            match ->
                assertThat(match.hits())
                    .extracting(Hit::term)
                    .containsExactly("Water Treaty", "Halvorsen"));
  }

  @Test
  void triesAQueryOnOneArticle() {
    assertThat(matcher.test(parsed("storm").query(), Articles.of("Calm"))).isEmpty();
    assertThat(matcher.test(parsed("storm").query(), Articles.of("Storm")))
        .contains(List.of(new Hit("Storm", false, app.bellwire.query.Query.Field.TITLE, -1)));
    matcher.names(List.of(List.of("storm", "gale")));
    assertThat(matcher.test(parsed("storm").query(), Articles.of("Gale"))).isPresent();
  }

  private List<String> labels(String text) {
    return matcher.match(Articles.of(text)).stream().map(m -> m.subscription().label()).toList();
  }

  private Subscription subscribe(String text, Optional<Instant> until) {
    Owner owner = new Owner.InChat(new UserId("local", "ann"), "Ann");
    return book.add(new ChatId(1), parsed(text), DeliveryPlan.OPEN, owner, until);
  }

  private static ParsedQuery.Valid parsed(String text) {
    return (ParsedQuery.Valid) QueryParser.parse(text);
  }

  /// Keeps subscriptions in memory.
  private static final class Kept implements SubscriptionStore {
    private final List<Subscription> all = new ArrayList<>();

    @Override
    public List<Subscription> all() {
      return List.copyOf(all);
    }

    @Override
    public void save(Subscription subscription) {
      end(subscription.id(), Articles.NOW);
      all.add(subscription);
    }

    @Override
    public void end(long id, Instant at) {
      all.removeIf(s -> s.id() == id);
    }

    @Override
    public OptionalLong formerId(String configId, ChatId chat, Instant since) {
      return OptionalLong.empty();
    }
  }

  /// Runs work at once.
  private static final class Direct implements UnitOfWork {
    @Override
    public <T> T inTransaction(Supplier<T> work) {
      return work.get();
    }
  }
}

package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.fake.Compass;
import app.bellwire.fake.DirectWork;
import app.bellwire.fake.MemorySubscriptions;
import app.bellwire.match.Matcher;
import app.bellwire.match.Meanings;
import app.bellwire.query.ParsedQuery.Invalid;
import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.query.QueryParser;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.work.Ids;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryLanguageTest {
  private final QueryLanguage without = language(Meanings.none("story.embeddings: on"));
  private final QueryLanguage with = language(Meanings.by(new Compass(), (_, _) -> Map.of()));

  @Test
  void aboutIsRefusedWhereNothingReadsMeaning() {
    assertThat(without.parse("port about:\"grain exports\""))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.offset()).isEqualTo(5);
              assertThat(invalid.message()).isEqualTo("about: needs story.embeddings: on.");
              assertThat(invalid.nearest()).isEmpty();
            });
    assertThat(without.parse("port")).isInstanceOf(Valid.class);
    assertThat(with.parse("port about:\"grain exports\"")).isInstanceOf(Valid.class);
  }

  @Test
  void oneThatIsThereAlreadySaysWhatItNeeds() {
    Valid valid = (Valid) QueryParser.parse("port OR about:grain");

    assertThat(without.lacks(valid.query())).contains("story.embeddings: on");
    assertThat(with.lacks(valid.query())).isEmpty();
    assertThat(without.model()).isEmpty();
    assertThat(with.model()).contains("compass");
  }

  private static QueryLanguage language(Meanings meanings) {
    InstantSource clock = InstantSource.system();
    MemorySubscriptions kept = new MemorySubscriptions();
    SubscriptionBook book =
        new SubscriptionBook(kept, kept, new DirectWork(), new Ids(clock)::next, clock);
    return new QueryLanguage(new Matcher(book, clock, meanings));
  }
}

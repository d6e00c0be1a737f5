package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.source.SourceId;
import app.bellwire.source.SourceState;
import app.bellwire.source.SourceStore;
import app.bellwire.source.Validators;
import org.junit.jupiter.api.Test;

abstract class SourceStoreContract extends StoreContract {
  private final SourceStore sources = stores.sources();

  SourceStoreContract(Database database) {
    super(database);
  }

  @Test
  void anUnknownSourceHasNoState() {
    assertThat(sources.state(Samples.NORDA)).isEmpty();
    assertThat(sources.states()).isEmpty();
  }

  @Test
  void aStateReplacesTheOneBefore() {
    sources.save(SourceState.unread(Samples.NORDA, NOON));
    assertThat(sources.state(Samples.NORDA)).contains(SourceState.unread(Samples.NORDA, NOON));
    SourceState read =
        new SourceState(
            Samples.NORDA,
            NOON.plusSeconds(60),
            NOON,
            NOON.minusSeconds(60),
            new Validators("W/\"abc\"", "Tue, 04 Mar 2031 11:00:00 GMT"),
            3,
            "the server answers 503");
    sources.save(read);
    assertThat(sources.state(Samples.NORDA)).contains(read);
  }

  @Test
  void allStatesAreListed() {
    SourceState a = SourceState.unread(new SourceId("a"), NOON);
    SourceState b = SourceState.unread(new SourceId("b"), NOON);
    sources.save(b);
    sources.save(a);
    assertThat(sources.states()).containsExactly(a, b);
  }
}

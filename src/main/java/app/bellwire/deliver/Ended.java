package app.bellwire.deliver;

import app.bellwire.deliver.Outbox.Settled;
import app.bellwire.deliver.Pauses.Pause;
import java.time.Duration;
import java.util.Optional;

/// What a send left to be written down.
///
/// @param reached whether the network answered; empty when it was not asked
/// @param offset of the clocks when its times were taken
record Ended(
    Settled settled,
    String network,
    Optional<Boolean> reached,
    Optional<Pause> pause,
    Duration offset) {

  Ended moved(Duration by) {
    Settled after =
        new Settled(settled.delivery(), settled.settlement().moved(by), settled.at().plus(by));
    return new Ended(
        after,
        network,
        reached,
        pause.map(p -> new Pause(p.scope(), p.until().plus(by))),
        offset.plus(by));
  }
}

package app.bellwire.fake;

import app.bellwire.deliver.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Pauses in a list. Thread-safe.
public final class MemoryPauses implements Pauses {
  private final List<Pause> pauses = new CopyOnWriteArrayList<>();

  @Override
  public List<Pause> of(Instant now) {
    return pauses.stream().filter(pause -> pause.until().isAfter(now)).toList();
  }

  @Override
  public void put(Pause pause) {
    pauses.add(pause);
  }

  @Override
  public void clockMoved(Duration by) {
    pauses.replaceAll(pause -> new Pause(pause.scope(), pause.until().plus(by)));
  }
}

package app.bellwire.match;

import app.bellwire.subscription.Subscription;
import java.util.List;

/// A subscription an article concerns, with the terms that hit. Immutable.
public record Match(Subscription subscription, List<Hit> hits) {
  public Match {
    hits = List.copyOf(hits);
  }
}

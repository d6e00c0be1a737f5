package app.bellwire.fetch;

import app.bellwire.source.Source;
import app.bellwire.source.Validators;

/// Gets one document. Thread-safe; blocks, never throws for what a server or a network can do, and
/// never tries again by itself.
public interface Fetcher {
  FetchResult fetch(Source source, Validators validators);
}

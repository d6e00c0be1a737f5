package app.bellwire.poll;

import app.bellwire.source.Source;
import app.bellwire.source.SourceState;

/// One look at one source. Called on a virtual thread, never twice at once for one source; throws
/// only for surprises. It saves the source's state itself, with its last batch, asking [PollPlan]
/// for the next look.
public interface PollTask {
  PollOutcome look(Source source, SourceState state);
}

package app.bellwire.source;

import org.jspecify.annotations.Nullable;

/// What a server gave us to ask it "anything new?" with; sent back byte for byte. Kept as a pair:
/// both come from the same answer. Immutable.
public record Validators(@Nullable String etag, @Nullable String lastModified) {
  public static final Validators NONE = new Validators(null, null);
}

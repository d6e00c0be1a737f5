package app.bellwire.notice;

/// What a notice is about; of each there is one at a time. Immutable.
///
/// @param thing which one of its kind: a source's id, a chat's key, a network
public record Key(Cause cause, String thing) {}

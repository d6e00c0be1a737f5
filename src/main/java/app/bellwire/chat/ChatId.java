package app.bellwire.chat;

/// Our own key of a chat; stays when its address changes. Immutable.
public record ChatId(long value) {}

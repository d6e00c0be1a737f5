package app.bellwire.chat;

/// A chat that somebody chose with a [Button.ChooseChannel]. Immutable.
///
/// @param name as people call it: its public name, such as `@deskwire`, or its title
public record Chosen(Address chat, String name) {}

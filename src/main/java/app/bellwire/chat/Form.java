package app.bellwire.chat;

/// A panel that is filled in and handed in. What stands in its fields comes with every press in it.
/// Immutable.
///
/// @param title at most 24 characters
/// @param submit hands it in
public record Form(String title, Panel body, Button.Press submit) {}

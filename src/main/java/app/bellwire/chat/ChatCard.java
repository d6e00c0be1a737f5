package app.bellwire.chat;

/// What a network tells of a chat that somebody named. Immutable.
///
/// @param address where it is found, by its lasting id
/// @param name as it is written, such as `@deskwire`; its title where it has no public name
/// @param readers how many people read it; 0 when that is not known
/// @param postable whether Bellwire may post there
public record ChatCard(Address address, String name, int readers, boolean postable) {}

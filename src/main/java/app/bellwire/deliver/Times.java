package app.bellwire.deliver;

import java.time.InstantSource;

/// The two clocks of delivery. Immutable.
///
/// @param wall what clocks on walls show, which people and daylight do set
/// @param steady never goes back and never jumps
public record Times(InstantSource wall, InstantSource steady) {}

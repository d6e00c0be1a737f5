package app.bellwire.story;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// One article of an event, as a line of "who reports it". Immutable.
///
/// @param day the day the report itself names, from its dateline
/// @param withdrawn whether its agency has asked not to use it
public record Report(
    long articleId,
    String agency,
    Optional<URI> link,
    Instant at,
    Optional<LocalDate> day,
    boolean withdrawn) {}

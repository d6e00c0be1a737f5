package app.bellwire.story;

import java.time.Instant;

/// What somebody has said of two reports: that they tell one event, or two. Immutable.
///
/// @param article the report whose like the label is about
/// @param other the report of the event that it is parted from, or belongs to
/// @param same whether the two tell one event
/// @param steers whether later reports are placed by it; else it only measures the rules
/// @param by the id of the person, such as `telegram:501`
/// @param at when it was said
public record StoryLabel(
    long article, long other, boolean same, boolean steers, String by, Instant at) {}

package app.bellwire.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// An event in memory: who is told of it next depends on it. Immutable.
///
/// @param members what its reports say, the first and the newest of them; of a closed event the
///   first alone
record Open(Event event, List<Profile> members) {
  Open {
    members = List.copyOf(members);
  }

  Profile first() {
    return members.getFirst();
  }

  /// Whether just this is among its members: a report that was read again is another.
  boolean has(Profile member) {
    return members.stream().anyMatch(one -> one == member);
  }

  /// Whether at `now` nothing has come to the event for so long that it is kept for its storyline
  /// alone.
  static boolean closed(Event event, Instant now) {
    return Duration.between(event.updated(), now).compareTo(Thresholds.COMES_BACK) > 0;
  }

  /// Whether the event takes further reports at `now`.
  boolean takes(Instant now) {
    return Duration.between(event.opened(), now).compareTo(Thresholds.EVENT_SPAN) <= 0;
  }

  /// Whether the desk of `next` has reported the event within hours.
  boolean deskWritesOn(Profile next) {
    return members.stream()
        .filter(member -> member.agency().equals(next.agency()))
        .map(member -> Duration.between(member.at(), next.at()).abs())
        .anyMatch(apart -> apart.compareTo(Thresholds.DESK_WRITES_ON) <= 0);
  }

  /// The event as its reports have made it, with one more member.
  Open with(Event after, Profile member) {
    List<Profile> all = new ArrayList<>(members);
    all.removeIf(m -> m.article() == member.article());
    all.add(member);
    if (all.size() > Thresholds.MEMBERS) {
      all.remove(1);
    }
    return new Open(after, all);
  }

  Open firstOnly() {
    return new Open(event, List.of(first()));
  }
}

package app.bellwire.sample;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How far a reader of the wire has come; handed out as ETag and understood when it comes back,
/// also by another run of the program. Immutable.
///
/// @param start when the reader's wire began
/// @param count items it has been served or has let pass
/// @param looks documents it has been served, which decides the next one's dialect
record Mark(Instant start, long seed, int count, int looks) {
  private static final Pattern FORM =
      Pattern.compile("w1-(\\d{1,15})-(-?\\d{1,19})-(\\d{1,9})-(\\d{1,9})");

  /// Before the first look at a wire that begins now.
  static Mark begin(Instant start, long seed) {
    return new Mark(start, seed, 0, 0);
  }

  /// The mark in `etag`, or none when it is missing or not one of ours.
  static Optional<Mark> parse(@Nullable String etag) {
    Matcher form = FORM.matcher(etag == null ? "" : etag);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Mark(
              Instant.ofEpochMilli(Long.parseLong(form.group(1))),
              Long.parseLong(form.group(2)),
              Integer.parseInt(form.group(3)),
              Integer.parseInt(form.group(4))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  Mark served(int newCount) {
    return new Mark(start, seed, newCount, looks + 1);
  }

  String etag() {
    return "w1-" + start.toEpochMilli() + "-" + seed + "-" + count + "-" + looks;
  }
}

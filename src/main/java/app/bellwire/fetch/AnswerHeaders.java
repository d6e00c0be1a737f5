package app.bellwire.fetch;

import app.bellwire.source.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.CacheControl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// What the headers of an answer say about asking again.
final class AnswerHeaders {
  static final Duration LONGEST_FRESH = Duration.ofHours(6);
  static final Duration LONGEST_THROTTLE = Duration.ofDays(1);
  static final Duration DEFAULT_THROTTLE = Duration.ofMinutes(5);

  private static final int LONGEST_VALIDATOR = 2048;

  private AnswerHeaders() {}

  /// Both validators of one answer. A modification date that lies well ahead is left out: sent
  /// back, it would make the server answer "not modified" until that day.
  static Validators validators(Response answer, Instant now) {
    Instant date = answer.headers().getInstant("Last-Modified");
    boolean ahead = date != null && date.isAfter(now.plus(Duration.ofDays(1)));
    return new Validators(
        repeatable(answer.header("ETag")),
        ahead ? null : repeatable(answer.header("Last-Modified")));
  }

  /// A value that can be sent back: one that breaks the request or that servers refuse for its
  /// length would keep the source from ever being read again.
  private static @Nullable String repeatable(@Nullable String value) {
    boolean fit =
        value != null
            && value.length() <= LONGEST_VALIDATOR
            && value.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t');
    return fit ? value : null;
  }

  /// `max-age` less the time the answer has already spent in a cache; empty when nothing is left.
  static Optional<Duration> freshFor(Response answer) {
    CacheControl cache = answer.cacheControl();
    long seconds = Math.min(cache.maxAgeSeconds(), LONGEST_FRESH.toSeconds());
    if (cache.noCache() || cache.noStore() || seconds <= 0) {
      return Optional.empty();
    }
    long left = cache.maxAgeSeconds() - age(answer);
    return left <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(Math.min(left, LONGEST_FRESH.toSeconds())));
  }

  /// `Retry-After` as seconds or as a date, between nothing and a day; empty when absent or
  /// unreadable.
  static Optional<Duration> retryAfter(Response answer, Instant now) {
    String value = answer.header("Retry-After");
    if (value == null) {
      return Optional.empty();
    }
    if (isNumber(value)) {
      return Optional.of(Duration.ofSeconds(cappedSeconds(value)));
    }
    Instant date = answer.headers().getInstant("Retry-After");
    return Optional.ofNullable(date).map(until -> within(Duration.between(now, until)));
  }

  private static Duration within(Duration asked) {
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST_THROTTLE) > 0 ? LONGEST_THROTTLE : asked;
  }

  private static long age(Response answer) {
    String value = answer.header("Age");
    return value != null && isNumber(value) ? cappedSeconds(value) : 0;
  }

  private static boolean isNumber(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// A number of any length, at most a day.
  private static long cappedSeconds(String digits) {
    long day = LONGEST_THROTTLE.toSeconds();
    return digits.length() > 9 ? day : Math.min(Long.parseLong(digits), day);
  }
}

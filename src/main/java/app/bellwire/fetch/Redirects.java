package app.bellwire.fetch;

import app.bellwire.fetch.FetchResult.Failed;
import app.bellwire.fetch.FetchResult.Reason;
import java.util.LinkedHashSet;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// The way of one look from address to address: at most five steps, to `http` and `https` only,
/// never from `https` down to `http`, never to where it has been. Confined to one look.
final class Redirects {
  static final int LIMIT = 5;

  private final Set<HttpUrl> visited = new LinkedHashSet<>();
  private HttpUrl current;

  Redirects(HttpUrl start) {
    this.current = start;
    visited.add(start);
  }

  HttpUrl current() {
    return current;
  }

  /// Goes to where `location` points from here.
  ///
  /// @return why that is not done, or null when it is
  @Nullable Failed follow(int status, @Nullable String location) {
    if (location == null) {
      return notFollowed("the server answers " + status + " and does not say where to go");
    }
    HttpUrl target = current.resolve(location);
    if (target == null) {
      return notFollowed("redirects to something that is not a web address");
    }
    if (current.isHttps() && !target.isHttps()) {
      return notFollowed("redirects from https to http, which is not followed");
    }
    return step(target);
  }

  private @Nullable Failed step(HttpUrl target) {
    if (!visited.add(target)) {
      return tooMany("redirects in a circle");
    }
    if (visited.size() > LIMIT + 1) {
      return tooMany("redirects more than " + LIMIT + " times");
    }
    current = target;
    return null;
  }

  private static Failed notFollowed(String detail) {
    return new Failed(Reason.BAD_STATUS, detail);
  }

  private static Failed tooMany(String detail) {
    return new Failed(Reason.TOO_MANY_REDIRECTS, detail);
  }
}

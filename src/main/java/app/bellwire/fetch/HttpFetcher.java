package app.bellwire.fetch;

import app.bellwire.fetch.FetchResult.Failed;
import app.bellwire.fetch.FetchResult.Fetched;
import app.bellwire.fetch.FetchResult.NotModified;
import app.bellwire.fetch.FetchResult.Reason;
import app.bellwire.fetch.FetchResult.Throttled;
import app.bellwire.source.Source;
import app.bellwire.source.Validators;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Gets documents over HTTP: directly (no proxy), without cookies, following redirects itself so
/// that each step is checked. Thread-safe; blocks the calling thread for its turn at the host and
/// for at most [FetchSettings#timeout] of network time.
public final class HttpFetcher implements Fetcher, AutoCloseable {
  private static final String ACCEPT =
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml,"
          + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.9, text/html;q=0.5,"
          + " */*;q=0.1";

  /// Requests under way, to whatever hosts: a bound on sockets and on bodies in memory.
  private static final int AT_ONCE = 64;

  private final FetchSettings settings;
  private final InstantSource clock;
  private final TimedDns dns;
  private final OkHttpClient publicOnly;
  private final OkHttpClient anywhere;
  private final HostGates gates;
  private final BodyReader bodies;
  private final NetworkErrors errors;

  public HttpFetcher(FetchSettings settings, InstantSource clock) {
    this(settings, clock, Dns.SYSTEM, PublicAddresses::contains);
  }

  HttpFetcher(
      FetchSettings settings, InstantSource clock, Dns names, Predicate<InetAddress> allowed) {
    this.settings = settings;
    this.clock = clock;
    this.dns = new TimedDns(names, settings.timeout());
    this.anywhere = client(dns, settings.timeout());
    // a pool of its own: a connection that another source was allowed to open must not be reused
    this.publicOnly =
        anywhere
            .newBuilder()
            .connectionPool(new ConnectionPool())
            .socketFactory(new GuardedSockets(allowed))
            .build();
    this.gates = new HostGates(settings.perHost(), AT_ONCE);
    this.bodies = new BodyReader(settings.maxBody());
    this.errors = new NetworkErrors(settings);
  }

  private static OkHttpClient client(Dns dns, Duration timeout) {
    return new OkHttpClient.Builder()
        .dns(dns)
        .proxy(Proxy.NO_PROXY)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .connectTimeout(timeout)
        .readTimeout(timeout)
        .writeTimeout(timeout)
        .build();
  }

  @Override
  public FetchResult fetch(Source source, Validators validators) {
    HttpUrl start = HttpUrl.get(source.url());
    if (start == null) {
      return new Failed(Reason.UNREACHABLE, "the address is not an http or https address");
    }
    return new Look(source, validators, new Redirects(start)).result();
  }

  @Override
  public void close() {
    dns.close();
    publicOnly.connectionPool().evictAll();
    anywhere.connectionPool().evictAll();
  }

  /// One fetch with its redirects. Confined to the thread that runs it.
  private final class Look {
    private final Source source;
    private final Validators validators;
    private final Redirects way;
    private long nanosLeft = settings.timeout().toNanos();

    Look(Source source, Validators validators, Redirects way) {
      this.source = source;
      this.validators = validators;
      this.way = way;
    }

    FetchResult result() {
      @Nullable FetchResult result = null;
      while (result == null) {
        result = nanosLeft > 0 ? step() : errors.timeout();
      }
      return result;
    }

    /// @return null where the next step leads elsewhere
    private @Nullable FetchResult step() {
      HttpUrl url = way.current();
      try (var _ = gates.enter(url.host() + ":" + url.port(), spacing())) {
        return request(url);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return errors.stopped();
      }
    }

    private @Nullable FetchResult request(HttpUrl url) {
      long began = System.nanoTime();
      Call call = (source.allowPrivate() ? anywhere : publicOnly).newCall(get(url));
      call.timeout().timeout(nanosLeft, TimeUnit.NANOSECONDS);
      try (Response answer = call.execute()) {
        return answered(answer);
      } catch (IOException e) {
        return errors.failed(e, url.host());
      } finally {
        nanosLeft -= System.nanoTime() - began;
      }
    }

    private @Nullable FetchResult answered(Response answer) throws IOException {
      return switch (answer.code()) {
        case 200, 203 -> fetched(answer);
        case 304 -> notModified(answer);
        case 301, 302, 303, 307, 308 -> way.follow(answer.code(), answer.header("Location"));
        default -> refused(answer);
      };
    }

    private FetchResult fetched(Response answer) throws IOException {
      byte[] body = bodies.read(answer);
      return new Fetched(
          body,
          answer.header("Content-Type", ""),
          location(answer.request().url()),
          AnswerHeaders.validators(answer, clock.instant()),
          AnswerHeaders.freshFor(answer));
    }

    private FetchResult notModified(Response answer) {
      return validators.equals(Validators.NONE)
          ? failed(Reason.BAD_STATUS, 304)
          : new NotModified(validators, AnswerHeaders.freshFor(answer));
    }

    private FetchResult refused(Response answer) {
      int status = answer.code();
      var retryAfter = AnswerHeaders.retryAfter(answer, clock.instant());
      if (status == 429 || (status == 503 && retryAfter.isPresent())) {
        return new Throttled(status, retryAfter.orElse(AnswerHeaders.DEFAULT_THROTTLE));
      }
      return failed(reason(status), status);
    }

    private Duration spacing() {
      return source.allowPrivate() ? Duration.ZERO : settings.spacing();
    }

    private Request get(HttpUrl url) {
      return new Request.Builder().url(url).headers(headers(url)).build();
    }

    private Headers headers(HttpUrl url) {
      var headers =
          new Headers.Builder()
              .addUnsafeNonAscii("User-Agent", settings.userAgent())
              .add("Accept", ACCEPT)
              .add("Accept-Encoding", BodyReader.ENCODINGS);
      if (validators.etag() != null) {
        headers.addUnsafeNonAscii("If-None-Match", validators.etag());
      }
      if (validators.lastModified() != null) {
        headers.addUnsafeNonAscii("If-Modified-Since", validators.lastModified());
      }
      if (!url.username().isEmpty()) {
        headers.add("Authorization", Credentials.basic(url.username(), url.password()));
      }
      return headers.build();
    }
  }

  private static URI location(HttpUrl url) {
    return url.newBuilder().username("").password("").build().uri();
  }

  private static Reason reason(int status) {
    return switch (status) {
      case 401, 402, 403, 407, 451 -> Reason.DENIED;
      case 404 -> Reason.NOT_FOUND;
      case 410 -> Reason.GONE;
      default -> status >= 500 ? Reason.SERVER_ERROR : Reason.BAD_STATUS;
    };
  }

  private static Failed failed(Reason reason, int status) {
    return new Failed(reason, "the server answers " + status);
  }
}

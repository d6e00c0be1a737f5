package app.bellwire.fetch;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/// Looks names up with a time limit. The system's resolver has none and holds the carrier of a
/// virtual thread while it waits, so it runs on platform threads of its own. Thread-safe.
final class TimedDns implements Dns, AutoCloseable {
  private final Dns system;
  private final Duration timeout;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("dns-", 0).factory());

  TimedDns(Dns system, Duration timeout) {
    this.system = system;
    this.timeout = timeout;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    Future<List<InetAddress>> answer = asked(host);
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unknown(host, e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw unknown(host, new SocketTimeoutException("timeout"));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw unknown(host, new InterruptedIOException("interrupted"));
    }
  }

  private Future<List<InetAddress>> asked(String host) throws UnknownHostException {
    try {
      return threads.submit(() -> system.lookup(host));
    } catch (RejectedExecutionException e) {
      throw unknown(host, e);
    }
  }

  private static UnknownHostException unknown(String host, @Nullable Throwable cause) {
    var unknown = new UnknownHostException(host);
    unknown.initCause(cause);
    return unknown;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

package app.bellwire.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/// A few connections and as many platform threads that use them, first come, first served: SQLite
/// blocks the thread that waits in it, and a virtual thread there would block its carrier. A lane
/// of one connection is a fair lock. Thread-safe.
final class Lane implements AutoCloseable {
  private final List<Connection> connections;
  private final BlockingQueue<Connection> free;
  private final ExecutorService threads;

  Lane(String name, List<Connection> connections) {
    this.connections = List.copyOf(connections);
    this.free = new ArrayBlockingQueue<>(connections.size(), false, connections);
    this.threads =
        Executors.newFixedThreadPool(
            connections.size(), Thread.ofPlatform().daemon().name(name + "-", 1).factory());
  }

  /// Runs `work` on one of the threads and waits for it, through interruptions: whether it was
  /// committed must be known.
  <T> T run(Function<Connection, T> work) {
    Future<T> answer = submit(work);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return answer.get();
        } catch (InterruptedException waiting) {
          interrupted = true;
        } catch (ExecutionException failure) {
          throw unchecked(Objects.requireNonNullElse(failure.getCause(), failure));
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private <T> Future<T> submit(Function<Connection, T> work) {
    try {
      return threads.submit(() -> withConnection(work));
    } catch (RejectedExecutionException closed) {
      throw new StoreProblem(StoreProblem.Kind.UNREACHABLE, "The store is closed.", closed);
    }
  }

  private <T> T withConnection(Function<Connection, T> work) throws InterruptedException {
    Connection connection = free.take();
    try {
      return work.apply(connection);
    } finally {
      free.add(connection);
    }
  }

  private static RuntimeException unchecked(Throwable thrown) {
    return switch (thrown) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      default -> new IllegalStateException(thrown);
    };
  }

  /// Lets what has begun or waits end first.
  @Override
  public void close() {
    threads.close();
    for (Connection connection : connections) {
      try {
        connection.close();
      } catch (SQLException alreadyGone) {
        // Nothing is lost: every commit has returned.
      }
    }
  }
}

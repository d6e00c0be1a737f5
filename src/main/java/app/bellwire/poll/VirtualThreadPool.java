package app.bellwire.poll;

import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import org.quartz.spi.ThreadPool;

/// Runs each of Quartz's jobs on a new thread, at most `size` at once. Thread-safe. Public only
/// because Quartz names its thread pool by reflection.
public final class VirtualThreadPool implements ThreadPool {
  private final ThreadFactory threads;
  private final int size;
  private final Semaphore places;

  VirtualThreadPool(ThreadFactory threads, int size) {
    this.threads = threads;
    this.size = size;
    this.places = new Semaphore(size);
  }

  /// Always accepts: Quartz loses a job that is refused and logs an error. What comes after the
  /// stop finds nothing to do and ends at once.
  @Override
  public boolean runInThread(Runnable job) {
    places.acquireUninterruptibly();
    threads
        .newThread(
            () -> {
              try {
                job.run();
              } finally {
                places.release();
              }
            })
        .start();
    return true;
  }

  /// Quartz's one scheduler thread is the only taker, so a place seen here is still there when it
  /// comes back with a job.
  @Override
  public int blockForAvailableThreads() {
    places.acquireUninterruptibly();
    places.release();
    return places.availablePermits();
  }

  /// Lets the scheduler thread out of [#blockForAvailableThreads()] however many jobs are running.
  @Override
  public void shutdown(boolean waitForJobsToComplete) {
    places.release(size);
  }

  @Override
  public void initialize() {}

  @Override
  public int getPoolSize() {
    return size;
  }

  @Override
  public void setInstanceId(String schedInstId) {}

  @Override
  public void setInstanceName(String schedName) {}
}

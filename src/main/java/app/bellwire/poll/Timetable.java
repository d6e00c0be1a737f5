package app.bellwire.poll;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.quartz.spi.TriggerFiredBundle;

/// Runs named work after a delay, once for each time it is put in; Quartz with everything left out
/// that needs a file, a database or a second name. Thread-safe.
///
/// Quartz goes by the wall clock: set back by an hour it would be silent for that hour. So each
/// entry also keeps its time on the clock that only runs forward, and a watch puts those in again
/// whose time is over, however the wall clock was moved meanwhile.
final class Timetable {
  /// Threads are cheap here and may be waiting for their turn at a host; this bounds what a store
  /// of thousands of due sources begins at once.
  static final int AT_ONCE = 256;

  private static final String ENTRY = "entry";
  private static final Duration WATCH = Duration.ofSeconds(2);
  private static final Duration TOLERATED = Duration.ofSeconds(1);

  /// Quartz hands out the scheduler it already has for a name, so no two get the same one.
  private static final AtomicLong NUMBER = new AtomicLong();

  private final ThreadFactory threads;
  private final InstantSource clock;
  private final VirtualThreadPool pool;
  private final Scheduler quartz;
  private final ConcurrentHashMap<String, Entry> entries = new ConcurrentHashMap<>();

  /// Held while an entry and its trigger change, so that the trigger is always the entry's.
  private final ReentrantLock changes = new ReentrantLock();

  private volatile boolean stopped;

  Timetable(ThreadFactory threads, InstantSource clock) {
    this.threads = threads;
    this.clock = clock;
    this.pool = new VirtualThreadPool(threads, AT_ONCE);
    try {
      this.quartz = scheduler("bellwire-" + NUMBER.incrementAndGet(), pool);
      quartz.setJobFactory((bundle, _) -> job(bundle));
    } catch (SchedulerException e) {
      throw new IllegalStateException("the timetable cannot be made", e);
    }
  }

  private static Scheduler scheduler(String name, VirtualThreadPool pool)
      throws SchedulerException {
    var factory = DirectSchedulerFactory.getInstance();
    factory.createScheduler(name, name, pool, new RAMJobStore());
    return factory.getScheduler(name);
  }

  private Job job(TriggerFiredBundle bundle) {
    var entry = (Entry) requireNonNull(bundle.getJobDetail().getJobDataMap().get(ENTRY));
    return _ -> run(entry);
  }

  /// An entry runs only while it is the one in force under its name, and leaves with that: however
  /// often Quartz comes with it, it runs once.
  private void run(Entry entry) {
    if (entries.remove(entry.name(), entry)) {
      entry.work().run();
    }
  }

  /// From here on what is due is run.
  void start() {
    attempt(quartz::start);
    threads.newThread(this::watch).start();
  }

  /// Runs `work` once after `delay`, in place of what `name` was going to do.
  void in(Duration delay, String name, Runnable work) {
    var entry = new Entry(name, System.nanoTime() + delay.toNanos(), work);
    alone(
        () -> {
          entries.put(name, entry);
          put(entry);
        });
  }

  private void put(Entry entry) {
    JobDetail job =
        JobBuilder.newJob(Job.class)
            .withIdentity(entry.name())
            .usingJobData(new JobDataMap(Map.of(ENTRY, entry)))
            .build();
    attempt(() -> quartz.scheduleJob(job, Set.of(entry.trigger(clock.instant())), true));
  }

  void forget(String name) {
    alone(
        () -> {
          entries.remove(name);
          attempt(() -> quartz.deleteJob(JobKey.jobKey(name)));
        });
  }

  /// Nothing more is begun; what runs goes on.
  void pause() {
    attempt(quartz::standby);
  }

  void stop() {
    stopped = true;
    pool.shutdown(false);
    attempt(() -> quartz.shutdown(false));
  }

  private void watch() {
    while (!stopped) {
      LockSupport.parkNanos(this, WATCH.toNanos());
      putInAgain(entry -> entry.late(TOLERATED));
    }
  }

  void putInAgain(Predicate<Entry> which) {
    alone(() -> entries.values().stream().filter(which).forEach(this::put));
  }

  private void alone(Runnable change) {
    changes.lock();
    try {
      change.run();
    } finally {
      changes.unlock();
    }
  }

  private void attempt(Call call) {
    try {
      call.run();
    } catch (SchedulerException e) {
      if (!stopped) {
        throw new IllegalStateException("the timetable does not take this", e);
      }
    }
  }

  private interface Call {
    void run() throws SchedulerException;
  }

  /// @param due by [System#nanoTime()]
  record Entry(String name, long due, Runnable work) {
    boolean late(Duration by) {
      return System.nanoTime() - due > by.toNanos();
    }

    private Trigger trigger(Instant now) {
      long delay = Math.max(0, Duration.ofNanos(due - System.nanoTime()).toMillis());
      return TriggerBuilder.newTrigger()
          .withIdentity(name)
          .startAt(Date.from(now.plusMillis(delay)))
          .withSchedule(
              SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
          .build();
    }
  }
}

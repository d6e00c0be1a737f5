package app.bellwire.poll;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.quartz.DateBuilder;
import org.quartz.DateBuilder.IntervalUnit;
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
final class Timetable {
  private static final int AT_ONCE = 64;
  private static final String WORK = "work";

  /// Quartz hands out the scheduler it already has for a name, so no two get the same one.
  private static final AtomicLong NUMBER = new AtomicLong();

  private final VirtualThreadPool pool;
  private final Scheduler quartz;

  Timetable(ThreadFactory threads) {
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

  private static Job job(TriggerFiredBundle bundle) {
    var work = (Runnable) requireNonNull(bundle.getJobDetail().getJobDataMap().get(WORK));
    return _ -> work.run();
  }

  /// From here on what is due is run.
  void start() {
    attempt(quartz::start);
  }

  /// Runs `work` once after `delay`, in place of what `name` was going to do.
  void in(Duration delay, String name, Runnable work) {
    JobDetail job =
        JobBuilder.newJob(Job.class)
            .withIdentity(name)
            .usingJobData(new JobDataMap(Map.of(WORK, work)))
            .build();
    attempt(() -> quartz.scheduleJob(job, Set.of(trigger(name, delay)), true));
  }

  void forget(String name) {
    attempt(() -> quartz.deleteJob(JobKey.jobKey(name)));
  }

  /// Nothing more is begun; what runs goes on.
  void pause() {
    attempt(quartz::standby);
  }

  void stop() {
    pool.shutdown(false);
    attempt(() -> quartz.shutdown(false));
  }

  private static Trigger trigger(String name, Duration delay) {
    int millis = (int) Math.clamp(delay.toMillis(), 0, Integer.MAX_VALUE);
    Date at = DateBuilder.futureDate(millis, IntervalUnit.MILLISECOND);
    return TriggerBuilder.newTrigger()
        .withIdentity(name)
        .startAt(at)
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
        .build();
  }

  private static void attempt(Call call) {
    try {
      call.run();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the timetable does not take this", e);
    }
  }

  private interface Call {
    void run() throws SchedulerException;
  }
}

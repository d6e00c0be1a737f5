package app.bellwire.app;

import app.bellwire.web.WebServer;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Everything, until SIGTERM or Ctrl-C.
@Command(name = "run", description = "Runs everything until SIGTERM or Ctrl-C.")
final class RunCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @ParentCommand Main main = new Main();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread onSignal = new Thread(() -> waitFor(stop, stopped), "bellwire-stop");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try (Bellwire bellwire = new Bellwire(Configuration.wiring(main))) {
      WebServer web = bellwire.run();
      out.println(bellwire.greeting(web));
      out.flush();
      stop.await();
    } finally {
      stopped.countDown();
      forget(onSignal);
    }
    return Main.FINE;
  }

  /// A signal begins the end of the virtual machine, also while we start; its end waits for ours,
  /// then the exit code is 0.
  private static void waitFor(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    boolean clean = false;
    try {
      clean = stopped.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(clean ? Main.FINE : Main.FAILED);
  }

  /// A start that failed ends with the code of its failure.
  private static void forget(Thread onSignal) {
    try {
      Runtime.getRuntime().removeShutdownHook(onSignal);
    } catch (IllegalStateException signalled) {
      // The end has begun, and the hook with it.
    }
  }
}

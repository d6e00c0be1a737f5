package app.bellwire.app;

import app.bellwire.web.WebServer;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Everything, until SIGTERM or Ctrl-C.
@Command(name = "run", description = "Runs everything until SIGTERM or Ctrl-C.")
final class RunCommand implements Callable<Integer> {
  @ParentCommand Main main = new Main();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (Bellwire bellwire = new Bellwire(Configuration.wiring(main))) {
      WebServer web = bellwire.run();
      out.println(bellwire.greeting(web));
      out.flush();
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> waitFor(stop, stopped), "bellwire-stop"));
      stop.await();
    } finally {
      stopped.countDown();
    }
    return Main.FINE;
  }

  /// A signal begins the end of the virtual machine; its end waits for ours, then the exit code is
  /// 0.
  private static void waitFor(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(Main.FINE);
  }
}

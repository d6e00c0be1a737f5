package app.bellwire.config;

import app.bellwire.command.SubscriptionFile;
import app.bellwire.query.ParsedQuery;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads what people paste by the rules of `subscriptions.yml`: ids may be missing, chats are not
/// looked at, and the environment is none of it. Thread-safe.
public final class PastedSubscriptions implements SubscriptionFile {
  private static final Path MESSAGE = Path.of("message");

  private final Function<String, ParsedQuery> queries;
  private final Supplier<ZoneId> install;
  private final InstantSource clock;

  /// @param install the zone in which days end that name none
  public PastedSubscriptions(
      Function<String, ParsedQuery> queries, Supplier<ZoneId> install, InstantSource clock) {
    this.queries = queries;
    this.install = install;
    this.clock = clock;
  }

  @Override
  public Read read(String yaml) {
    Findings findings = new Findings();
    findings.opened(MESSAGE);
    Scope scope = new Scope(MESSAGE, new Disk(), findings, new Placeholders(_ -> null));
    SubscriptionsReader reader =
        SubscriptionsReader.ofPasted(queries, install.get(), clock.instant());
    Document.pasted(scope, yaml).ifPresent(reader::read);
    List<Entry> entries = reader.subscriptions().stream().map(this::entry).toList();
    return new Read(
        entries, findings.problems().stream().map(PastedSubscriptions::problem).toList());
  }

  private Entry entry(ConfigSubscription s) {
    return new Entry(s.line(), s.query(), s.plan(), s.ends(install.get()));
  }

  private static Problem problem(ConfigProblem problem) {
    return new Problem(problem.line(), problem.what(), problem.hint());
  }
}

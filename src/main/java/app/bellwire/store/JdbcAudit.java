package app.bellwire.store;

import app.bellwire.subscription.Audit;
import java.time.Instant;
import java.util.function.LongSupplier;

final class JdbcAudit implements Audit {
  private final Database database;
  private final LongSupplier ids;

  JdbcAudit(Database database, LongSupplier ids) {
    this.database = database;
    this.ids = ids;
  }

  @Override
  public void note(Instant at, String who, String what) {
    database.write(
        sql ->
            sql.update(
                "insert into audit (id, noted_at, who, what) values (?, ?, ?, ?)",
                ids.getAsLong(),
                at,
                who,
                what));
  }
}

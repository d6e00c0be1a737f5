package app.bellwire.store;

import app.bellwire.chat.ChatId;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.MuteBook;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

final class JdbcMutes implements MuteBook {
  private final Database database;

  JdbcMutes(Database database) {
    this.database = database;
  }

  @Override
  public List<Mute> of(ChatId chat, Instant now) {
    return database.read(
        sql ->
            sql.list(
                """
                select * from mutes where chat_id = ? and until_at > ?
                order by until_at, scope, target
                """,
                JdbcMutes::mute,
                chat,
                now));
  }

  @Override
  public void put(Mute mute) {
    database.write(
        sql ->
            sql.update(
                """
                insert into mutes (chat_id, scope, target, until_at, muted_by)
                values (?, ?, ?, ?, ?)
                on conflict (chat_id, scope, target) do update set
                  until_at = excluded.until_at, muted_by = excluded.muted_by
                """,
                mute.chat(),
                mute.scope(),
                mute.target(),
                mute.until(),
                mute.by()));
  }

  @Override
  public void lift(ChatId chat, Mute.Scope scope, long target) {
    database.write(
        sql ->
            sql.update(
                "delete from mutes where chat_id = ? and scope = ? and target = ?",
                chat,
                scope,
                target));
  }

  private static Mute mute(Row row) throws SQLException {
    return new Mute(
        new ChatId(row.number("chat_id")),
        row.word(Mute.Scope.class, "scope"),
        row.number("target"),
        row.instant("until_at"),
        row.text("muted_by"));
  }
}

package app.bellwire.store;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Digest;
import app.bellwire.alert.Digest.Occasion;
import app.bellwire.alert.DigestLog;
import app.bellwire.chat.ChatId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class JdbcDigests implements DigestLog {
  /// Stories that one message told before digests had parts.
  private static final int UNDIVIDED = 15;

  private final Database database;

  JdbcDigests(Database database) {
    this.database = database;
  }

  @Override
  public boolean claim(ChatId chat, LocalDateTime time, Instant now) {
    return database.write(
        sql ->
            sql.update(
                    """
                    insert into digests (chat_id, day, at_time, made_at) values (?, ?, ?, ?)
                    on conflict (chat_id, day, at_time) do nothing
                    """,
                    chat,
                    time.toLocalDate(),
                    time.toLocalTime().toString(),
                    now)
                == 1);
  }

  @Override
  public Optional<Instant> lastMade(ChatId chat) {
    return database
        .read(
            sql ->
                sql.first(
                    "select max(made_at) as latest from digests where chat_id = ?",
                    row -> row.instantIfAny("latest"),
                    chat))
        .flatMap(latest -> latest);
  }

  @Override
  public void save(Digest digest) {
    database.write(
        sql -> {
          insert(sql, digest);
          sql.update("delete from digest_stories where digest_id = ?", digest.id());
          int position = 0;
          for (Alert story : digest.stories()) {
            insert(sql, digest, story, position++);
          }
          return true;
        });
  }

  private static void insert(Sql sql, Digest digest) {
    Optional<Instant> next =
        digest.occasion() instanceof Occasion.Daily daily ? daily.next() : Optional.empty();
    String reason = digest.occasion() instanceof Occasion.Back back ? back.reason() : "";
    sql.update(
        """
        insert into digest_messages
          (id, chat_id, occasion, reason, next_at, since_at, made_at, withdrawn, parts)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do nothing
        """,
        digest.id(),
        digest.chat(),
        word(digest.occasion()),
        reason,
        next,
        digest.since(),
        digest.made(),
        digest.withdrawn(),
        digest.parts().stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  private static void insert(Sql sql, Digest digest, Alert story, int position) {
    sql.update(
        """
        insert into digest_stories (digest_id, event_id, chat_id, position, alert)
        values (?, ?, ?, ?, ?)
        """,
        digest.id(),
        story.event(),
        digest.chat(),
        position,
        AlertJson.write(story));
  }

  @Override
  public Optional<Digest> find(long id) {
    return digests("where id = ?", id).stream().findFirst();
  }

  @Override
  public Optional<Digest> latest(ChatId chat) {
    return digests("where chat_id = ? order by id desc limit 1", chat).stream().findFirst();
  }

  @Override
  public List<Digest> telling(ChatId chat, long event) {
    return digests(
        """
        where id in (select digest_id from digest_stories where chat_id = ? and event_id = ?)
        order by id desc
        """,
        chat,
        event);
  }

  private List<Digest> digests(String condition, Object... values) {
    return database.read(
        sql ->
            sql
                .list(
                    "select * from digest_messages " + condition,
                    row -> digest(row, List.of()),
                    values)
                .stream()
                .map(digest -> whole(digest, stories(sql, digest.id())))
                .toList());
  }

  private static List<Alert> stories(Sql sql, long digest) {
    return sql.list(
        "select alert from digest_stories where digest_id = ? order by position",
        row -> AlertJson.read(row.text("alert")),
        digest);
  }

  private static Digest whole(Digest digest, List<Alert> stories) {
    List<Integer> parts =
        digest.parts().isEmpty() ? List.of(Math.min(UNDIVIDED, stories.size())) : digest.parts();
    return digest.with(stories).inParts(parts);
  }

  private static List<Integer> parts(String text) {
    return text.isEmpty() ? List.of() : Stream.of(text.split(",")).map(Integer::valueOf).toList();
  }

  private static Digest digest(Row row, List<Alert> stories) throws SQLException {
    return new Digest(
        row.number("id"),
        new ChatId(row.number("chat_id")),
        occasion(row),
        row.instant("since_at"),
        row.instant("made_at"),
        stories,
        row.count("withdrawn"),
        parts(row.text("parts")));
  }

  private static Occasion occasion(Row row) throws SQLException {
    return switch (row.text("occasion")) {
      case "DAILY" -> new Occasion.Daily(row.instantIfAny("next_at"));
      case "QUIET_OVER" -> new Occasion.QuietOver();
      case "NEW_DAY" -> new Occasion.NewDay();
      case "RESUMED" -> new Occasion.Resumed();
      default -> new Occasion.Back(row.text("reason"));
    };
  }

  private static String word(Occasion occasion) {
    return switch (occasion) {
      case Occasion.Daily daily -> "DAILY";
      case Occasion.QuietOver over -> "QUIET_OVER";
      case Occasion.NewDay day -> "NEW_DAY";
      case Occasion.Resumed resumed -> "RESUMED";
      case Occasion.Back back -> "BACK";
    };
  }
}

package app.bellwire.store;

import app.bellwire.chat.Action;
import app.bellwire.chat.Buttons;
import app.bellwire.chat.ChatId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

final class JdbcButtons implements Buttons {
  private static final int ID_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final InstantSource clock;

  JdbcButtons(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String issue(ChatId chat, Action action) {
    String id = newId();
    database.write(
        sql ->
            sql.update(
                """
                insert into buttons (id, chat_id, verb, arguments, expires_at)
                values (?, ?, ?, ?, ?)
                """,
                id,
                chat,
                action.verb(),
                Json.texts(action.arguments()).toString(),
                clock.instant().plus(LIFE)));
    return id;
  }

  private static String newId() {
    byte[] bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public Optional<Action> find(ChatId chat, String id) {
    return database.read(
        sql ->
            sql.first(
                """
                select verb, arguments from buttons
                where id = ? and chat_id = ? and expires_at > ?
                """,
                row -> new Action(row.text("verb"), Json.texts(Json.parse(row.text("arguments")))),
                id,
                chat,
                clock.instant()));
  }
}

package app.bellwire.store;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.UserId;
import app.bellwire.command.PersonalData;
import app.bellwire.notice.Cause;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Rows that belong to one chat are deleted; where others share a row, the person is taken out.
final class JdbcPersonalData implements PersonalData {
  /// Tables whose every row belongs to the chat in `chat_id`. A lane goes before what stands in it,
  /// since who queues holds it.
  static final List<String> OF_A_CHAT =
      List.of(
          "mutes",
          "empty_days",
          "alert_log",
          "held_alerts",
          "digests",
          "digest_stories",
          "digest_messages",
          "left_out",
          "verdicts",
          "lanes",
          "outbox",
          "thread_messages",
          "buttons");

  /// What stands in the place of a person.
  private static final String SOMEBODY = "somebody";

  private static final String FRESH =
      """
      update chats set zone = null, quiet = null, plan = null, paused_at = null, paused_by = null,
        explained = false
      where id = ?
      """;

  private static final String EVERYWHERE = "";
  private static final String IN_CHAT = " and chat_id = ?";

  private final Database database;
  private final InstantSource clock;

  JdbcPersonalData(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Stored of(ChatId chat) {
    return database.read(
        sql ->
            new Stored(
                count(sql, "subscriptions where config_id is null and ended_at is null and", chat),
                count(sql, "mutes where", chat),
                count(sql, "alert_log where", chat),
                count(sql, "held_alerts where", chat),
                count(sql, "outbox where settled_at is null and", chat)));
  }

  private static int count(Sql sql, String what, ChatId chat) {
    return (int) sql.number("select count(*) as n from " + what + " chat_id = ?", chat);
  }

  @Override
  public int owned(UserId person, ChatId chat) {
    return owned(person, "chat_id = ?", chat);
  }

  @Override
  public int ownedElsewhere(UserId person, ChatId chat) {
    return owned(person, "chat_id <> ?", chat);
  }

  private int owned(UserId person, String where, ChatId chat) {
    String query =
        "select count(*) as n from subscriptions"
            + " where owner_network = ? and owner_user = ? and ended_at is null and "
            + where;
    return database.read(sql -> sql.number(query, person.network(), person.id(), chat)).intValue();
  }

  @Override
  public void forget(ChatId chat, boolean known) {
    database.write(
        sql -> {
          address(sql, chat).ifPresent(at -> dropOpen(sql, open -> open.from().equals(at)));
          OF_A_CHAT.forEach(
              table -> sql.update("delete from " + table + " where chat_id = ?", chat));
          sql.update(
              "delete from notices where cause = ? and thing = ?",
              Cause.CHAT,
              Long.toString(chat.value()));
          sql.update(
              """
              delete from subscriptions
              where chat_id = ? and (config_id is null or ended_at is not null)
              """,
              chat);
          keepVerbs(sql, chat);
          address(sql, chat)
              .ifPresent(at -> sql.update("delete from pauses where scope = ?", at.toString()));
          return sql.update(known ? FRESH : "delete from chats where id = ?", chat);
        });
  }

  private static Optional<Address> address(Sql sql, ChatId chat) {
    return sql.first("select * from chats where id = ?", JdbcChats::address, chat);
  }

  @Override
  public void forget(UserId person, String name) {
    database.write(
        sql -> {
          dropOpen(sql, open -> open.user().equals(person));
          takeOut(sql, person, name, EVERYWHERE);
          takeOutOfLabels(sql, person);
          return sql.update("update audit set who = ? where who = ?", SOMEBODY, person.toString());
        });
  }

  @Override
  public void forget(UserId person, String name, ChatId chat) {
    database.write(
        sql -> {
          takeOut(sql, person, name, IN_CHAT, chat);
          takeOutOfLabels(sql, person);
          return sql.update(
              "update audit set who = ? where who = ? and what like ?",
              SOMEBODY,
              person.toString(),
              naming(chat));
        });
  }

  private static void takeOut(Sql sql, UserId person, String name, String where, Object... values) {
    for (String called : names(sql, person, name, where, values)) {
      sql.update(
          "update mutes set muted_by = ? where muted_by = ?" + where,
          with(values, SOMEBODY, called));
      sql.update(
          "update verdicts set muted_by = ? where muted_by = ?" + where,
          with(values, SOMEBODY, called));
      sql.update(
          "update chats set paused_by = ? where paused_by = ?" + where.replace("chat_id", "id"),
          with(values, SOMEBODY, called));
    }
    sql.update(
        "update subscriptions set owner_user = ?, owner_name = ?"
            + " where owner_network = ? and owner_user = ?"
            + where,
        with(values, SOMEBODY, SOMEBODY, person.network(), person.id()));
  }

  /// Labels belong to no chat: whoever goes from one is taken out of all.
  private static void takeOutOfLabels(Sql sql, UserId person) {
    sql.update(
        "update story_labels set said_by = ? where said_by = ?", SOMEBODY, person.toString());
  }

  /// What the person is called, and was when they added something.
  private static List<String> names(
      Sql sql, UserId person, String name, String where, Object... values) {
    List<String> names =
        new ArrayList<>(
            sql.list(
                "select distinct owner_name from subscriptions"
                    + " where owner_network = ? and owner_user = ?"
                    + where,
                row -> row.text("owner_name"),
                with(values, person.network(), person.id())));
    names.add(name);
    return names;
  }

  private static Object[] with(Object[] last, Object... first) {
    Object[] all = Arrays.copyOf(first, first.length + last.length);
    System.arraycopy(last, 0, all, first.length, last.length);
    return all;
  }

  /// What was typed and not carried out so far is not carried out any more.
  private void dropOpen(Sql sql, Predicate<IncomingMessage> theirs) {
    sql
        .list(
            "select message from inbox where done_at is null",
            row -> MessageJson.incoming(row.text("message")))
        .stream()
        .filter(IncomingMessage.class::isInstance)
        .map(IncomingMessage.class::cast)
        .filter(theirs)
        .forEach(
            open ->
                sql.update(
                    """
                    update inbox set done_at = ?, message = ''
                    where network = ? and update_id = ?
                    """,
                    clock.instant(),
                    open.from().network(),
                    open.updateId()));
  }

  private record Note(long id, String verb) {}

  /// Of the notes about the chat it stays that something was done, and when.
  private static void keepVerbs(Sql sql, ChatId chat) {
    sql.list(
            "select id, what from audit where what like ?",
            row -> new Note(row.number("id"), row.text("what").split(" ", 2)[0]),
            naming(chat))
        .forEach(
            note -> sql.update("update audit set what = ? where id = ?", note.verb(), note.id()));
  }

  /// The notes that name a chat, as [app.bellwire.subscription.SubscriptionBook] writes them.
  private static String naming(ChatId chat) {
    return "% chat " + chat.value() + " %";
  }
}

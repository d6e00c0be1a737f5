package app.bellwire.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.ChatId;
import app.bellwire.deliver.MessageSum;
import app.bellwire.ledger.ItemSum;
import app.bellwire.ledger.Ledger;
import app.bellwire.text.Folding;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;

/// What must be true of the books whatever has happened; read past the stores, from the file.
final class Invariants {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// @param offenders selects what must not be there, one text a row
  private record Rule(String says, String offenders) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "no article is in two events",
              """
              select a.source || ' ' || a.guid || ' ' || a.content_key from articles a
              join event_reports r on r.article_id = a.id
              group by a.source, a.guid, a.content_key having count(distinct r.event_id) > 1
              """),
          new Rule(
              "every report of an event is a kept article",
              """
              select article_id from event_reports
              where article_id not in (select id from articles)
              """),
          new Rule(
              "an event's revision rises by one with each of its reports",
              """
              select e.id || ' revision ' || e.revision from events e where e.revision <>
                (select count(*) from event_reports r where r.event_id = e.id)
              """),
          new Rule(
              "positions of reports leave no gap",
              """
              select event_id from event_reports group by event_id
              having min(position) not in (0, 1) or max(position) - min(position) <> count(*) - 1
              """),
          new Rule(
              "a chat is told no revision that the event does not have",
              """
              select l.id from alert_log l join events e on e.id = l.event_id
              where l.revision > e.revision
              """),
          new Rule(
              "an event rings in a chat once",
              """
              select chat_id || ' ' || event_id from alert_log where kind = 'FIRST'
              group by chat_id, event_id having count(*) > 1
              """),
          new Rule(
              "one alert for a chat, event and revision",
              """
              select chat_id || ' ' || event_id || ' ' || revision from alert_log
              group by chat_id, event_id, revision having count(*) > 1
              """),
          new Rule(
              "every article has one line in the ledger",
              """
              select a.id from articles a left join ledger l on l.article_id = a.id
              where l.article_id is null
              union all select article_id from ledger where article_id not in (select id from articles)
              """),
          new Rule(
              "every match of a chat has one verdict: none where nobody asked, one at least where"
                  + " somebody did, and the weightiest is the article's outcome",
              """
              select l.article_id || ' ' || l.outcome || ' ' || coalesce(v.outcome, 'none')
              from ledger l left join (
                select article_id, min(instr('TOLD JOINED HELD MUTED FILTERED REPEATED', outcome)) as weight,
                  substr('TOLD JOINED HELD MUTED FILTERED REPEATED',
                    min(instr('TOLD JOINED HELD MUTED FILTERED REPEATED', outcome)), 4) as outcome
                from verdicts group by article_id) v on v.article_id = l.article_id
              where case l.outcome when 'UNMATCHED' then v.article_id is not null
                when 'FAILED' then v.article_id is not null
                when 'REPEATED' then v.outcome <> 'REPE'
                else v.article_id is null or substr(l.outcome, 1, 4) <> v.outcome end
              """),
          new Rule(
              "every verdict is of an article in the ledger and its event",
              """
              select v.article_id || ' ' || v.chat_id from verdicts v
              left join event_reports r on r.article_id = v.article_id
              where v.article_id not in (select article_id from ledger)
              or r.event_id <> v.event_id
              """),
          new Rule(
              "every alert has verdicts of its event in its chat",
              """
              select a.id from alert_log a where not exists (
                select 1 from verdicts v where v.chat_id = a.chat_id and v.event_id = a.event_id)
              """),
          new Rule(
              "what is held in the ledger is held, and what is held is so in the ledger",
              """
              select 'not held ' || article_id from verdicts v where outcome = 'HELD' and not exists (
                select 1 from held_alerts h where h.chat_id = v.chat_id and h.event_id = v.event_id)
              union all
              select 'held ' || alert_id from held_alerts h where not exists (
                select 1 from verdicts v where h.chat_id = v.chat_id and h.event_id = v.event_id
                and v.outcome = 'HELD')
              """),
          new Rule(
              "a chat has one told article a story",
              """
              select chat_id || ' ' || event_id from verdicts where outcome = 'TOLD'
              group by chat_id, event_id having count(*) > 1
              """),
          new Rule(
              "outbox states are legal and nothing is left in flight",
              """
              select id || ' ' || state from outbox where state not in
                ('QUEUED', 'SENT', 'UNCERTAIN', 'PARKED', 'FAILED', 'EXPIRED', 'WITHDRAWN')
              or (state in ('QUEUED', 'PARKED')) <> (settled_at is null)
              or (state = 'SENT') <> (message_id is not null)
              """),
          new Rule(
              "what is not sent yet waits for a network that is off",
              """
              select o.id from outbox o join chats c on c.id = o.chat_id
              where o.state not in ('SENT', 'WITHDRAWN') and c.network = 'local'
              """),
          new Rule(
              "each lane knows its oldest open delivery",
              """
              select l.chat_id from lanes l where coalesce(l.head_id, 0) <> coalesce(
                (select min(o.id) from outbox o
                  where o.chat_id = l.chat_id and o.settled_at is null), 0)
              union all select chat_id from outbox
              where settled_at is null and chat_id not in (select chat_id from lanes)
              """),
          new Rule(
              "a thread has one root",
              """
              select chat_id || ' ' || thread from thread_messages where root
              group by chat_id, thread having count(*) <> 1
              """),
          new Rule(
              "everything typed was carried out", "select id from inbox where done_at is null"));

  private Invariants() {}

  static void hold(Newsroom room) {
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + room.file())) {
      SoftAssertions softly = new SoftAssertions();
      for (Rule rule : RULES) {
        softly.assertThat(texts(file, rule.offenders())).as(rule.says()).isEmpty();
      }
      softly.assertThat(orphans(file)).as("bot messages nobody sent").isEmpty();
      softly.assertThat(toldTwice(file)).as("sentences told twice as new").isEmpty();
      softly
          .assertThat(texts(file, "select count(*) from ledger"))
          .as("items read are items in the ledger")
          .containsExactly(Long.toString(room.read()));
      sumsAddUp(softly, room, file);
      softly.assertAll();
      assertThat(texts(file, "pragma integrity_check")).containsExactly("ok");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /// What the chats and the desk are told adds up to what the tables hold.
  private static void sumsAddUp(SoftAssertions softly, Newsroom room, Connection file)
      throws SQLException {
    Ledger ledger = room.stores().ledger();
    ItemSum items = new ItemSum(ledger.since(Instant.EPOCH));
    softly
        .assertThat(items.read())
        .as("matched and others are what was read")
        .isEqualTo(room.read());
    for (String chat : texts(file, "select id from chats")) {
      ItemSum here = new ItemSum(ledger.since(new ChatId(Long.parseLong(chat)), Instant.EPOCH));
      softly
          .assertThat(texts(file, "select count(*) from verdicts where chat_id = " + chat))
          .as("the parts of a chat's matches are its verdicts")
          .containsExactly(Long.toString(here.read()));
      softly.assertThat(here.matched()).as("a chat's share").isLessThanOrEqualTo(items.matched());
    }
    softly
        .assertThat(texts(file, "select count(*) from outbox"))
        .as("the parts of the messages are the outbox")
        .containsExactly(
            Long.toString(new MessageSum(room.stores().outbox().countsSince(Instant.EPOCH)).all()));
  }

  /// Bot messages that are neither a delivery of the outbox nor an answer to a line of the inbox.
  private static List<String> orphans(Connection file) throws SQLException {
    Set<String> known = new HashSet<>();
    for (String id : texts(file, "select id from outbox where state = 'SENT'")) {
      known.add("d-" + Long.toString(Long.parseLong(id), 36));
    }
    Set<String> typed = new HashSet<>(texts(file, "select update_id from inbox"));
    List<String> sent =
        texts(file, "select coalesce(delivery_id, id) from local_messages where said_by = 'BOT'");
    sent.removeIf(id -> known.contains(id) || typed.contains(id.replaceAll("^a-|-\\w+$", "")));
    return sent;
  }

  private static List<String> toldTwice(Connection file) throws SQLException {
    List<String> twice = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (String row :
        texts(
            file,
            """
            select chat_id || '|' || event_id || '|' || sentences from alert_log
            where kind in ('FIRST', 'FOLLOW_UP') order by id
            """)) {
      String[] parts = row.split("\\|", 3);
      for (JsonNode sentence : json(parts[2])) {
        String key = parts[0] + " " + parts[1] + " " + Folding.key(sentence.asText());
        if (!told.add(key)) {
          twice.add(key);
        }
      }
    }
    return twice;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> texts(Connection file, String select) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = file.createStatement();
        ResultSet rows = statement.executeQuery(select)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}

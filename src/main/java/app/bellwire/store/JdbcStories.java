package app.bellwire.store;

import app.bellwire.story.Event;
import app.bellwire.story.Report;
import app.bellwire.story.StoryStore;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class JdbcStories implements StoryStore {
  private static final String WITH_REPORTS =
      """
      select e.*, r.article_id, r.agency, r.link, r.reported_at, r.day, r.withdrawn, r.origins
      from events e left join event_reports r on r.event_id = e.id
      """;

  private final Database database;

  JdbcStories(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Event> event(long id) {
    return select("where e.id = ? order by r.position", id).stream().findFirst();
  }

  @Override
  public Optional<Event> eventOf(long articleId) {
    return select(
            """
            where e.id = (select event_id from event_reports where article_id = ?)
            order by r.position
            """,
            articleId)
        .stream()
        .findFirst();
  }

  @Override
  public List<Event> updatedSince(Instant since) {
    return select(
        "where e.updated_at >= ? order by e.updated_at desc, e.id desc, r.position", since);
  }

  @Override
  public List<Event> ofStoryline(long storyline) {
    return select("where e.storyline_id = ? order by e.opened_at, e.id, r.position", storyline);
  }

  private List<Event> select(String condition, Object value) {
    Map<Long, Event> events = new LinkedHashMap<>();
    Map<Long, List<Report>> reports = new LinkedHashMap<>();
    database.read(
        sql ->
            sql.list(
                WITH_REPORTS + condition,
                row -> {
                  Event event = event(row);
                  events.putIfAbsent(event.id(), event);
                  List<Report> those = reports.computeIfAbsent(event.id(), id -> new ArrayList<>());
                  if (!row.isNull("article_id")) {
                    those.add(report(row));
                  }
                  return event.id();
                },
                value));
    return events.values().stream()
        .map(event -> with(event, reports.getOrDefault(event.id(), List.of())))
        .toList();
  }

  private static Event with(Event event, List<Report> reports) {
    return new Event(
        event.id(),
        event.storyline(),
        event.revision(),
        event.headline(),
        event.opened(),
        event.updated(),
        reports);
  }

  private static Event event(Row row) throws SQLException {
    return new Event(
        row.number("id"),
        row.number("storyline_id"),
        row.count("revision"),
        row.text("headline"),
        row.instant("opened_at"),
        row.instant("updated_at"),
        List.of());
  }

  private static Report report(Row row) throws SQLException {
    return new Report(
        row.number("article_id"),
        row.text("agency"),
        row.uriIfAny("link"),
        row.instant("reported_at"),
        row.dayIfAny("day"),
        row.flag("withdrawn"),
        row.text("origins").lines().toList());
  }

  @Override
  public void save(Event event) {
    database.write(
        sql -> {
          saveEvent(sql, event);
          return saveReports(sql, event);
        });
  }

  private static void saveEvent(Sql sql, Event event) {
    sql.update(
        "insert into storylines (id, opened_at) values (?, ?) on conflict (id) do nothing",
        event.storyline(),
        event.opened());
    sql.update(
        """
        insert into events (id, storyline_id, revision, headline, opened_at, updated_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (id) do update set revision = excluded.revision,
          headline = excluded.headline, updated_at = excluded.updated_at
        """,
        event.id(),
        event.storyline(),
        event.revision(),
        event.headline(),
        event.opened(),
        event.updated());
  }

  /// Writes what differs only: a long event gains one report at a time.
  private int saveReports(Sql sql, Event event) {
    List<Report> kept = event(event.id()).map(Event::reports).orElse(List.of());
    List<Report> wanted = event.reports().stream().map(JdbcStories::asKept).toList();
    int same = 0;
    while (same < kept.size() && same < wanted.size() && kept.get(same).equals(wanted.get(same))) {
      same++;
    }
    sql.update("delete from event_reports where event_id = ? and position >= ?", event.id(), same);
    for (int position = same; position < wanted.size(); position++) {
      insert(sql, event.id(), position, wanted.get(position));
    }
    return wanted.size() - same;
  }

  private static Report asKept(Report report) {
    return new Report(
        report.articleId(),
        report.agency(),
        report.link(),
        report.at().truncatedTo(ChronoUnit.MILLIS),
        report.day(),
        report.withdrawn(),
        report.origins());
  }

  private static void insert(Sql sql, long event, int position, Report report) {
    sql.update(
        """
        insert into event_reports
          (article_id, event_id, position, agency, link, reported_at, day, withdrawn, origins)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        report.articleId(),
        event,
        position,
        report.agency(),
        report.link(),
        report.at(),
        report.day(),
        report.withdrawn(),
        String.join("\n", report.origins()));
  }

  @Override
  public long highestId() {
    return database.read(
        sql ->
            sql.number(
                """
                select max(id) as n from (
                  select max(id) as id from events union all
                  select max(id) from storylines) as ids
                """));
  }
}

package app.bellwire.store;

import app.bellwire.story.StoryLabel;
import app.bellwire.story.StoryLabels;
import java.sql.SQLException;
import java.util.List;

final class JdbcStoryLabels implements StoryLabels {
  private final Database database;

  JdbcStoryLabels(Database database) {
    this.database = database;
  }

  @Override
  public void save(StoryLabel label) {
    database.write(
        sql -> {
          remove(sql, label.article(), label.other());
          return sql.update(
              """
              insert into story_labels (article_id, other_id, same, steers, said_by, said_at)
              values (?, ?, ?, ?, ?, ?)
              """,
              label.article(),
              label.other(),
              label.same(),
              label.steers(),
              label.by(),
              label.at());
        });
  }

  @Override
  public void remove(long article, long other) {
    database.write(sql -> remove(sql, article, other));
  }

  private static int remove(Sql sql, long article, long other) {
    return sql.update(
        """
        delete from story_labels
        where (article_id = ? and other_id = ?) or (article_id = ? and other_id = ?)
        """,
        article,
        other,
        other,
        article);
  }

  @Override
  public List<StoryLabel> of(long event) {
    return database.read(
        sql ->
            sql.list(
                """
                select * from story_labels
                where article_id in (select article_id from event_reports where event_id = ?)
                  or other_id in (select article_id from event_reports where event_id = ?)
                order by said_at, article_id, other_id
                """,
                JdbcStoryLabels::label,
                event,
                event));
  }

  @Override
  public List<StoryLabel> all() {
    return database.read(
        sql ->
            sql.list(
                "select * from story_labels order by said_at, article_id, other_id",
                JdbcStoryLabels::label));
  }

  private static StoryLabel label(Row row) throws SQLException {
    return new StoryLabel(
        row.number("article_id"),
        row.number("other_id"),
        row.flag("same"),
        row.flag("steers"),
        row.text("said_by"),
        row.instant("said_at"));
  }
}

package app.bellwire.store;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import app.bellwire.article.Copy;
import app.bellwire.article.Dateline;
import app.bellwire.article.Identity;
import app.bellwire.source.SourceId;
import app.bellwire.text.Embedding;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An item is one seen before when its guid was seen, unless link and title are both others (some
/// wires use a guid again); or when its link was seen with the same title or content; or when its
/// title was seen with the same content. A link alone or a title alone proves nothing: some feeds
/// link all items to one page, and "Weather" comes every morning.
final class JdbcArticles implements ArticleStore {
  private final Database database;

  JdbcArticles(Database database) {
    this.database = database;
  }

  @Override
  public Sighting sighting(SourceId source, Identity identity) {
    return contentSeen(source.value(), identity)
        .map(content -> content.equals(identity.contentKey()) ? Sighting.SEEN : Sighting.CHANGED)
        .orElse(Sighting.NEW);
  }

  private Optional<String> contentSeen(String source, Identity identity) {
    return database.read(
        sql ->
            byGuid(sql, source, identity)
                .or(() -> byLink(sql, source, identity))
                .or(() -> byTitle(sql, source, identity)));
  }

  private static Optional<String> byGuid(Sql sql, String source, Identity identity) {
    return sql.first(
        """
        select content_key from seen_items where source = ? and guid = ?
          and not (link_key <> '' and ? <> '' and link_key <> ? and title_key <> ?
            and content_key <> ?)
        """,
        row -> row.text("content_key"),
        source,
        identity.guid(),
        identity.linkKey(),
        identity.linkKey(),
        identity.titleKey(),
        identity.contentKey());
  }

  private static Optional<String> byLink(Sql sql, String source, Identity identity) {
    return sql.first(
        """
        select content_key from seen_items
        where source = ? and link_key <> '' and link_key = ?
          and (title_key = ? or content_key = ?)
        order by last_seen desc limit 1
        """,
        row -> row.text("content_key"),
        source,
        identity.linkKey(),
        identity.titleKey(),
        identity.contentKey());
  }

  private static Optional<String> byTitle(Sql sql, String source, Identity identity) {
    return sql.first(
        """
        select content_key from seen_items
        where source = ? and title_key <> '' and title_key = ? and content_key = ?
        limit 1
        """,
        row -> row.text("content_key"),
        source,
        identity.titleKey(),
        identity.contentKey());
  }

  @Override
  public void seen(SourceId source, Identity identity, Instant now) {
    database.write(
        sql ->
            sql.update(
                """
                insert into seen_items
                  (source, guid, link_key, title_key, content_key, last_seen)
                values (?, ?, ?, ?, ?, ?)
                on conflict (source, guid) do update set link_key = excluded.link_key,
                  title_key = excluded.title_key, content_key = excluded.content_key,
                  last_seen = excluded.last_seen
                """,
                source.value(),
                identity.guid(),
                identity.linkKey(),
                identity.titleKey(),
                identity.contentKey(),
                now));
  }

  @Override
  public void save(Article article) {
    Identity identity = article.identity();
    Copy copy = article.copy();
    database.write(
        sql ->
            sql.update(
                """
                insert into articles
                  (id, source, guid, link, link_key, title_key, content_key, headline,
                   own_headline, paragraphs, language, note, agency, place, day, dateline_agency,
                   authors, published_at, read_at, kind)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                article.id(),
                article.source().value(),
                identity.guid(),
                identity.link(),
                identity.linkKey(),
                identity.titleKey(),
                identity.contentKey(),
                copy.headline(),
                copy.ownHeadline(),
                Json.texts(copy.paragraphs()).toString(),
                copy.language(),
                copy.note().orElse(""),
                article.agency(),
                article.dateline().place(),
                article.dateline().date(),
                article.dateline().agency(),
                Json.texts(article.authors()).toString(),
                article.published(),
                article.read(),
                article.kind()));
  }

  @Override
  public void saveEmbedding(long article, Embedding embedding) {
    database.write(
        sql ->
            sql.update(
                "insert into article_embeddings (article_id, embedding) values (?, ?)",
                article,
                embedding.text()));
  }

  @Override
  public Map<Long, Embedding> embeddingsAfter(long article, int limit) {
    Map<Long, Embedding> embeddings = new LinkedHashMap<>();
    database.read(
        sql ->
            sql.list(
                """
                select article_id, embedding from article_embeddings where article_id > ?
                order by article_id limit ?
                """,
                row ->
                    embeddings.put(
                        row.number("article_id"), Embedding.parse(row.text("embedding"))),
                article,
                limit));
    return embeddings;
  }

  @Override
  public Optional<Article> find(long id) {
    return database.read(
        sql -> sql.first("select * from articles where id = ?", JdbcArticles::article, id));
  }

  @Override
  public Optional<Article> byLink(String linkKey) {
    return database.read(
        sql ->
            sql.first(
                """
                select * from articles where link_key <> '' and link_key = ?
                order by read_at desc, id desc limit 1
                """,
                JdbcArticles::article,
                linkKey));
  }

  @Override
  public List<Article> readSince(Instant since, int limit) {
    return database.read(
        sql ->
            sql.list(
                "select * from articles where read_at >= ? order by read_at desc, id desc limit ?",
                JdbcArticles::article,
                since,
                limit));
  }

  @Override
  public long countSince(Instant since) {
    return database.read(
        sql -> sql.number("select count(*) as n from articles where read_at >= ?", since));
  }

  @Override
  public Map<SourceId, Long> countsSince(Instant since) {
    Map<SourceId, Long> counts = new HashMap<>();
    database.read(
        sql ->
            sql.list(
                "select source, count(*) as n from articles where read_at >= ? group by source",
                row -> counts.put(new SourceId(row.text("source")), row.number("n")),
                since));
    return counts;
  }

  @Override
  public Optional<Instant> oldest() {
    return database
        .read(
            sql ->
                sql.list(
                    "select min(read_at) as oldest from articles",
                    row -> row.instantIfAny("oldest")))
        .getFirst();
  }

  private static Article article(Row row) throws SQLException {
    return new Article(
        row.number("id"),
        new SourceId(row.text("source")),
        identity(row),
        copy(row),
        row.text("agency"),
        new Dateline(row.text("place"), row.dayIfAny("day"), row.text("dateline_agency")),
        Json.texts(Json.parse(row.text("authors"))),
        row.instantIfAny("published_at"),
        row.instant("read_at"),
        row.word(Article.Kind.class, "kind"));
  }

  private static Identity identity(Row row) throws SQLException {
    return new Identity(
        row.text("guid"),
        row.uriIfAny("link"),
        row.text("link_key"),
        row.text("title_key"),
        row.text("content_key"));
  }

  private static Copy copy(Row row) throws SQLException {
    return new Copy(
        row.text("headline"),
        row.flag("own_headline"),
        Json.texts(Json.parse(row.text("paragraphs"))),
        row.text("language"),
        Optional.of(row.text("note")).filter(note -> !note.isEmpty()));
  }
}

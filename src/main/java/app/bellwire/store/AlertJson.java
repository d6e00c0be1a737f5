package app.bellwire.store;

import app.bellwire.alert.Alert;
import app.bellwire.article.Article;
import app.bellwire.article.Copy;
import app.bellwire.article.Dateline;
import app.bellwire.article.Identity;
import app.bellwire.chat.ChatId;
import app.bellwire.match.Hit;
import app.bellwire.query.Query;
import app.bellwire.source.SourceId;
import app.bellwire.story.Report;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// An alert with everything in it as JSON.
final class AlertJson {
  private AlertJson() {}

  static String write(Alert alert) {
    return json(Json.document(), alert).toString();
  }

  private static ObjectNode json(ObjectNode json, Alert alert) {
    json.put("id", alert.id()).put("chat", alert.chat().value());
    json.put("event", alert.event()).put("revision", alert.revision());
    json.put("kind", alert.kind().name());
    json.set("lead", json(alert.lead()));
    json.set("sentences", Json.texts(alert.sentences()));
    json.set("reports", Json.array(alert.reports(), AlertJson::json));
    json.set("why", Json.array(alert.why(), AlertJson::json));
    json.set("marks", json(alert.marks()));
    json.set("extra", json(alert.extra()));
    return json.put("decided", alert.decided().toString());
  }

  static Alert read(String text) {
    return alert(Json.parse(text));
  }

  private static Alert alert(JsonNode json) {
    return new Alert(
        json.path("id").asLong(),
        new ChatId(json.path("chat").asLong()),
        json.path("event").asLong(),
        json.path("revision").asInt(),
        Alert.Kind.valueOf(json.path("kind").asText()),
        article(json.path("lead")),
        Json.texts(json.path("sentences")),
        Json.list(json.path("reports"), AlertJson::report),
        Json.list(json.path("why"), AlertJson::why),
        marks(json.path("marks")),
        instant(json, "decided"),
        extra(json.path("extra")));
  }

  private static ObjectNode json(Article article) {
    ObjectNode json = Json.object().put("id", article.id());
    json.put("source", article.source().value());
    json.set("identity", json(article.identity()));
    json.set("copy", json(article.copy()));
    json.put("agency", article.agency());
    json.set("dateline", json(article.dateline()));
    json.set("authors", Json.texts(article.authors()));
    Json.put(json, "published", article.published());
    json.put("read", article.read().toString());
    return json.put("kind", article.kind().name());
  }

  private static Article article(JsonNode json) {
    return new Article(
        json.path("id").asLong(),
        new SourceId(json.path("source").asText()),
        identity(json.path("identity")),
        copy(json.path("copy")),
        json.path("agency").asText(),
        dateline(json.path("dateline")),
        Json.texts(json.path("authors")),
        Json.maybe(json, "published", Instant::parse),
        instant(json, "read"),
        Article.Kind.valueOf(json.path("kind").asText()));
  }

  private static ObjectNode json(Identity identity) {
    ObjectNode json = Json.object().put("guid", identity.guid());
    Json.put(json, "link", identity.link());
    json.put("linkKey", identity.linkKey()).put("titleKey", identity.titleKey());
    return json.put("contentKey", identity.contentKey());
  }

  private static Identity identity(JsonNode json) {
    return new Identity(
        json.path("guid").asText(),
        Json.maybe(json, "link", URI::create),
        json.path("linkKey").asText(),
        json.path("titleKey").asText(),
        json.path("contentKey").asText());
  }

  private static ObjectNode json(Copy copy) {
    ObjectNode json = Json.object().put("headline", copy.headline());
    json.put("own", copy.ownHeadline()).put("language", copy.language());
    copy.note().ifPresent(note -> json.put("note", note));
    return json.set("paragraphs", Json.texts(copy.paragraphs()));
  }

  private static Copy copy(JsonNode json) {
    return new Copy(
        json.path("headline").asText(),
        json.path("own").asBoolean(),
        Json.texts(json.path("paragraphs")),
        json.path("language").asText(),
        Json.maybe(json, "note", note -> note));
  }

  private static ObjectNode json(Dateline dateline) {
    ObjectNode json = Json.object().put("place", dateline.place());
    Json.put(json, "date", dateline.date());
    return json.put("agency", dateline.agency());
  }

  private static Dateline dateline(JsonNode json) {
    return new Dateline(
        json.path("place").asText(),
        Json.maybe(json, "date", LocalDate::parse),
        json.path("agency").asText());
  }

  private static ObjectNode json(Report report) {
    ObjectNode json = Json.object().put("article", report.articleId());
    json.put("agency", report.agency());
    Json.put(json, "link", report.link());
    json.put("at", report.at().toString());
    Json.put(json, "day", report.day());
    json.set("origins", Json.texts(report.origins()));
    return json.put("withdrawn", report.withdrawn());
  }

  private static Report report(JsonNode json) {
    return new Report(
        json.path("article").asLong(),
        json.path("agency").asText(),
        Json.maybe(json, "link", URI::create),
        instant(json, "at"),
        Json.maybe(json, "day", LocalDate::parse),
        json.path("withdrawn").asBoolean(),
        Json.texts(json.path("origins")));
  }

  private static ObjectNode json(Alert.Why why) {
    ObjectNode json = Json.object().put("subscription", why.subscription());
    json.put("label", why.label());
    why.waited().ifPresent(waited -> json.set("waited", json(waited)));
    return json.set("hits", Json.array(why.hits(), AlertJson::json));
  }

  private static Alert.Why why(JsonNode json) {
    return new Alert.Why(
        json.path("subscription").asLong(),
        json.path("label").asText(),
        Json.list(json.path("hits"), AlertJson::hit),
        Optional.of(json.path("waited")).filter(JsonNode::isObject).map(AlertJson::waited));
  }

  private static ObjectNode json(Alert.Waited waited) {
    ObjectNode json = Json.object().put("origins", waited.origins());
    Json.put(json, "since", waited.since());
    return json;
  }

  private static Alert.Waited waited(JsonNode json) {
    return new Alert.Waited(
        json.path("origins").asInt(), Json.maybe(json, "since", Instant::parse));
  }

  private static ObjectNode json(Hit hit) {
    return Json.object()
        .put("term", hit.term())
        .put("phrase", hit.phrase())
        .put("field", hit.field().name())
        .put("paragraph", hit.paragraph());
  }

  private static Hit hit(JsonNode json) {
    return new Hit(
        json.path("term").asText(),
        json.path("phrase").asBoolean(),
        Query.Field.valueOf(json.path("field").asText()),
        json.path("paragraph").asInt());
  }

  private static ObjectNode json(Alert.Marks marks) {
    ObjectNode json = Json.object().put("sample", marks.sample()).put("older", marks.older());
    json.put("explain", marks.explain());
    Json.put(json, "updated", marks.updated());
    Json.put(json, "replaced", marks.replaced());
    return json.set(
        "corrections",
        Json.array(
            marks.corrections(),
            change -> Json.object().put("was", change.was()).put("now", change.now())));
  }

  private static Alert.Marks marks(JsonNode json) {
    return new Alert.Marks(
        json.path("sample").asBoolean(),
        json.path("older").asBoolean(),
        json.path("explain").asBoolean(),
        Json.maybe(json, "updated", Instant::parse),
        Json.maybe(json, "replaced", String::toString),
        Json.list(
            json.path("corrections"),
            change -> new Alert.Change(change.path("was").asText(), change.path("now").asText())));
  }

  private static ObjectNode json(Alert.Extra extra) {
    ObjectNode json = Json.object().put("known", extra.known());
    json.set("background", Json.texts(extra.background()));
    Json.put(json, "note", extra.note());
    extra.root().ifPresent(root -> json.set("root", json(Json.object(), root)));
    json.set("stamps", Json.array(extra.stamps(), AlertJson::json));
    Json.put(json, "placed", extra.placed());
    json.set("untold", Json.texts(extra.untold()));
    return json;
  }

  private static Alert.Extra extra(JsonNode json) {
    return new Alert.Extra(
        Json.texts(json.path("background")),
        json.path("known").asInt(),
        Json.maybe(json, "note", String::toString),
        Optional.of(json.path("root")).filter(JsonNode::isObject).map(AlertJson::alert),
        Json.list(json.path("stamps"), AlertJson::stamp),
        Json.maybe(json, "placed", String::toString),
        Json.texts(json.path("untold")));
  }

  private static ObjectNode json(Alert.Stamp stamp) {
    return Json.object()
        .put("kind", stamp.kind().name())
        .put("agency", stamp.agency())
        .put("at", stamp.at().toString())
        .put("last", stamp.last());
  }

  private static Alert.Stamp stamp(JsonNode json) {
    return new Alert.Stamp(
        Alert.Kind.valueOf(json.path("kind").asText()),
        json.path("agency").asText(),
        instant(json, "at"),
        json.path("last").asBoolean());
  }

  private static Instant instant(JsonNode json, String field) {
    return Instant.parse(json.path(field).asText());
  }
}

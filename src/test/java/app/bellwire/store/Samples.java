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
import app.bellwire.story.Event;
import app.bellwire.story.Report;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Invented news with every field filled.
final class Samples {
  static final SourceId NORDA = new SourceId("norda");

  private Samples() {}

  static Identity identity(String guid, String link, String title, String content) {
    return new Identity(
        guid,
        link.isEmpty() ? Optional.empty() : Optional.of(URI.create("https://" + link)),
        link,
        title,
        content);
  }

  static Article article(long id, Instant read) {
    return new Article(
        id,
        NORDA,
        identity("guid-" + id, "norda.example/" + id, "title " + id, "content " + id),
        new Copy(
            "Arven and Tolm resume talks",
            true,
            List.of("The two sides met on Tuesday.", "They “agreed” on a date: 5 €, \"quoted\"."),
            "en"),
        "Norda",
        new Dateline("ARVEN", Optional.of(LocalDate.of(2031, 3, 4)), "Norda"),
        List.of("M. Halvorsen", "I. Idris"),
        Optional.of(read.minusSeconds(60)),
        read,
        Article.Kind.REPORT);
  }

  static Report report(long articleId, Instant at) {
    return new Report(
        articleId,
        "Norda",
        Optional.of(URI.create("https://norda.example/" + articleId)),
        at,
        Optional.of(LocalDate.of(2031, 3, 4)),
        false,
        List.of("Kestrel", "the Lunden Herald"));
  }

  /// An event of a storyline, without reports.
  static Event event(long id, long storyline, Instant opened) {
    return new Event(id, storyline, 1, "Arven and Tolm resume talks", opened, opened, List.of());
  }

  /// A follow-up under `root`, with everything that some alerts have.
  static Alert followUp(Alert root, Instant at) {
    Alert plain =
        alert(root.id() + 1, root.chat(), root.event(), 2, Alert.Kind.FOLLOW_UP, at, "New.");
    return new Alert(
        plain.id(),
        plain.chat(),
        plain.event(),
        plain.revision(),
        plain.kind(),
        plain.lead(),
        plain.sentences(),
        plain.reports(),
        plain.why(),
        plain.marks(),
        plain.decided(),
        new Alert.Extra(
            List.of("Long known."),
            3,
            Optional.of("Corrects a name"),
            Optional.of(root),
            List.of(new Alert.Stamp(Alert.Kind.CORRECTED, "Norda", at, true)),
            Optional.of("same call"),
            List.of("Folded.")));
  }

  static Alert alert(long id, ChatId chat, long event, int revision, Instant at) {
    return alert(id, chat, event, revision, Alert.Kind.FIRST, at, "Sentence " + id + ".");
  }

  static Alert alert(
      long id,
      ChatId chat,
      long event,
      int revision,
      Alert.Kind kind,
      Instant at,
      String... sentences) {
    return new Alert(
        id,
        chat,
        event,
        revision,
        kind,
        article(id + 1_000, at),
        List.of(sentences),
        List.of(report(id + 1_000, at)),
        List.of(
            new Alert.Why(
                7,
                "water treaty",
                List.of(
                    new Hit("water treaty", true, Query.Field.BODY, 1),
                    new Hit("Tolm", false, Query.Field.TITLE, -1)),
                Optional.of(new Alert.Waited(2, Optional.of(at))))),
        new Alert.Marks(
            true,
            true,
            true,
            Optional.of(at),
            Optional.of("An earlier headline"),
            List.of(new Alert.Change("It was so.", "It is so."))),
        at);
  }
}

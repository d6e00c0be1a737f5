package app.bellwire.alert;

import app.bellwire.article.Article;
import app.bellwire.chat.ChatId;
import app.bellwire.match.Hit;
import app.bellwire.story.Report;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a chat is told about one revision of one event: a snapshot that can be held, stored and
/// rendered later without asking anybody. Immutable.
///
/// @param lead the article whose headline and sentences are told
/// @param sentences what happened: whole sentences of `lead`, none that this chat already has
/// @param reports who reports the event, in order of arrival
/// @param why the subscriptions that hit, all of them
/// @param marks what line 2 has to say besides
public record Alert(
    long id,
    ChatId chat,
    long event,
    int revision,
    Kind kind,
    Article lead,
    List<String> sentences,
    List<Report> reports,
    List<Why> why,
    Marks marks,
    Instant decided) {
  public Alert {
    sentences = List.copyOf(sentences);
    reports = List.copyOf(reports);
    why = List.copyOf(why);
  }

  /// What kind of news it is to the chat.
  public enum Kind {
    FIRST,
    /// Line 2 of the first message changes; no sound.
    MORE,
    /// Something new in a story that was told.
    FOLLOW_UP,
    CORRECTED,
    WITHDRAWN
  }

  /// A subscription that hit and the words that did.
  public record Why(long subscription, String label, List<Hit> hits) {
    public Why {
      hits = List.copyOf(hits);
    }
  }

  /// @param sample invented news of the bundled wire
  /// @param older published over 24 hours before it was read
  /// @param explain the first alert of the chat, which explains its buttons once
  /// @param updated when the event last gained something, for line 2
  /// @param replaced the headline of the report that is corrected or withdrawn
  /// @param corrections "was" and "now" sentences of a correction, in pairs
  public record Marks(
      boolean sample,
      boolean older,
      boolean explain,
      Optional<Instant> updated,
      Optional<String> replaced,
      List<Change> corrections) {
    public Marks {
      corrections = List.copyOf(corrections);
    }

    public static final Marks NONE =
        new Marks(false, false, false, Optional.empty(), Optional.empty(), List.of());
  }

  /// One sentence that a correction changed.
  public record Change(String was, String now) {}
}

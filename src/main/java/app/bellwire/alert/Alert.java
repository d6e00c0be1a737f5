package app.bellwire.alert;

import app.bellwire.article.Article;
import app.bellwire.chat.ChatId;
import app.bellwire.match.Hit;
import app.bellwire.story.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// What a chat is told about one revision of one event: a snapshot that can be held, stored and
/// rendered later without asking anybody. Immutable.
///
/// @param lead the article whose headline and sentences are told
/// @param sentences what happened: whole sentences of `lead`, none that this chat already has
/// @param reports who reports the event, in order of arrival
/// @param why the subscriptions that hit, all of them
/// @param marks what line 2 has to say besides
/// @param extra what belongs to some alerts only
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
    Instant decided,
    Extra extra) {
  private static final String THREAD = "event:";

  public Alert {
    sentences = List.copyOf(sentences);
    reports = List.copyOf(reports);
    why = List.copyOf(why);
  }

  /// An alert without anything extra.
  public Alert(
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
    this(
        id, chat, event, revision, kind, lead, sentences, reports, why, marks, decided, Extra.NONE);
  }

  /// The first message of the thread as it stands after this alert.
  public Alert root() {
    return extra.root().orElse(this);
  }

  /// The same alert under the first message as it now stands.
  public Alert under(Alert root) {
    return new Alert(
        id,
        chat,
        event,
        revision,
        kind,
        lead,
        sentences,
        reports,
        why,
        marks,
        decided,
        extra.under(root));
  }

  /// The same first message as it stood without those of its stamps.
  public Alert without(Predicate<Stamp> stamps) {
    return new Alert(
        id,
        chat,
        event,
        revision,
        kind,
        lead,
        sentences,
        reports,
        why,
        marks,
        decided,
        extra.without(stamps));
  }

  /// The same alert with other sentences, each of them told as whole.
  public Alert saying(List<String> other) {
    return new Alert(
        id, chat, event, revision, kind, lead, other, reports, why, marks, decided, extra);
  }

  /// The same alert as one that changes the first message and says nothing by itself.
  public Alert quietly() {
    return new Alert(
        id, chat, event, revision, Kind.MORE, lead, List.of(), reports, why, marks, decided, extra);
  }

  /// The same alert as one that the chat got at `at`.
  public Alert toldAt(Instant at) {
    return new Alert(
        id, chat, event, revision, kind, lead, sentences, reports, why, marks, at, extra);
  }

  /// Whether the report it leads with was taken back.
  public boolean leadWithdrawn() {
    return root().reports().stream().anyMatch(r -> r.withdrawn() && r.articleId() == lead.id());
  }

  /// The thread of an event's messages in every chat.
  public static String thread(long event) {
    return THREAD + event;
  }

  /// The event whose thread it is; none for another thread.
  public static OptionalLong eventOf(String thread) {
    return thread.startsWith(THREAD)
        ? OptionalLong.of(Long.parseLong(thread.substring(THREAD.length())))
        : OptionalLong.empty();
  }

  /// Every sentence the chat reads in it: what happened and what is folded away.
  public List<String> allSentences() {
    List<String> all = new ArrayList<>(sentences);
    all.addAll(extra.background());
    return List.copyOf(all);
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
  ///
  /// @param waited for a subscription that asks for reports of several origins
  public record Why(long subscription, String label, List<Hit> hits, Optional<Waited> waited) {
    public Why {
      hits = List.copyOf(hits);
    }

    public Why(long subscription, String label, List<Hit> hits) {
      this(subscription, label, hits, Optional.empty());
    }

    /// The words that hit, each once; phrases in quotation marks.
    public List<String> found() {
      return hits.stream()
          .map(h -> h.phrase() ? "“" + h.term() + "”" : h.term())
          .distinct()
          .toList();
    }
  }

  /// What an alert waited for.
  ///
  /// @param origins the reports of different origin that the event has now
  /// @param since when the report that is told was read; none when it did not have to wait
  public record Waited(int origins, Optional<Instant> since) {}

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

  /// @param background sentences of the lead that are background and were not sent here before
  /// @param known paragraphs of the lead that this chat has
  /// @param note the agency's own words on what was wrong
  /// @param root the first message of the thread as it stands after this alert; empty on the alert
  ///   that is it
  /// @param stamps what befell the message, for line 2, oldest first
  /// @param placed why the report was placed in its story, for `/why`
  /// @param untold of the first message: sentences of reports that were folded, which a later
  ///   follow-up may tell
  public record Extra(
      List<String> background,
      int known,
      Optional<String> note,
      Optional<Alert> root,
      List<Stamp> stamps,
      Optional<String> placed,
      List<String> untold) {
    public static final Extra NONE =
        new Extra(List.of(), 0, Optional.empty(), Optional.empty(), List.of());

    Extra(
        List<String> background,
        int known,
        Optional<String> note,
        Optional<Alert> root,
        List<Stamp> stamps) {
      this(background, known, note, root, stamps, Optional.empty());
    }

    /// Without anything folded.
    public Extra(
        List<String> background,
        int known,
        Optional<String> note,
        Optional<Alert> root,
        List<Stamp> stamps,
        Optional<String> placed) {
      this(background, known, note, root, stamps, placed, List.of());
    }

    Extra placed(String reason) {
      Optional<String> words = reason.isBlank() ? Optional.empty() : Optional.of(reason);
      return new Extra(background, known, note, root, stamps, words, untold);
    }

    /// The same with these sentences kept in mind.
    Extra remembering(List<String> sentences) {
      return new Extra(background, known, note, root, stamps, placed, sentences);
    }

    Extra without(Predicate<Stamp> gone) {
      List<Stamp> left = stamps.stream().filter(gone.negate()).toList();
      return new Extra(background, known, note, root, left, placed, untold);
    }

    /// The same under another first message.
    public Extra under(Alert other) {
      return new Extra(background, known, note, Optional.of(other), stamps, placed, untold);
    }

    public Extra {
      background = List.copyOf(background);
      stamps = List.copyOf(stamps);
      untold = List.copyOf(untold);
    }
  }

  /// Something an agency did to a report that was told.
  ///
  /// @param kind [Kind#FOLLOW_UP], [Kind#CORRECTED] or [Kind#WITHDRAWN]
  /// @param last whether no agency stands by the story any more
  public record Stamp(Kind kind, String agency, Instant at, boolean last) {}

  /// One sentence that a correction changed; `was` is empty for one that was added, `now` for one
  /// that was taken out.
  public record Change(String was, String now) {}
}

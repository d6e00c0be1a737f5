package app.bellwire.alert;

import app.bellwire.alert.Alert.Change;
import app.bellwire.alert.Alert.Extra;
import app.bellwire.alert.Alert.Kind;
import app.bellwire.alert.Alert.Marks;
import app.bellwire.alert.Alert.Stamp;
import app.bellwire.alert.Alert.Waited;
import app.bellwire.alert.Alert.Why;
import app.bellwire.article.Article;
import app.bellwire.match.Match;
import app.bellwire.story.Event;
import app.bellwire.story.Novelty;
import app.bellwire.story.Report;
import app.bellwire.story.StoryUpdate;
import app.bellwire.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes down what a chat is told about an update, once [AlertPolicy] has decided that it is told.
/// Pure.
public final class AlertWriter {
  private static final Duration OLDER = Duration.ofHours(24);

  /// What the chat was told before.
  ///
  /// @param last the newest alert of the event in the chat
  /// @param heard of the whole storyline
  /// @param other a report of another agency that stands, wanted when one is withdrawn
  /// @param waited the report that waited for others of the event and is told now
  public record Told(
      Optional<Alert> last, Heard heard, Optional<Article> other, Optional<Article> waited) {
    public static final Told NOTHING = new Told(Optional.empty(), Heard.NOTHING, Optional.empty());

    public Told(Optional<Alert> last, Heard heard, Optional<Article> other) {
      this(last, heard, other, Optional.empty());
    }
  }

  private AlertWriter() {}

  public static Alert write(long id, Situation s, Told told) {
    Optional<Alert> root = told.last().map(Alert::root);
    return root.map(
            before ->
                switch (AlertPolicy.kind(s)) {
                  case FIRST -> first(id, s, told);
                  case MORE -> more(id, s, before);
                  case FOLLOW_UP -> followUp(id, s, told, before);
                  case CORRECTED -> corrected(id, s, before);
                  case WITHDRAWN -> withdrawn(id, s, told, before);
                })
        .orElseGet(() -> first(id, s, told));
  }

  /// What a reader for whom `summary` picks would read now.
  static List<String> summary(StoryUpdate update, Summary summary) {
    return switch (update.novelty()) {
      case FIRST -> summary.whatHappened();
      case CORROBORATION, UPDATE, CORRECTION -> summary.whatIsNew(update.newSentences());
      case REPEAT, WITHDRAWAL -> List.of();
    };
  }

  private static Alert first(long id, Situation s, Told told) {
    Article lead = told.waited().orElseGet(() -> s.update().article());
    Summary summary = new Summary(lead, told.heard());
    Marks marks =
        new Marks(
            s.around().sample(),
            older(lead),
            !s.receiver().settings().explained(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    Extra extra = new Extra(summary.background(), 0, Optional.empty(), Optional.empty(), List.of());
    return alert(id, s, Kind.FIRST, lead, summary.whatHappened(), marks, extra);
  }

  private static Alert more(long id, Situation s, Alert root) {
    Alert now = folded(updated(root, s, Optional.empty()), s);
    return alert(id, s, Kind.MORE, root.lead(), List.of(), now.marks(), under(now));
  }

  /// `root`, which keeps in mind what is new in a report that is not told.
  private static Alert folded(Alert root, Situation s) {
    boolean folds = s.update().novelty() == Novelty.UPDATE;
    List<String> untold = new ArrayList<>(root.extra().untold());
    untold.addAll(folds ? s.update().newSentences() : List.of());
    return with(root, root.extra().remembering(untold));
  }

  private static Alert with(Alert root, Extra extra) {
    return new Alert(
        root.id(),
        root.chat(),
        root.event(),
        root.revision(),
        root.kind(),
        root.lead(),
        root.sentences(),
        root.reports(),
        root.why(),
        root.marks(),
        root.decided(),
        extra);
  }

  private static Alert followUp(long id, Situation s, Told told, Alert root) {
    Article lead = s.update().article();
    Summary summary = new Summary(lead, told.heard());
    List<String> open = new ArrayList<>(s.update().newSentences());
    open.addAll(root.extra().untold());
    List<String> fresh = summary.whatIsNew(open);
    if (fresh.isEmpty()) {
      return more(id, s, root);
    }
    Alert now = updated(root, s, Optional.of(stamp(s, Kind.FOLLOW_UP)));
    int known = summary.paragraphsWithout(open);
    Extra extra = new Extra(List.of(), known, Optional.empty(), Optional.of(now), List.of());
    return alert(id, s, Kind.FOLLOW_UP, lead, fresh, plain(s, lead), extra);
  }

  private static Alert corrected(long id, Situation s, Alert root) {
    Article lead = s.update().article();
    Optional<Article> old = s.update().replaced();
    List<Change> changes = old.map(o -> Corrections.between(o, lead)).orElse(List.of());
    Optional<Stamp> stamp =
        Corrections.onlySpelling(changes)
            ? Optional.empty()
            : Optional.of(stamp(s, Kind.CORRECTED));
    boolean leads = old.map(o -> o.id() == root.lead().id()).orElse(false);
    Article right = leads ? inPlaceOf(root.lead(), lead) : root.lead();
    Alert now = with(updated(root, s, stamp), right, putRight(root.sentences(), changes, right));
    Extra extra = new Extra(List.of(), 0, Corrections.note(lead), Optional.of(now), List.of());
    Marks marks = marks(s, old, changes);
    List<String> fresh = changes.stream().map(Change::now).filter(c -> !c.isEmpty()).toList();
    return alert(id, s, Kind.CORRECTED, lead, fresh, marks, extra);
  }

  private static Alert withdrawn(long id, Situation s, Told told, Alert root) {
    Alert stamped = updated(root, s, Optional.of(stamp(s, Kind.WITHDRAWN)));
    Optional<Article> old = s.update().replaced();
    boolean leads = old.map(o -> o.id() == root.lead().id()).orElse(true);
    Alert now = leads ? instead(stamped, told) : stamped;
    Extra extra =
        new Extra(
            List.of(), 0, Corrections.note(s.update().article()), Optional.of(now), List.of());
    return alert(
        id, s, Kind.WITHDRAWN, s.update().article(), List.of(), marks(s, old, List.of()), extra);
  }

  /// The corrected report with the times of the one it replaces.
  private static Article inPlaceOf(Article old, Article now) {
    return new Article(
        now.id(),
        now.source(),
        now.identity(),
        now.copy(),
        now.agency(),
        old.dateline(),
        now.authors(),
        old.published(),
        old.read(),
        now.kind());
  }

  /// The first message with the other agency's text, or without any text.
  private static Alert instead(Alert root, Told told) {
    return told.other()
        .map(other -> with(root, other, new Summary(other, List.of()).whatHappened()))
        .orElseGet(() -> with(root, root.lead(), List.of()));
  }

  private static List<String> putRight(List<String> told, List<Change> changes, Article lead) {
    List<String> right = new ArrayList<>();
    for (String sentence : told) {
      String now = sentence;
      for (Change change : changes) {
        now = change.was().isEmpty() ? now : now.replace(change.was(), change.now());
      }
      if (!now.isBlank()) {
        right.add(now.strip());
      }
    }
    return right.isEmpty() ? new Summary(lead, List.of()).whatHappened() : right;
  }

  /// `root` as the event now stands.
  private static Alert updated(Alert root, Situation s, Optional<Stamp> stamp) {
    Event event = s.update().event();
    Marks old = root.marks();
    Marks marks =
        new Marks(
            old.sample(),
            old.older(),
            old.explain(),
            gains(s) ? Optional.of(s.now()) : old.updated(),
            old.replaced(),
            List.of());
    List<Stamp> stamps = new ArrayList<>(root.extra().stamps());
    stamp.ifPresent(stamps::add);
    Extra extra =
        new Extra(
            root.extra().background(),
            0,
            Optional.empty(),
            Optional.empty(),
            stamps,
            root.extra().placed(),
            root.extra().untold());
    return new Alert(
        root.id(),
        root.chat(),
        root.event(),
        event.revision(),
        Kind.FIRST,
        root.lead(),
        root.sentences(),
        event.reports(),
        root.why(),
        marks,
        root.decided(),
        extra);
  }

  /// Whether the story gained a report, rather than lost or mended one.
  private static boolean gains(Situation s) {
    return switch (s.update().novelty()) {
      case FIRST, REPEAT, CORROBORATION, UPDATE -> true;
      case CORRECTION, WITHDRAWAL -> false;
    };
  }

  private static Alert with(Alert root, Article lead, List<String> sentences) {
    boolean same = lead.id() == root.lead().id();
    Extra old = root.extra();
    Extra extra =
        new Extra(
            same && !sentences.isEmpty() ? old.background() : List.of(),
            0,
            Optional.empty(),
            Optional.empty(),
            old.stamps(),
            old.placed(),
            old.untold());
    return new Alert(
        root.id(),
        root.chat(),
        root.event(),
        root.revision(),
        root.kind(),
        lead,
        sentences,
        root.reports(),
        root.why(),
        root.marks(),
        root.decided(),
        extra);
  }

  private static Stamp stamp(Situation s, Kind kind) {
    boolean last = s.update().event().reports().stream().allMatch(Report::withdrawn);
    return new Stamp(kind, s.update().article().agency(), s.now(), last);
  }

  private static Extra under(Alert root) {
    return new Extra(List.of(), 0, Optional.empty(), Optional.of(root), List.of());
  }

  private static Marks plain(Situation s, Article lead) {
    return new Marks(
        s.around().sample(), older(lead), false, Optional.empty(), Optional.empty(), List.of());
  }

  private static Marks marks(Situation s, Optional<Article> old, List<Change> changes) {
    Optional<String> replaced = old.map(o -> Headline.shown(o.copy()));
    return new Marks(s.around().sample(), false, false, Optional.empty(), replaced, changes);
  }

  private static Alert alert(
      long id,
      Situation s,
      Kind kind,
      Article lead,
      List<String> sentences,
      Marks marks,
      Extra extra) {
    Event event = s.update().event();
    return new Alert(
        id,
        s.receiver().settings().id(),
        event.id(),
        event.revision(),
        kind,
        lead,
        sentences,
        event.reports(),
        why(s, kind == Kind.FIRST ? waitedSince(s, lead) : Optional.empty()),
        marks,
        s.now(),
        extra.placed(s.update().reason()));
  }

  private static Optional<Instant> waitedSince(Situation s, Article lead) {
    return Optional.of(lead)
        .filter(told -> told.id() != s.update().article().id())
        .map(Article::read);
  }

  /// @param since when the report that waited was read
  private static List<Why> why(Situation s, Optional<Instant> since) {
    return AlertPolicy.counted(s).stream().map(match -> why(match, s, since)).toList();
  }

  private static Why why(Match match, Situation s, Optional<Instant> since) {
    Subscription subscription = match.subscription();
    Optional<Waited> waited =
        Optional.of(new Waited(s.update().event().origins().size(), since))
            .filter(_ -> subscription.sources() > 1);
    return new Why(subscription.id(), subscription.label(), match.hits(), waited);
  }

  /// Whether it was published over 24 hours before it was read; a day without a time counts from
  /// its end.
  private static boolean older(Article article) {
    Optional<Instant> latest =
        article
            .published()
            .or(
                () ->
                    article
                        .dateline()
                        .date()
                        .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    return latest.map(at -> at.plus(OLDER).isBefore(article.read())).orElse(false);
  }
}

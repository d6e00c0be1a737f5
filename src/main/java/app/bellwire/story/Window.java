package app.bellwire.story;

import static java.util.Comparator.comparing;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import app.bellwire.text.TermWeights;
import app.bellwire.text.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The events of the last weeks: the open ones with what their reports say, the closed ones with
/// their first report, for storylines. What is decided follows from what is in the window alone,
/// and the window from the store alone: read again after a restart it is the same. Confined to the
/// decider.
final class Window {
  private final ArticleStore articles;
  private final Map<Long, Open> events = new LinkedHashMap<>();
  private final Map<Long, Long> byKey = new HashMap<>();
  private final Map<Long, List<Profile.Keys>> keys = new HashMap<>();
  private final TellingTerms telling = new TellingTerms();
  private final RecycledPassages recycled = new RecycledPassages();
  private final TermWeights weights = TermWeights.background();

  /// Open events in the order in which they close: the one that was updated first, first.
  private final Set<Long> open = new LinkedHashSet<>();

  private Instant now = Instant.MIN;

  private Window(ArticleStore articles) {
    this.articles = articles;
  }

  /// Reads the window as it is at `now`.
  static Window read(StoryStore stories, ArticleStore articles, Instant now) {
    Window window = new Window(articles);
    List<Event> kept = stories.updatedSince(now.minus(Thresholds.STORYLINE_OPEN));
    kept.stream().sorted(comparing(Event::id)).forEach(event -> window.read(event, now));
    kept.stream()
        .sorted(comparing(Event::updated).thenComparing(Event::id))
        .forEach(event -> window.touch(event.id()));
    window.moveTo(now);
    return window;
  }

  private void read(Event event, Instant now) {
    boolean closed = Open.closed(event, now);
    for (Report report : event.reports()) {
      Optional<Article> article = articles.find(report.articleId());
      if (article.isPresent() && closed && events.containsKey(event.id())) {
        remember(Profile.Keys.of(article.get()), event);
      } else {
        article.ifPresent(found -> put(event, Profile.of(found)));
      }
    }
  }

  private void touch(long event) {
    Open newest = events.remove(event);
    if (newest != null) {
      events.put(event, newest);
      open.remove(event);
      open.add(event);
    }
  }

  /// Notes that `member` has joined `event`, or opened it.
  void put(Event event, Profile member) {
    reopen(event.id());
    Open before = events.remove(event.id());
    if (before == null) {
      Open opened = new Open(event, List.of(member));
      recycled.add(member.passages(), 1);
      weights.add(member.terms());
      telling.add(opened);
      events.put(event.id(), opened);
    } else {
      replace(before, before.with(event, member));
    }
    open.remove(event.id());
    open.add(event.id());
    remember(member.keys(), event);
  }

  /// An event that was closed is compared by all its reports again.
  private void reopen(long event) {
    Open closed = events.get(event);
    if (closed == null || open.contains(event)) {
      return;
    }
    Open all = closed;
    for (Report report : closed.event().reports()) {
      Optional<Profile> member = articles.find(report.articleId()).map(Profile::of);
      all = member.isPresent() ? all.with(closed.event(), member.get()) : all;
    }
    replace(closed, all);
    recycled.add(closed.first().passages(), -1);
  }

  /// An event that is replaced keeps its place in the order; one that [#put] took out comes last.
  private void replace(Open before, Open after) {
    before.members().stream()
        .filter(member -> !after.has(member))
        .forEach(member -> weights.remove(member.terms()));
    after.members().stream()
        .filter(member -> !before.has(member))
        .forEach(member -> weights.add(member.terms()));
    telling.replace(before, after);
    events.put(after.event().id(), after);
  }

  private void remember(Profile.Keys member, Event event) {
    Long id = event.id();
    boolean known = true;
    for (Long key : member.all()) {
      known &= id.equals(byKey.get(key));
      byKey.merge(key, id, Math::max);
    }
    if (!known) {
      keys.computeIfAbsent(id, _ -> new ArrayList<>(1)).add(member);
    }
  }

  /// Lets go of what is too old at `now`.
  void moveTo(Instant now) {
    this.now = now;
    close(now);
    Instant oldest = now.minus(Thresholds.STORYLINE_OPEN);
    while (!events.isEmpty()) {
      Open eldest = events.values().iterator().next();
      if (events.size() <= Thresholds.CLOSED && !eldest.event().updated().isBefore(oldest)) {
        return;
      }
      remove(eldest);
    }
  }

  private void close(Instant now) {
    while (!open.isEmpty()) {
      Open eldest = Objects.requireNonNull(events.get(open.iterator().next()));
      if (!Open.closed(eldest.event(), now)) {
        return;
      }
      open.remove(eldest.event().id());
      replace(eldest, eldest.firstOnly());
      recycled.add(eldest.first().passages(), 1);
    }
  }

  private void remove(Open gone) {
    events.remove(gone.event().id());
    telling.remove(gone);
    gone.members().forEach(member -> weights.remove(member.terms()));
    recycled.add(gone.first().passages(), open.remove(gone.event().id()) ? -1 : -2);
    for (Profile.Keys member : keys.getOrDefault(gone.event().id(), List.of())) {
      member.all().forEach(key -> byKey.remove(key, gone.event().id()));
    }
    keys.remove(gone.event().id());
  }

  /// The event that has an article under one of the keys, the newest of several.
  Optional<Open> under(long key) {
    Long event = key == 0 ? null : byKey.get(key);
    return event == null ? Optional.empty() : Optional.ofNullable(events.get(event));
  }

  /// The event that holds the article, if it takes further reports.
  Optional<Open> taking(long article) {
    return open.stream()
        .map(events::get)
        .filter(Objects::nonNull)
        .filter(one -> one.takes(now))
        .filter(one -> one.event().reports().stream().anyMatch(r -> r.articleId() == article))
        .findFirst();
  }

  /// Those worth comparing with, the likeliest first.
  List<Open> candidates(Terms.Weighed article, Terms lead) {
    List<Open> candidates = new ArrayList<>();
    telling.likeliest(article, lead, Thresholds.CANDIDATES).stream()
        .map(events::get)
        .filter(Objects::nonNull)
        .forEach(candidates::add);
    return candidates;
  }

  TermWeights weights() {
    return weights;
  }

  boolean recycled(int passage) {
    return recycled.recycled(passage);
  }
}

package app.bellwire.command;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Reason;
import app.bellwire.article.Article;
import app.bellwire.article.LinkKeys;
import app.bellwire.chat.Button;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.RichText;
import app.bellwire.command.Nearest.Near;
import app.bellwire.command.Nearest.Offer;
import app.bellwire.command.SourceProbe.Probe;
import app.bellwire.deliver.Delivery.State;
import app.bellwire.ledger.ChatEntry;
import app.bellwire.ledger.Ledger;
import app.bellwire.ledger.Outcome;
import app.bellwire.notice.NoticeWords;
import app.bellwire.source.SourceId;
import app.bellwire.story.Event;
import app.bellwire.story.Report;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.text.When;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Says what became of a link in the chat: told and as what, or why it did not come.
final class WhyNot {
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");
  private static final Pattern BARE = Pattern.compile("[^\\s/.]+(?:\\.[^\\s/.]+)+(?:[/?#]\\S*)?");

  private static final Comparator<Probe> BY_LAST_READ =
      Comparator.comparing(p -> Optional.ofNullable(p.state().lastRead()).orElse(Instant.MIN));

  private final Stores stores;
  private final Language language;
  private final SourceProbe sources;
  private final Subscribing subscribing;
  private final Nearest nearest;

  WhyNot(Stores stores, Language language, SourceProbe sources, Subscribing subscribing) {
    this.stores = stores;
    this.language = language;
    this.sources = sources;
    this.subscribing = subscribing;
    this.nearest = new Nearest(language);
  }

  /// @param typed what followed the verb, or a line that is a link
  Supplier<Answer> about(Ask ask, String typed) {
    if (typed.isBlank()) {
      return () -> ask.reply(WhyNotWords.EMPTY);
    }
    String key = LinkKeys.of(whole(typed.strip()));
    if (key.isEmpty()) {
      return () -> ask.reply(WhyNotWords.noLink(typed));
    }
    return stores
        .articles()
        .byLink(key)
        .map(article -> known(ask, article))
        .orElseGet(() -> unknown(ask, key));
  }

  /// People leave the scheme out.
  private static String whole(String typed) {
    String first = typed.split("\\s+", 2)[0];
    return !SCHEME.matcher(first).matches() && BARE.matcher(first).matches()
        ? "https://" + first
        : first;
  }

  private Supplier<Answer> known(Ask ask, Article article) {
    RichText.Builder text = RichText.build().text(WhyNotWords.read(article, ask.when()));
    Optional<ChatEntry> entry = stores.ledger().entry(article.id(), ask.chat());
    if (entry.isPresent()) {
      text.text(". ").addAll(became(ask, article, entry.get()));
      return said(ask, text.addAll(reason(ask, entry.get().ruling().reason())));
    }
    Optional<Ledger.Entry> overall = stores.ledger().entry(article.id());
    if (overall.filter(e -> e.outcome() == Outcome.FAILED).isPresent()) {
      text.text(WhyNotWords.UNDECIDED);
      return said(ask, text.addAll(reason(ask, overall.get().reason())));
    }
    Optional<Alert> told = told(ask, article);
    if (told.isPresent()) {
      Instant at = told.get().root().decided();
      return said(ask, text.text(WhyNotWords.storyTold(ask.when().brief(at))));
    }
    return unasked(ask, article, overall, text);
  }

  private static Supplier<Answer> said(Ask ask, RichText.Builder text) {
    RichText whole = text.done();
    return () -> ask.reply(whole);
  }

  private static RichText reason(Ask ask, String word) {
    return ask.admin() && !word.isEmpty() ? WhyNotWords.reason(word) : RichText.of("");
  }

  /// For what was told before lines were kept for every chat.
  private Optional<Alert> told(Ask ask, Article article) {
    return stores
        .stories()
        .eventOf(article.id())
        .flatMap(event -> stores.alerts().last(ask.chat(), event.id()));
  }

  private RichText became(Ask ask, Article article, ChatEntry entry) {
    Optional<String> undelivered = undelivered(ask, article, entry);
    return undelivered
        .map(RichText::of)
        .orElseGet(
            () ->
                switch (entry.ruling().outcome()) {
                  case TOLD, JOINED, HELD, MUTED, FILTERED -> sentence(ask, entry);
                  case REPEATED -> repeated(ask, entry);
                  case UNMATCHED, FAILED -> RichText.of(WhyNotWords.UNKNOWN);
                });
  }

  private RichText sentence(Ask ask, ChatEntry entry) {
    return reasonOf(entry)
        .map(reason -> WhyNotWords.sentence(reason, facts(ask, entry)))
        .orElseGet(() -> RichText.of(WhyNotWords.UNKNOWN));
  }

  private WhyNotWords.Facts facts(Ask ask, ChatEntry entry) {
    Optional<Event> event = stores.stories().event(entry.event());
    Optional<Instant> until =
        entry.ruling().outcome() == Outcome.HELD
            ? stores.held().until(ask.chat(), entry.event()).or(() -> entry.ruling().until())
            : entry.ruling().until();
    return new WhyNotWords.Facts(
        entry,
        ask.when(),
        until,
        event.flatMap(e -> rootAt(ask.chat(), e)),
        event.map(e -> position(e, entry.articleId())).orElse(0),
        labels(ask, entry));
  }

  /// Of a repeat, what became of the story it repeats.
  private RichText repeated(Ask ask, ChatEntry repeat) {
    RichText.Builder text = RichText.build().text(WhyNotWords.REPEATED);
    stores
        .stories()
        .event(repeat.event())
        .flatMap(event -> lastEntry(ask.chat(), event))
        .ifPresent(
            entry -> text.text(" ").text(WhyNotWords.OF_THE_OTHER).addAll(sentence(ask, entry)));
    return text.done();
  }

  private Optional<ChatEntry> lastEntry(ChatId chat, Event event) {
    return event.reports().reversed().stream()
        .flatMap(report -> stores.ledger().entry(report.articleId(), chat).stream())
        .findFirst();
  }

  private static Optional<Reason> reasonOf(ChatEntry entry) {
    try {
      return Optional.of(Reason.valueOf(entry.ruling().reason().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException ofAnotherVersion) {
      return Optional.empty();
    }
  }

  /// When the chat was told of the event first.
  private Optional<Instant> rootAt(ChatId chat, Event event) {
    return event.reports().stream()
        .flatMap(report -> stores.ledger().entry(report.articleId(), chat).stream())
        .filter(entry -> entry.ruling().outcome() == Outcome.TOLD)
        .map(ChatEntry::at)
        .findFirst()
        .or(() -> stores.alerts().first(chat, event.id()).map(Alert::decided));
  }

  /// Counted from 1; 0 when the event no longer has the article.
  private static int position(Event event, long article) {
    return event.reports().stream().map(Report::articleId).toList().indexOf(article) + 1;
  }

  private List<String> labels(Ask ask, ChatEntry entry) {
    return entry.subscriptions().stream()
        .flatMap(id -> subscribing.find(ask, id).stream())
        .map(Subscription::label)
        .toList();
  }

  /// What keeps a message that was decided from the chat; none when it arrived or none was made.
  private Optional<String> undelivered(Ask ask, Article article, ChatEntry entry) {
    return switch (entry.ruling().outcome()) {
      case TOLD, JOINED ->
          stores.outbox().of(ask.chat(), Alert.thread(entry.event())).stream()
              .filter(fate -> !fate.queued().isBefore(article.read()))
              .filter(fate -> !fate.queued().isAfter(entry.at()))
              .filter(fate -> fate.state() != State.SENT)
              .reduce((one, later) -> later)
              .map(fate -> WhyNotWords.undelivered(network(ask), fate));
      case HELD, MUTED, FILTERED, UNMATCHED, REPEATED, FAILED -> Optional.empty();
    };
  }

  private static String network(Ask ask) {
    return WhyNotWords.network(ask.settings().address().network());
  }

  /// An article that concerned no subscription of the chat when it was read.
  private Supplier<Answer> unasked(
      Ask ask, Article article, Optional<Ledger.Entry> overall, RichText.Builder text) {
    List<Subscription> all = stores.subscriptions().of(ask.chat());
    Optional<Subscription> asks =
        all.stream().filter(s -> language.hits(s.query(), article).isPresent()).findFirst();
    RichText why = reason(ask, overall.map(Ledger.Entry::reason).orElse(""));
    if (asks.isPresent()) {
      boolean before = asks.get().since().isAfter(article.read());
      return said(ask, text.addAll(WhyNotWords.asked(asks.get(), before)).addAll(why));
    }
    Optional<Near> near = nearest.of(all, article);
    if (near.isEmpty()) {
      return said(ask, text.text(WhyNotWords.nothingOf(all.size())).addAll(why));
    }
    return near(ask, near.get(), article, text.addAll(WhyNotWords.near(near.get())), why);
  }

  private Supplier<Answer> near(
      Ask ask, Near near, Article article, RichText.Builder text, RichText why) {
    Archive archive = subscribing.archive(ask);
    Optional<Offer> offer = nearest.offer(near, article, archive);
    offer.ifPresent(o -> text.text(WhyNotWords.offer(o, archive.span())));
    RichText whole = text.addAll(why).done();
    boolean ours = near.subscription().owner() instanceof Owner.InChat;
    return () ->
        ask.reply(
            whole,
            offer.filter(o -> ours).map(o -> List.of(row(ask, near, o))).orElseGet(List::of));
  }

  private static List<Button> row(Ask ask, Near near, Offer offer) {
    return List.of(
        ask.button(
            WhyNotWords.add(offer), Verbs.CHANGE, near.subscription().id(), offer.changed().text()),
        ask.button(Replies.CLOSE, Verbs.CANCEL));
  }

  private Supplier<Answer> unknown(Ask ask, String key) {
    List<Probe> all = sources.all();
    String host = Hosts.of(key);
    if (all.isEmpty()) {
      return () -> ask.reply(RichText.of(Replies.startNoSources().strip()), adding(ask, host));
    }
    Optional<Probe> source = all.stream().filter(p -> Hosts.related(host, p)).max(BY_LAST_READ);
    Optional<Probe> carrier = source.or(() -> carrier(ask, host, all));
    Optional<Instant> oldest = stores.articles().oldest();
    return carrier
        .map(probe -> WhyNotWords.unread(probe, ask.when()) + forgotten(ask.when(), oldest))
        .<Supplier<Answer>>map(text -> () -> ask.reply(text))
        .orElseGet(
            () -> {
              RichText text = RichText.of(WhyNotWords.site(host, all.size()));
              return () -> ask.reply(text, adding(ask, host));
            });
  }

  /// Sources are the configuration's, so that only who keeps it can add one.
  private static List<List<Button>> adding(Ask ask, String host) {
    return ask.admin() && !ask.many()
        ? List.of(List.of(ask.button(WhyNotWords.ADD_SOURCE, Verbs.ADD_SOURCE, host)))
        : List.of();
  }

  /// `[Add as a source]`: the lines for the configuration. Nothing is asked of the site.
  Answer addSource(Ask ask, String host) {
    if (!ask.admin()) {
      return Answer.toast(NoticeWords.ADMINS_ONLY);
    }
    Set<String> ids =
        sources.all().stream().map(p -> p.source().id().value()).collect(Collectors.toSet());
    return Answer.post(ask.say(WhyNotWords.addSource(Yaml.source(host, ids)), List.of()));
  }

  /// The source whose reports point to the host, where that is not its own.
  private Optional<Probe> carrier(Ask ask, String host, List<Probe> all) {
    Optional<SourceId> id = subscribing.archive(ask).carrying(host);
    return all.stream().filter(p -> id.filter(p.source().id()::equals).isPresent()).findFirst();
  }

  private static String forgotten(When when, Optional<Instant> oldest) {
    return oldest
        .filter(at -> at.isBefore(when.now().minus(Archive.WINDOW).plus(Archive.WEEK)))
        .map(at -> " " + WhyNotWords.OLD)
        .orElse("");
  }
}

package app.bellwire.command;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Alert.Why;
import app.bellwire.alert.Headline;
import app.bellwire.article.Article;
import app.bellwire.chat.Button;
import app.bellwire.chat.RichText;
import app.bellwire.match.Hit;
import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.query.Query;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.text.Folding;
import app.bellwire.text.Sentences;
import app.bellwire.text.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Says why an alert came, and offers to have less like it.
final class Explaining {
  private static final int TOAST = 200;

  /// Characters of what says how the story was placed; it may end with another's headline.
  private static final int PLACED = 180;

  private static final int TELLING = 3;
  private static final int CANDIDATES = 40;

  private final Stores stores;
  private final Language language;
  private final Subscribing subscribing;
  private final Labelling labelling;

  Explaining(Stores stores, Language language, Subscribing subscribing, Labelling labelling) {
    this.stores = stores;
    this.language = language;
    this.subscribing = subscribing;
    this.labelling = labelling;
  }

  /// The long form, in the story's thread where it was asked there; for a press where others read
  /// along, a short note for the one who pressed.
  Answer why(Ask ask, Alert last) {
    Alert alert = last.kind() == Alert.Kind.MORE ? last.root() : last;
    if (ask.pressed() && ask.overheard()) {
      return Answer.toast(shortly(ask, alert));
    }
    RichText text = fully(ask, alert);
    List<List<Button>> rows = labelling.under(ask, alert);
    return Answer.post(
        ask.message().replyTo() == null || ask.room().discreet()
            ? ask.say(text, rows)
            : ask.inThread(Alert.thread(alert.event()), text, rows));
  }

  Supplier<Answer> less(Ask ask, Alert alert) {
    Optional<Why> first = alert.why().stream().findFirst();
    Optional<Subscription> found = first.flatMap(w -> subscribing.find(ask, w.subscription()));
    if (first.isEmpty() || found.isEmpty()) {
      return () -> ask.note(Replies.NOT_FOUND);
    }
    Subscription subscription = found.get();
    if (subscription.owner() instanceof Owner.InConfig config) {
      Button mute = ask.button(Replies.ONLY_MUTE, Verbs.MUTE_STORY, alert.event());
      return () -> Answer.post(ask.say(SubscriptionWords.locked(config), List.of(List.of(mute))));
    }
    return changes(ask, alert, subscription, first.get());
  }

  /// A change that would have left this alert out, with what else it would have removed.
  private record Cut(String label, String words, String effect) {}

  private Supplier<Answer> changes(Ask ask, Alert alert, Subscription s, Why why) {
    Archive archive = subscribing.archive(ask);
    List<Archive.Story> stories = archive.stories(s.query());
    List<Cut> cuts = new ArrayList<>();
    Article article = alert.lead();
    language
        .narrower(s.query())
        .filter(v -> language.hits(v.query(), article).isEmpty())
        .ifPresent(
            v ->
                cuts.add(
                    new Cut(
                        Replies.HEADLINE_OR_LEAD,
                        v.text(),
                        PreviewWords.cutHeadline(removed(archive, stories, v)))));
    cuts.addAll(words(archive, stories, s.query(), article));
    int paragraph = earliest(why) + 1;
    int paragraphs = article.copy().paragraphs().size();
    return () -> offer(ask, alert, s, cuts, stories.size(), paragraph, paragraphs);
  }

  private Answer offer(
      Ask ask, Alert alert, Subscription s, List<Cut> cuts, int stories, int at, int paragraphs) {
    List<List<Button>> rows = new ArrayList<>();
    cuts.forEach(
        cut -> rows.add(List.of(ask.button(cut.label(), Verbs.CHANGE, s.id(), cut.words()))));
    rows.add(
        List.of(
            ask.button(Replies.ONLY_MUTE, Verbs.MUTE_STORY, alert.event()),
            ask.button(Replies.CANCEL, Verbs.CANCEL)));
    List<String> effects = cuts.stream().map(Cut::effect).toList();
    RichText text =
        cuts.isEmpty()
            ? PreviewWords.lessNothing(s.text())
            : PreviewWords.less(s.text(), at, paragraphs, stories, effects);
    return Answer.post(ask.say(text, rows));
  }

  private List<Cut> words(
      Archive archive, List<Archive.Story> stories, Query query, Article article) {
    Set<String> besides = new HashSet<>();
    language.terms(query).forEach(t -> besides.addAll(List.of(Folding.key(t).split(" "))));
    List<Cut> cuts = new ArrayList<>();
    List<String> telling = archive.telling(article, stories, besides);
    for (String word : telling.subList(0, Math.min(CANDIDATES, telling.size()))) {
      Optional<Valid> without =
          cuts.size() < TELLING ? minus(query, word, article) : Optional.empty();
      without.ifPresent(
          v ->
              cuts.add(
                  new Cut(
                      PreviewWords.without(word),
                      v.text(),
                      PreviewWords.cutWord(word, removed(archive, stories, v)))));
    }
    return cuts;
  }

  private Optional<Valid> minus(Query query, String word, Article article) {
    return language.minus(query, word).filter(v -> language.hits(v.query(), article).isEmpty());
  }

  private static long removed(Archive archive, List<Archive.Story> before, Valid after) {
    return before.size() - archive.stories(after.query()).size();
  }

  private static int earliest(Why why) {
    return why.hits().stream().mapToInt(Hit::paragraph).max().orElse(-1);
  }

  private String shortly(Ask ask, Alert alert) {
    StringBuilder text = new StringBuilder();
    for (Why why : alert.why()) {
      text.append(text.isEmpty() ? "" : " ").append(why.label());
      text.append(added(ask, why)).append(". ");
      text.append(found(why)).append('.');
    }
    String rest = " " + Replies.WHY_REST;
    return Headline.shortened(text.toString(), TOAST - rest.length()) + rest;
  }

  private RichText fully(Ask ask, Alert alert) {
    RichText.Builder text = RichText.build().bold(Replies.WHY_TITLE);
    for (Why why : alert.why()) {
      text.text("\n" + Replies.WHY_SUBSCRIPTION).code(why.label()).text(added(ask, why));
      why.hits().stream()
          .findFirst()
          .ifPresent(hit -> text.text("\n" + found(why)).addAll(quoted(alert.lead(), why, hit)));
    }
    alert.why().stream()
        .flatMap(why -> why.waited().stream())
        .findFirst()
        .ifPresent(waited -> text.text("\n" + Replies.waited(waited, ask.when())));
    alert
        .extra()
        .placed()
        .map(words -> Headline.shortened(words, PLACED))
        .ifPresent(words -> text.text("\n" + Replies.WHY_STORY + words));
    text.text("\n" + Replies.WHY_WAY + way(alert, ask.when()));
    int left = leftOut(alert);
    return text.text(left == 0 ? "" : "\n" + ReportWords.leftOut(left)).done();
  }

  private String added(Ask ask, Why why) {
    return subscribing
        .find(ask, why.subscription())
        .map(
            s ->
                s.owner() instanceof Owner.InConfig config
                    ? ", set in " + config.file()
                    : ", added" + SubscriptionWords.addedBy(s, ask.when()))
        .orElse(Replies.SINCE_REMOVED);
  }

  private static String found(Why why) {
    String words = String.join(", ", why.found());
    Set<Integer> paragraphs = new LinkedHashSet<>();
    why.hits().stream().filter(Explaining::inText).forEach(h -> paragraphs.add(h.paragraph()));
    String where =
        paragraphs.isEmpty()
            ? ""
            : " " + ReportWords.where(paragraphs.stream().min(Integer::compare).orElse(-1));
    return "Found: " + (words.isEmpty() ? "what the subscription asks for" : words) + where;
  }

  private static boolean inText(Hit hit) {
    return switch (hit.field()) {
      case TITLE, LEDE, BODY -> true;
      case SOURCE, AGENCY, PLACE, LANG, AUTHOR, ABOUT -> false;
    };
  }

  /// The sentence that has the words, the words in bold.
  private static RichText quoted(Article article, Why why, Hit first) {
    List<String> terms = why.hits().stream().map(Hit::term).distinct().toList();
    int paragraph = first.paragraph();
    String source =
        paragraph < 0 || paragraph >= article.copy().paragraphs().size()
            ? article.copy().headline()
            : article.copy().paragraphs().get(paragraph);
    String sentence =
        Sentences.of(source).stream()
            .filter(s -> s.contains(first.term()))
            .findFirst()
            .orElse(source);
    RichText.Builder text = RichText.build().text(": “");
    bold(text, sentence, terms, article.copy().language());
    return text.text("”").done();
  }

  private static void bold(
      RichText.Builder text, String sentence, List<String> terms, String language) {
    int from = 0;
    while (from < sentence.length()) {
      String next = "";
      int at = sentence.length();
      for (String term : terms) {
        int found = term.isEmpty() ? -1 : sentence.indexOf(term, from);
        if (found >= 0 && found < at) {
          at = found;
          next = term;
        }
      }
      text.news(sentence.substring(from, at), language);
      if (!next.isEmpty()) {
        text.add(new RichText.Bold(RichText.build().news(next, language).done()));
      }
      from = at + next.length();
    }
  }

  private String way(Alert alert, When when) {
    Article lead = alert.lead();
    String published =
        lead.published()
            .map(at -> "published " + stamp(at, when))
            .or(
                () ->
                    lead.dateline()
                        .date()
                        .map(day -> "published " + when.day(day) + ", no time given"))
            .orElse("no time of publishing given");
    return published + "; read " + stamp(lead.read(), when) + "; " + told(alert, when);
  }

  private String told(Alert alert, When when) {
    Optional<Instant> reached = stores.alerts().reachedAt(alert.id());
    Optional<Instant> held = stores.held().until(alert.chat(), alert.event());
    return reached.isEmpty() && held.isPresent()
        ? "held, not told so far"
        : "told " + stamp(reached.orElse(alert.decided()), when);
  }

  private static String stamp(Instant at, When when) {
    return when.isToday(at) ? when.exact(at) : when.day(at) + ", " + when.exact(at);
  }

  private static int leftOut(Alert alert) {
    List<String> told = alert.allSentences();
    return (int)
        alert.lead().copy().paragraphs().stream()
            .filter(
                p ->
                    Sentences.of(p).stream()
                        .noneMatch(s -> told.stream().anyMatch(t -> t.contains(s))))
            .count();
  }
}

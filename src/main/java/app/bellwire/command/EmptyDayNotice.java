package app.bellwire.command;

import app.bellwire.article.Article;
import app.bellwire.chat.Action;
import app.bellwire.chat.Button;
import app.bellwire.chat.Buttons;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.OutgoingMessage.Priority;
import app.bellwire.chat.RichText;
import app.bellwire.command.EmptyDayLog.Watch;
import app.bellwire.command.SourceProbe.Probe;
import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.source.SourceId;
import app.bellwire.subscription.Subscription;
import app.bellwire.text.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The message that says that no report has matched a subscription: what was looked at, what came
/// nearest, and what can be done.
final class EmptyDayNotice {
  private final Language language;
  private final Buttons buttons;
  private final Nearest nearest;
  private final Preview preview;

  EmptyDayNotice(Language language, Buttons buttons) {
    this.language = language;
    this.buttons = buttons;
    this.nearest = new Nearest(language);
    this.preview = new Preview(language);
  }

  /// @param archive what was read since the watch began, none of it a match
  /// @param read the sources that count
  /// @param away those that could not be read for long
  record Case(
      Subscription subscription,
      Watch watch,
      Archive archive,
      List<Probe> read,
      Map<SourceId, Duration> away,
      When when) {}

  /// A subscription's other words, as a button.
  private record Offer(String label, Valid words) {}

  /// A report and what of the query it has.
  private record Miss(Article article, Nearest.Near near) {}

  /// Looks; the message and its buttons are made in the transaction.
  Supplier<OutgoingMessage> of(Case one) {
    Optional<Preview.Spelled> spelled = preview.spelled(one.subscription().query(), one.archive());
    RichText text = text(one, spelled);
    Optional<Offer> offer =
        spelled
            .filter(s -> s.whole() > 0)
            .map(s -> new Offer(PreviewWords.useWith(s.word(), s.whole()), s.query()))
            .or(() -> wider(one));
    return () ->
        new OutgoingMessage(
            text, rows(one.subscription(), offer), null, Placement.POST, true, Priority.DIGEST);
  }

  private RichText text(Case one, Optional<Preview.Spelled> spelled) {
    Archive archive = one.archive();
    RichText.Builder text = RichText.build();
    text.addAll(
        EmptyDayWords.none(
            one.watch().words(),
            one.watch().since(),
            archive.reports(),
            one.read().size(),
            one.when()));
    text.text(away(one));
    miss(one)
        .ifPresent(
            miss ->
                text.addAll(
                    EmptyDayWords.nearest(
                        miss.near(), having(miss.near(), archive), miss.article(), one.when())));
    spelled.ifPresent(
        s -> text.line().text(PreviewWords.nearSpelling(s.word(), s.alone()).strip()));
    return text.text(EmptyDayWords.ONCE).done();
  }

  private static String away(Case one) {
    List<String> names =
        one.read().stream()
            .filter(probe -> one.away().containsKey(probe.source().id()))
            .map(probe -> probe.source().agency().orElse(probe.source().id().value()))
            .toList();
    return EmptyDayWords.away(
        names, one.away().values().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO));
  }

  /// The report that has most of what is asked for, the newest of equals.
  private Optional<Miss> miss(Case one) {
    List<Subscription> only = List.of(one.subscription());
    return one.archive().articles().stream()
        .flatMap(a -> nearest.of(only, a).map(near -> new Miss(a, near)).stream())
        .max(
            Comparator.comparingDouble((Miss miss) -> miss.near().share())
                .thenComparing(miss -> miss.article().at()));
  }

  private long having(Nearest.Near near, Archive archive) {
    return archive.articles().stream()
        .filter(
            article ->
                near.found().stream()
                    .allMatch(found -> language.hits(found.part(), article).isPresent()))
        .count();
  }

  /// Any of the words, where that would have brought something.
  private Optional<Offer> wider(Case one) {
    List<String> terms = language.terms(one.subscription().query());
    return language
        .wider(one.subscription().query())
        .filter(wider -> !one.archive().stories(wider.query()).isEmpty())
        .map(wider -> new Offer(EmptyDayWords.wider(terms), wider));
  }

  private List<List<Button>> rows(Subscription s, Optional<Offer> offer) {
    List<List<Button>> rows = new ArrayList<>();
    offer.ifPresent(
        o -> {
          Action change = Action.of(Verbs.CHANGE, s.id(), o.words().text());
          rows.add(List.of(button(s.chat(), o.label(), change)));
        });
    rows.add(
        List.of(
            button(s.chat(), Replies.KEEP, Action.of(Verbs.CANCEL)),
            button(s.chat(), Replies.REMOVE, Action.of(Verbs.REMOVE, s.id()))));
    return rows;
  }

  private Button button(ChatId chat, String label, Action action) {
    return buttons.press(chat, label, action);
  }
}

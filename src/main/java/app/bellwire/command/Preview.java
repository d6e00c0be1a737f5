package app.bellwire.command;

import app.bellwire.chat.Button;
import app.bellwire.chat.RichText;
import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.query.Query;
import app.bellwire.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Shows what words would have brought, and what can be done with them.
final class Preview {
  /// Over this many stories a day one by one is too many.
  private static final int BROAD = 20;

  private static final Duration COLD = Duration.ofDays(1);
  private static final int LATEST = 3;

  private final Language language;

  Preview(Language language) {
    this.language = language;
  }

  /// @param instead the subscription whose words these would become, when one is being changed
  Supplier<Answer> of(Ask ask, Valid valid, Archive archive, Optional<Subscription> instead) {
    RichText text = text(ask, valid, archive);
    List<Offer> offers = offers(ask, valid, archive, instead);
    return () -> ask.reply(text, rows(ask, offers));
  }

  /// A button to be made, in the row `row`.
  private record Offer(int row, String label, String verb, List<Object> arguments) {
    static Offer of(int row, String label, String verb, Object... arguments) {
      return new Offer(row, label, verb, List.of(arguments));
    }
  }

  private static List<List<Button>> rows(Ask ask, List<Offer> offers) {
    List<List<Button>> rows = new ArrayList<>();
    int last = -1;
    for (Offer offer : offers) {
      if (offer.row() != last) {
        rows.add(new ArrayList<>());
        last = offer.row();
      }
      rows.getLast().add(ask.button(offer.label(), offer.verb(), offer.arguments().toArray()));
    }
    return rows;
  }

  private List<Offer> offers(
      Ask ask, Valid valid, Archive archive, Optional<Subscription> instead) {
    List<Offer> offers = new ArrayList<>();
    List<Archive.Story> found = archive.stories(valid.query());
    Optional<Valid> meant = language.operatorsMeant(valid.query());
    boolean broad = aDay(found.size(), archive) >= BROAD;
    meant.ifPresent(m -> offers.add(Offer.of(0, PreviewWords.use(m.text()), Verbs.LOOK, m.text())));
    if (found.isEmpty() && meant.isEmpty() && archive.span().compareTo(COLD) > 0) {
      spelled(valid.query(), archive)
          .ifPresent(
              s ->
                  offers.add(
                      Offer.of(
                          0,
                          PreviewWords.useWith(s.word(), s.whole()),
                          Verbs.LOOK,
                          s.query().text())));
    }
    boolean asTyped = !offers.isEmpty();
    long aDay = aDay(found.size(), archive);
    offers.addAll(
        instead
            .map(s -> List.of(changeOffer(s, valid)))
            .orElseGet(() -> main(ask, valid, broad, label(asTyped), asTyped || cold(archive))));
    if (!asTyped && !found.isEmpty()) {
      language
          .narrower(valid.query())
          .filter(v -> !v.query().equals(valid.query()))
          .ifPresent(
              v -> offers.add(Offer.of(2, narrowLabel(v, archive, broad), Verbs.LOOK, v.text())));
      language
          .wider(valid.query())
          .filter(v -> !broad && !v.query().equals(valid.query()))
          .ifPresent(v -> offers.add(Offer.of(2, Replies.WIDER, Verbs.LOOK, v.text())));
    }
    offers.add(Offer.of(asTyped ? 1 : 3, Replies.CANCEL, Verbs.CANCEL));
    if (broad && instead.isEmpty()) {
      offers.add(Offer.of(4, PreviewWords.sendEach(aDay), Verbs.SUBSCRIBE, valid.text(), "now"));
    }
    return offers;
  }

  private static Offer changeOffer(Subscription instead, Valid valid) {
    String label = SubscriptionWords.changeButton(instead.text());
    return Offer.of(1, label, Verbs.CHANGE, instead.id(), valid.text());
  }

  /// The offers to subscribe: as the chat is set, and the other way.
  private static List<Offer> main(Ask ask, Valid valid, boolean broad, String label, boolean only) {
    List<LocalTime> chat = ask.settings().plan().digestAt();
    Offer digest =
        Offer.of(
            1,
            broad ? HoursWords.digestButton(times(chat)) : HoursWords.AS_A_DIGEST,
            Verbs.SUBSCRIBE,
            valid.text(),
            chat.isEmpty() ? HoursWords.times(Digesting.PRESET) : "chat");
    if (broad) {
      return List.of(digest);
    }
    Offer plain = Offer.of(1, label, Verbs.SUBSCRIBE, valid.text());
    if (only) {
      return List.of(plain);
    }
    return chat.isEmpty()
        ? List.of(plain, digest)
        : List.of(plain, Offer.of(1, HoursWords.AT_ONCE, Verbs.SUBSCRIBE, valid.text(), "now"));
  }

  private static String label(boolean asTyped) {
    return asTyped ? Replies.SUBSCRIBE_AS_TYPED : Replies.SUBSCRIBE;
  }

  /// Whether too little was read to say how often something comes.
  private static boolean cold(Archive archive) {
    return archive.empty() || archive.span().compareTo(COLD) < 0;
  }

  /// The times of a digest here: the chat's own, else the preset.
  static List<LocalTime> times(List<LocalTime> chat) {
    return chat.isEmpty() ? Digesting.PRESET : chat;
  }

  private static String narrowLabel(Valid narrower, Archive archive, boolean broad) {
    return broad
        ? PreviewWords.inHeadlines(aDay(archive.stories(narrower.query()).size(), archive))
        : Replies.NARROWER;
  }

  /// What the words would have brought.
  RichText text(Ask ask, Valid valid, Archive archive) {
    RichText counted = counted(ask, valid, archive);
    int unread = archive.unread(valid.query());
    return unread == 0
        ? counted
        : RichText.build()
            .addAll(counted)
            .text("\n" + PreviewWords.unread(unread, archive.reports()))
            .done();
  }

  private RichText counted(Ask ask, Valid valid, Archive archive) {
    List<Archive.Story> found = archive.stories(valid.query());
    RichText.Builder text = RichText.build().text(language.sentence(valid.query())).line();
    if (cold(archive)) {
      return cold(ask, valid, archive, found, text);
    }
    if (found.isEmpty()) {
      text.text(PreviewWords.zero(archive.span(), language.wanted(valid.query())));
      return text.text(terms(valid.query(), archive)).done();
    }
    long aDay = aDay(found.size(), archive);
    long days = Math.max(1, archive.span().toDays());
    text.text(
        aDay >= BROAD
            ? PreviewWords.broad(found.size(), days, aDay)
            : PreviewWords.count(found.size(), archive.lastWeek(found), archive.span()));
    latest(ask, found, text);
    return text.text(neighbours(valid, archive)).done();
  }

  private RichText cold(
      Ask ask, Valid valid, Archive archive, List<Archive.Story> found, RichText.Builder text) {
    String since = ask.when().clock(archive.since());
    String wanted = language.wanted(valid.query());
    text.text(PreviewWords.cold(found.size(), archive.reports(), archive.span(), since, wanted));
    latest(ask, found, text);
    return text.done();
  }

  private static void latest(Ask ask, List<Archive.Story> found, RichText.Builder text) {
    text.text(found.isEmpty() ? "" : "\n");
    found.stream()
        .limit(LATEST)
        .forEach(story -> text.line().addAll(ReportWords.hit(story.newest(), ask.when())));
  }

  private String neighbours(Valid valid, Archive archive) {
    Optional<Integer> narrower =
        language.narrower(valid.query()).map(v -> archive.stories(v.query()).size());
    Optional<Integer> wider =
        language.wider(valid.query()).map(v -> archive.stories(v.query()).size());
    String line = PreviewWords.neighbours(narrower, wider, archive.span());
    return line.isEmpty() ? "" : "\n" + line;
  }

  /// How often each term of a query without hits came, with a near spelling of one that never did.
  private String terms(Query query, Archive archive) {
    List<String> terms = language.terms(query);
    if (terms.size() < 2 && spelled(query, archive).isEmpty()) {
      return "";
    }
    List<Integer> counts = terms.stream().map(term -> count(term, archive)).toList();
    String near =
        spelled(query, archive).map(s -> PreviewWords.nearSpelling(s.word(), s.alone())).orElse("");
    return "\n" + PreviewWords.termCounts(terms, counts) + near;
  }

  /// A query with one word spelled as the archive spells it.
  ///
  /// @param alone stories with the word
  /// @param whole stories with the whole query so spelled
  record Spelled(String word, Valid query, int alone, int whole) {}

  Optional<Spelled> spelled(Query query, Archive archive) {
    if (query.asksMeaning()) {
      return Optional.empty();
    }
    for (String term : language.terms(query)) {
      Optional<String> near =
          term.contains(" ") || count(term, archive) > 0
              ? Optional.empty()
              : archive.nearSpelling(term);
      if (near.isPresent() && language.parse(with(query, term, near.get())) instanceof Valid v) {
        int whole = archive.stories(v.query()).size();
        return Optional.of(new Spelled(near.get(), v, count(near.get(), archive), whole));
      }
    }
    return Optional.empty();
  }

  private String with(Query query, String term, String near) {
    return String.join(
        " ",
        language.terms(query).stream()
            .map(t -> t.equals(term) ? near : t.contains(" ") ? '"' + t + '"' : t)
            .toList());
  }

  private int count(String term, Archive archive) {
    String text = term.contains(" ") && !term.startsWith("\"") ? '"' + term + '"' : term;
    return language.parse(text) instanceof Valid v ? archive.stories(v.query()).size() : 0;
  }

  private static long aDay(int stories, Archive archive) {
    Instant week = archive.since();
    long hours = Math.max(24, Duration.between(week, week.plus(archive.span())).toHours());
    return Math.round(stories * 24.0 / hours);
  }
}

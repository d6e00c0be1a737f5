package app.bellwire.command;

import app.bellwire.alert.Alert;
import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.RichText;
import app.bellwire.command.SourceProbe.Probe;
import app.bellwire.deliver.Delivery.State;
import app.bellwire.deliver.MessageSum;
import app.bellwire.deliver.Outbox.Waiting;
import app.bellwire.ledger.ItemSum;
import app.bellwire.story.Event;
import app.bellwire.subscription.Mute;
import app.bellwire.text.Counted;
import app.bellwire.text.Names;
import app.bellwire.text.Token;
import app.bellwire.text.Tokens;
import app.bellwire.text.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// Says how things stand: the greeting, the sources, the chat, the whole.
final class Reporting {
  private static final Duration DAY = Duration.ofDays(1);

  /// How far back messages are counted that were given up; they live for one day.
  private static final Duration EXPIRED = Duration.ofDays(2);

  /// Sources that one message lists.
  private static final int LISTED = 40;

  private static final int MOST_STORIES = 10;
  private static final int SUGGESTED = 2;

  private final Stores stores;
  private final SourceProbe sources;
  private final Language language;
  private final Install install;

  Reporting(Stores stores, SourceProbe sources, Language language, Install install) {
    this.stores = stores;
    this.sources = sources;
    this.language = language;
    this.install = install;
  }

  /// `/start`: what this is, or how it stands for who has begun.
  Supplier<Answer> start(Ask ask) {
    int watched = stores.subscriptions().of(ask.chat()).size();
    List<Probe> probes = sources.all();
    if (watched > 0) {
      Optional<String> last = lastAlert(ask);
      return () -> ask.reply(Replies.startAgain(probes.size(), watched, last));
    }
    List<String> suggestions = suggestions(ask);
    RichText.Builder text = RichText.build().addAll(Replies.startFirst(probes.size()));
    if (!install.hasAdmins() && !ask.local()) {
      text.addAll(Replies.startNoAdmin(ask.message().user().toString()));
    }
    text.text(Replies.startWords(!suggestions.isEmpty())).text(unread(ask, probes));
    return () -> ask.reply(text.done(), startRows(ask, suggestions));
  }

  Answer help(Ask ask) {
    Button all = ask.button(Replies.ALL_COMMANDS, Verbs.HELP_ALL);
    return Answer.post(ask.say(Replies.help(), List.of(List.of(all))));
  }

  /// `/sources`: failing ones first, then by name.
  Answer sources(Ask ask) {
    List<Probe> probes = new ArrayList<>(sources.all());
    if (probes.isEmpty()) {
      return ask.reply(Replies.startNoSources().strip());
    }
    probes.sort(
        Comparator.comparing((Probe p) -> !p.failing())
            .thenComparing(p -> p.source().id().value()));
    RichText.Builder text = RichText.build();
    text.bold(Counted.of(probes.size(), "source", "sources"));
    probes.stream()
        .limit(LISTED)
        .forEach(p -> text.text("\n" + StandingWords.source(p, ask.when())));
    int more = probes.size() - LISTED;
    text.text(more > 0 ? "\nand " + Counted.figure(more) + " more, all on the page." : "");
    return Answer.post(ask.say(text.done(), List.of()));
  }

  Answer status(Ask ask) {
    return Answer.post(
        ask.admin() && !ask.overheard()
            ? ask.say(admin(ask), List.of(List.of(ask.button(Replies.SOURCES, Verbs.SOURCES))))
            : ask.say(RichText.of(reader(ask)), List.of()));
  }

  private String reader(Ask ask) {
    return StandingWords.verdict(sources.all(), ask.when()) + "\n" + here(ask);
  }

  /// How the chat stands that asks.
  private String here(Ask ask) {
    int watched = stores.subscriptions().of(ask.chat()).size();
    long muted =
        stores.mutes().of(ask.chat(), ask.now()).stream()
            .filter(m -> m.scope() == Mute.Scope.EVENT || m.scope() == Mute.Scope.STORYLINE)
            .count();
    int waiting =
        stores.outbox().waiting().stream()
                .filter(w -> w.chat().equals(ask.chat()))
                .mapToInt(Waiting::count)
                .sum()
            + stores.held().waiting(ask.chat());
    Instant midnight = ask.when().midnight();
    String state = HoursWords.state(ask.settings(), ask.when());
    return (state.isEmpty() ? "" : state + "\n")
        + StandingWords.thisChat(watched, muted, waiting, lastAlert(ask))
        + "\n"
        + Sums.today(
            new ItemSum(stores.ledger().since(midnight)),
            new ItemSum(stores.ledger().since(ask.chat(), midnight)));
  }

  private RichText admin(Ask ask) {
    RichText.Builder text = RichText.build();
    List<String> trouble = trouble(ask);
    if (!trouble.isEmpty()) {
      text.bold(Replies.TROUBLE).text("\n" + String.join("\n", trouble) + "\n");
    } else {
      text.text(StandingWords.verdict(sources.all(), ask.when()) + "\n");
    }
    Instant midnight = ask.when().midnight();
    text.bold(Replies.SINCE_MIDNIGHT);
    text.text("\n" + Sums.items(new ItemSum(stores.ledger().since(midnight))));
    text.text("\n" + Sums.messages(messages(midnight)) + "\n");
    text.text(here(ask) + "\n");
    text.bold(Replies.RUNNING_SINCE);
    return text.text(
            " "
                + StandingWords.running(
                    install.runningSince(),
                    install.version(),
                    sources.all().size(),
                    stores.subscriptions().all().size(),
                    stores.chats().all().size(),
                    ask.when()))
        .text(language.model().map(StandingWords::model).orElse(""))
        .done();
  }

  private MessageSum messages(Instant since) {
    return new MessageSum(
        stores.outbox().countsSince(since), stores.outbox().sentAgainSince(since));
  }

  private List<String> trouble(Ask ask) {
    List<String> lines = new ArrayList<>();
    sources.all().stream()
        .filter(Probe::failing)
        .forEach(p -> lines.add(StandingWords.sourceTrouble(p, ask.when())));
    for (Waiting waiting : stores.outbox().waiting()) {
      if (waiting.oldest().isBefore(ask.now().minus(Duration.ofMinutes(1)))) {
        Address chat = stores.chats().settings(waiting.chat()).address();
        boolean on = install.on(chat.network());
        lines.add(
            StandingWords.chatTrouble(
                chat.toString(), waiting, why(chat, waiting, on), ask.when()));
      }
    }
    waitingForMeaning().ifPresent(lines::add);
    int lost = stores.outbox().uncertain().size();
    if (lost > 0) {
      lines.add(LostWords.trouble(lost));
    }
    long expired =
        stores.outbox().countsSince(ask.now().minus(EXPIRED)).getOrDefault(State.EXPIRED, 0L);
    if (expired > 0) {
      lines.add(LostWords.expired(expired));
    }
    return lines;
  }

  private Optional<String> waitingForMeaning() {
    List<String> lacks =
        stores.subscriptions().all().stream()
            .flatMap(s -> language.lacks(s.query()).stream())
            .toList();
    return lacks.stream()
        .findFirst()
        .map(needed -> StandingWords.waitingForMeaning(lacks.size(), needed));
  }

  /// What the network said last; where it is off, nobody asked it.
  private static String why(Address chat, Waiting waiting, boolean on) {
    return on ? waiting.detail() : LostWords.off(chat.network());
  }

  private static String unread(Ask ask, List<Probe> probes) {
    if (probes.isEmpty()) {
      return Replies.startNoSources();
    }
    if (probes.stream().anyMatch(p -> !p.state().neverRead())) {
      return "";
    }
    return Replies.startUnread(
        probes.stream()
            .map(p -> p.state().nextLook())
            .filter(at -> at.isAfter(ask.now()))
            .min(Comparator.naturalOrder())
            .map(ask.when()::clock));
  }

  private List<List<Button>> startRows(Ask ask, List<String> suggestions) {
    List<List<Button>> rows = new ArrayList<>();
    suggestions.forEach(words -> rows.add(List.of(ask.button(words, Verbs.LOOK, words))));
    rows.add(List.of(ask.button(Replies.SAMPLE_ALERT, Verbs.SAMPLE)));
    install
        .groupLink(ask.message().from().network())
        .filter(link -> !ask.many())
        .ifPresent(link -> rows.add(List.of(new Button.Open(Replies.ADD_TO_GROUP, link))));
    return rows;
  }

  /// Names in the headlines of one to ten stories of the last 24 hours, the most frequent first.
  private List<String> suggestions(Ask ask) {
    Map<String, Integer> stories = new HashMap<>();
    Map<String, String> surfaces = new HashMap<>();
    for (Event event : stores.stories().updatedSince(ask.now().minus(DAY))) {
      for (String name : Names.of(event.headline())) {
        stories.merge(name, 1, Integer::sum);
        surface(event.headline(), name).ifPresent(s -> surfaces.putIfAbsent(name, s));
      }
    }
    return stories.entrySet().stream()
        .filter(e -> e.getValue() <= MOST_STORIES)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(e -> surfaces.get(e.getKey()))
        .filter(Objects::nonNull)
        .limit(SUGGESTED)
        .toList();
  }

  private static Optional<String> surface(String headline, String name) {
    return Tokens.of(headline).stream()
        .filter(t -> t.folded().equals(name))
        .filter(t -> t.surface().length() == t.folded().length())
        .map(Token::surface)
        .findFirst();
  }

  private Optional<String> lastAlert(Ask ask) {
    When when = ask.when();
    return stores.alerts().latest(ask.chat(), 1).stream()
        .findFirst()
        .map(Alert::decided)
        .map(at -> when.isToday(at) ? when.clock(at) : when.full(at));
  }
}

package app.bellwire.command;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Alert.Kind;
import app.bellwire.alert.Alert.Marks;
import app.bellwire.alert.Alert.Why;
import app.bellwire.alert.Digest;
import app.bellwire.article.Article;
import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.ChatCard;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.Chosen;
import app.bellwire.chat.Form;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Panel;
import app.bellwire.chat.RichText;
import app.bellwire.chat.Role;
import app.bellwire.chat.Standing;
import app.bellwire.chat.UserId;
import app.bellwire.fake.DirectWork;
import app.bellwire.fake.Draft;
import app.bellwire.fake.HandClock;
import app.bellwire.fake.MemoryAlerts;
import app.bellwire.fake.MemoryArticles;
import app.bellwire.fake.MemoryButtons;
import app.bellwire.fake.MemoryChats;
import app.bellwire.fake.MemoryDigests;
import app.bellwire.fake.MemoryInbox;
import app.bellwire.fake.MemoryLedger;
import app.bellwire.fake.MemoryMutes;
import app.bellwire.fake.MemoryOutbox;
import app.bellwire.fake.MemoryPersonal;
import app.bellwire.fake.MemoryStories;
import app.bellwire.fake.MemoryStoryLabels;
import app.bellwire.fake.MemorySubscriptions;
import app.bellwire.fake.PlainLanguage;
import app.bellwire.fake.Shown;
import app.bellwire.match.Hit;
import app.bellwire.notice.Condition.ChangeRefused;
import app.bellwire.notice.Condition.ChangeWaits;
import app.bellwire.notice.Key;
import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.render.AlertRenderer;
import app.bellwire.render.DigestRenderer;
import app.bellwire.render.View;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.source.SourceState;
import app.bellwire.source.Validators;
import app.bellwire.story.Event;
import app.bellwire.story.Report;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.subscription.WhoMay;
import app.bellwire.text.When;
import app.bellwire.work.Ids;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A program on a hand-moved clock with one person at one chat: types, presses, reads.
final class Desk {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  final HandClock clock = HandClock.at(Draft.NOON);
  final DirectWork work = new DirectWork();
  final MemoryInbox inbox = new MemoryInbox();
  final MemoryChats chats = new MemoryChats();
  final MemorySubscriptions kept = new MemorySubscriptions();
  final MemoryMutes mutes = new MemoryMutes();
  final MemoryArticles articles = new MemoryArticles();
  final MemoryStories stories = new MemoryStories();
  final MemoryStoryLabels labels = new MemoryStoryLabels(stories);
  final MemoryAlerts alerts = new MemoryAlerts();
  final MemoryOutbox outbox = new MemoryOutbox();
  final MemoryLedger ledger = new MemoryLedger();
  final MemoryDigests digests = new MemoryDigests();
  final MemoryPersonal personal = new MemoryPersonal();
  final MemoryButtons buttons = new MemoryButtons(clock);
  final SubscriptionBook book;
  final List<SourceProbe.Probe> sources = new ArrayList<>();
  final PlainLanguage language = new PlainLanguage();

  /// What a pasted text holds; nothing until a test says so.
  SubscriptionFile.Read pasted = new SubscriptionFile.Read(List.of(), List.of());

  private final SubscriptionFile file = yaml -> pasted;

  /// What presses under notices have brought about.
  final List<String> done = new ArrayList<>();

  /// Whether what a press is about still lasts.
  boolean lasts = true;

  private final CommandHandler handler;
  private Address address = Address.local("desk");
  private UserId user = new UserId("local", "you");
  private String name = "Ann";
  private Role role = Role.MEMBER;
  private WhoMay whoMay = WhoMay.ADMINS;
  private boolean admin;
  private boolean hasAdmins = true;
  private boolean invited = true;
  private String invitedTo = "";
  private int limit = 50;
  boolean discreet;
  @Nullable ZoneId clockOfPeople;
  private final Set<String> off = new HashSet<>();
  final Map<String, ChatCard> cards = new HashMap<>();

  /// Whether the network says nothing of chats that are named.
  boolean silent;

  private DeliveryPlan declared = DeliveryPlan.OPEN;
  private int updates;
  private @Nullable String replyTo;
  private Map<String, String> fields = Map.of();
  private Answer last = Answer.NONE;

  Desk() {
    book = new SubscriptionBook(kept, kept, work, new Ids(clock)::next, clock);
    handler =
        new CommandHandler(
            stores(),
            language,
            () -> List.copyOf(sources),
            new Pages(),
            file,
            new Doctor(),
            new People(),
            clock);
    zone(BERLIN);
  }

  Stores stores() {
    return new Stores(
        work, inbox, chats, book, mutes, articles, stories, alerts, alerts, digests, outbox, ledger,
        digests, personal, buttons, labels);
  }

  /// The chat has a zone of its own.
  Desk zone(ZoneId zone) {
    ChatSettings s = chats.settings(chat());
    DeliveryPlan plan =
        new DeliveryPlan(s.plan().timing(), s.quiet(), Optional.of(zone), s.plan().urgent());
    chats.save(s.with(plan).withExplained(true));
    return this;
  }

  Desk in(String where) {
    address = Address.parse(where).orElseThrow();
    user = new UserId(address.network(), "501");
    return this;
  }

  Desk as(Role now) {
    role = now;
    return this;
  }

  Desk whoMay(WhoMay rule) {
    whoMay = rule;
    return this;
  }

  Desk admin() {
    return admin(true);
  }

  Desk admin(boolean now) {
    admin = now;
    return this;
  }

  Desk withoutAdmins() {
    hasAdmins = false;
    return this;
  }

  Desk uninvited() {
    invited = false;
    return this;
  }

  /// Nobody else is served.
  Desk invitedTo(String where) {
    invitedTo = where;
    return this;
  }

  /// The network is off.
  Desk without(String network) {
    off.add(network);
    return this;
  }

  /// The configuration sets this for the chat.
  Desk declares(DeliveryPlan plan) {
    declared = plan;
    return this;
  }

  /// The chat has no zone of its own.
  Desk withoutZone() {
    chats.save(chats.settings(chat()).with(DeliveryPlan.OPEN));
    return this;
  }

  ChatSettings settings() {
    return chats.settings(chat());
  }

  Desk limit(int subscriptions) {
    limit = subscriptions;
    return this;
  }

  Desk source(String agency, Duration readAgo) {
    Instant read = clock.instant().minus(readAgo);
    sources.add(probe(agency, read, 0, null));
    return this;
  }

  Desk failing(String agency, Duration since, String problem) {
    sources.add(probe(agency, clock.instant().minus(since), 9, problem));
    return this;
  }

  /// An article of its own story, read `ago`.
  Article reads(long id, Duration ago, Draft draft) {
    Instant read = clock.instant().minus(ago);
    Article article = draft.read(read).published(read.minusSeconds(60).toString()).article();
    articles.save(article);
    stories.save(event(id, article, article));
    return article;
  }

  /// Another report of the story.
  void joins(long event, Article article) {
    articles.save(article);
    Event old = stories.event(event).orElseThrow();
    List<Report> reports = new ArrayList<>(old.reports());
    reports.add(Draft.report(article));
    stories.save(
        new Event(
            event,
            old.storyline(),
            old.revision() + 1,
            old.headline(),
            old.opened(),
            article.read(),
            reports));
  }

  private static Event event(long id, Article article, Article lead) {
    return new Event(
        id,
        id + 1000,
        1,
        lead.copy().headline(),
        article.read(),
        article.read(),
        List.of(Draft.report(article)));
  }

  Subscription watches(String words) {
    return adds(words, new Owner.InChat(user, name));
  }

  Subscription configures(String id, String words) {
    return adds(words, new Owner.InConfig(id, "config/subscriptions.yml"));
  }

  private Subscription adds(String words, Owner owner) {
    Valid valid = (Valid) language.parse(words);
    return book.add(chat(), valid, DeliveryPlan.OPEN, owner, Optional.empty());
  }

  /// The chat was told of the article's story because of the subscription.
  Alert told(long id, Subscription because, Article article) {
    List<Hit> hits = language.hits(because.query(), article).orElse(List.of());
    Event event = stories.eventOf(article.id()).orElseThrow();
    Alert alert =
        new Alert(
            id,
            chat(),
            event.id(),
            event.revision(),
            Kind.FIRST,
            article,
            article.copy().paragraphs().subList(0, 1),
            event.reports(),
            List.of(new Why(because.id(), because.label(), hits)),
            Marks.NONE,
            article.read().plusSeconds(23));
    alerts.record(alert);
    return alert;
  }

  /// The next line is typed as a reply to this message.
  Desk replyingTo(String messageId) {
    replyTo = messageId;
    return this;
  }

  String types(String text) {
    last = handle(message(text, null));
    return shown();
  }

  /// Chooses a chat with the key that asks for one.
  String chooses(Address chat, String called) {
    IncomingMessage said = message("", null);
    last =
        handle(
            new IncomingMessage(
                said.updateId(),
                said.from(),
                said.user(),
                said.userName(),
                "",
                null,
                null,
                Map.of(),
                new Chosen(chat, called),
                said.at()));
    return shown();
  }

  /// Presses the button of that label in the last answer.
  String presses(String label) {
    return pressesId(id(label));
  }

  /// What stands in the fields beside the next button that is pressed.
  Desk fills(String... namesAndValues) {
    Map<String, String> filled = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      filled.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    fields = filled;
    return this;
  }

  /// The person's page; its buttons can be pressed.
  String opensPage() {
    Panel page = handler.page(address, user, name);
    last = Answer.form(new Form("page", page, new Button.Press("none", "none")));
    return Shown.panel(page);
  }

  /// The id of the button of that label in the last answer.
  String id(String label) {
    Stream<Button> said =
        messages().stream().flatMap(m -> m.keyboard().stream()).flatMap(List::stream);
    return Stream.concat(said, last.form().stream().flatMap(Desk::buttons))
        .filter(b -> b.label().equals(label))
        .map(Button.Press.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no [" + label + "] in\n" + shown()))
        .id();
  }

  /// Presses a button nobody made.
  String pressesUnknown() {
    return pressesId("unknown");
  }

  String pressesId(String id) {
    last = handle(message("", id));
    return shown();
  }

  IncomingMessage message(String text, @Nullable String pressed) {
    IncomingMessage message =
        new IncomingMessage(
            "u" + ++updates, address, user, name, text, replyTo, pressed, fields, clock.instant());
    replyTo = null;
    fields = Map.of();
    return message;
  }

  Answer handle(IncomingMessage message) {
    inbox.accept(message);
    return handler.handle(message);
  }

  ChatId chat() {
    return chats.at(address);
  }

  private List<OutgoingMessage> messages() {
    List<OutgoingMessage> all = new ArrayList<>();
    last.edit().ifPresent(all::add);
    all.addAll(last.posts());
    return all;
  }

  private String shown() {
    List<String> parts = new ArrayList<>();
    last.toast().ifPresent(toast -> parts.add("(toast) " + toast));
    last.edit()
        .ifPresent(edit -> parts.add(Shown.message(edit).replaceFirst("^\\(post", "(in place")));
    last.posts().forEach(post -> parts.add(Shown.message(post)));
    last.form().ifPresent(form -> parts.add(Shown.form(form)));
    last.told()
        .ifPresent(
            told -> parts.add("(told " + told.to() + ")\n" + Shown.text(told.message().text())));
    return parts.stream().collect(Collectors.joining("\n\n"));
  }

  private static Stream<Button> buttons(Form form) {
    Stream<Button> rows =
        form.body().parts().stream()
            .filter(Panel.Row.class::isInstance)
            .flatMap(row -> ((Panel.Row) row).buttons().stream());
    return Stream.concat(rows, Stream.of(form.submit()));
  }

  private final class Pages implements AlertPages {
    @Override
    public OutgoingMessage root(Alert alert, When when, Optional<Mute> mute, boolean many) {
      Optional<View.Muted> muted =
          mute.map(
              m ->
                  new View.Muted(m.until(), many ? m.by() : "", m.scope() == Mute.Scope.STORYLINE));
      return AlertRenderer.root(
          alert, new View(when, action -> buttons.issue(alert.chat(), action), muted));
    }

    @Override
    public List<RichText> rest(Digest digest, int from, When when) {
      return DigestRenderer.rest(
          digest, from, new View(when, action -> buttons.issue(digest.chat(), action)));
    }
  }

  private static SourceProbe.Probe probe(
      String agency, Instant read, int failures, @Nullable String problem) {
    SourceId id = new SourceId(agency.toLowerCase(Locale.ROOT));
    Source source =
        new Source(
            id,
            URI.create("https://" + id + ".example/rss"),
            Optional.empty(),
            Backlog.DEFAULT,
            false,
            Optional.of(agency),
            ZoneOffset.UTC);
    return new SourceProbe.Probe(
        source,
        new SourceState(
            id, read.plus(Duration.ofMinutes(10)), read, read, Validators.NONE, failures, problem));
  }

  private final class Doctor implements Remedies {
    @Override
    public void look(SourceId source) {
      does("look " + source);
    }

    @Override
    public void resume(ChatId chat) {
      does("resume " + chat.value());
      outbox.unpark(chat, clock.instant());
    }

    @Override
    public boolean decide(Instant change, boolean take) {
      does((take ? "take " : "keep from ") + change);
      return lasts;
    }

    @Override
    public List<ChangeRefused.Problem> problems(Instant change) {
      return lasts
          ? List.of(
              new ChangeRefused.Problem("a.yml", 3, "'qury' is not a known key", "query"),
              new ChangeRefused.Problem("b.yml", 7, "'to' names no chat", ""))
          : List.of();
    }

    @Override
    public List<ChangeWaits.Ended> ends(Instant change) {
      return lasts ? List.of(new ChangeWaits.Ended("treaty", "telegram:-1001")) : List.of();
    }

    @Override
    public boolean hush(Key key, Instant until) {
      done.add("hush " + key.cause() + " " + key.thing() + " until " + until);
      return lasts;
    }

    private void does(String what) {
      if (work.open()) {
        throw new AssertionError("done inside a transaction: " + what);
      }
      done.add(what);
    }
  }

  private final class People implements Install {
    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }

    @Override
    public int subscriptionsPerChat() {
      return limit;
    }

    @Override
    public DeliveryPlan declared(Address where) {
      return declared;
    }

    @Override
    public WhoMay whoMay(Address where) {
      return whoMay;
    }

    @Override
    public boolean hasAdmins() {
      return hasAdmins;
    }

    @Override
    public boolean admin(UserId who) {
      return admin;
    }

    @Override
    public boolean invited(UserId who, Address where) {
      return invited && (invitedTo.isEmpty() || where.toString().equals(invitedTo));
    }

    @Override
    public Role roleOf(UserId who, Address where) {
      if (work.open()) {
        throw new AssertionError("the network was asked inside a transaction");
      }
      return role;
    }

    @Override
    public boolean discreet(Address address) {
      return discreet;
    }

    @Override
    public boolean panels(String network) {
      return network.equals(Address.SLACK);
    }

    @Override
    public Optional<ZoneId> zoneOf(UserId who) {
      return Optional.ofNullable(clockOfPeople);
    }

    @Override
    public Standing standing(String network, String named, UserId asker, boolean anew) {
      if (work.open()) {
        throw new AssertionError("the network was asked inside a transaction");
      }
      if (silent) {
        return new Standing.Unsaid();
      }
      return cards.entrySet().stream()
          .filter(c -> c.getKey().equals(named) || c.getValue().address().id().equals(named))
          .findFirst()
          .map(Map.Entry::getValue)
          .<Standing>map(card -> new Standing.Found(card, role))
          .orElseGet(Standing.NotFound::new);
    }

    @Override
    public boolean choosesChannels(String network) {
      return network.equals("telegram");
    }

    @Override
    public Optional<URI> startLink(String network, String payload) {
      return bot(network).map(bot -> URI.create(bot + "?start=" + payload));
    }

    @Override
    public Optional<URI> groupLink(String network) {
      return bot(network).map(bot -> URI.create(bot + "?startgroup=new"));
    }

    private static Optional<String> bot(String network) {
      return Optional.of("https://t.me/bell_bot").filter(bot -> network.equals("telegram"));
    }

    @Override
    public boolean sampleTo(String network) {
      return network.equals(Address.LOCAL);
    }

    @Override
    public boolean on(String network) {
      return !off.contains(network);
    }

    @Override
    public Instant runningSince() {
      return Instant.parse("2026-03-01T10:47:00Z");
    }

    @Override
    public String version() {
      return "1.0.0";
    }
  }
}
